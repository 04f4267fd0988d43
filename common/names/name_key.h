#pragma once

#include <string>
#include <vector>

#include "common/names/romanize.h"

namespace news {

/// A name's consonants by coarse classes, as in Daitch and Mokotoff's soundex but with one key for
/// the index and several for a query: P (b f p v w), T (d t), K (c g k q kh), S (c s z and what
/// hisses), M, N, L, R; vowels, y, h and j are left out, and what repeats. Spellings of one
/// name, as same_name() has it, meet: name_key() of one is among name_keys() of the other.

/// What a name stands under in the index; at most max_name_key letters, empty if it has no
/// consonant.
std::string name_key(const Romanized& name);

/// The keys under which spellings of a name may stand: at most most_name_keys.
std::vector<std::string> name_keys(const Romanized& name);

inline constexpr std::size_t max_name_key = 6;
inline constexpr std::size_t most_name_keys = 24;

}  // namespace news
