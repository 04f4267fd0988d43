#pragma once

#include <cstdint>
#include <string>

namespace generate {

/// Appends a made-up word that can be said aloud and has the look of English: syllables, and for
/// some a suffix such as -ment. Other numbers have other words; the first few thousand are short.
void append_lemma(std::uint32_t number, std::string& out);

/// How a word is inflected. The stemmer of English brings all forms of a made-up word together.
enum class Inflection : std::uint8_t { None, Plural, Past, Progressive };

/// Appends the ending to a word that `out` ends with; made-up words end in a consonant.
void append_inflection(Inflection inflection, std::string& out);

/// Appends a made-up surname or, with `town`, the name of a town, beginning with a capital letter.
void append_name(std::uint32_t number, bool town, std::string& out);

}  // namespace generate
