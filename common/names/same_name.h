#pragma once

#include <string_view>

#include "common/names/romanize.h"

namespace news {

/// Whether two words are spellings of one name: Zelensky, Zelenskyy, Selenskyj, Зеленський. The
/// least sum of costs of the spelling_rules() that turn one into the other, letters that no rule
/// explains not at all, is compared with what names of their length allow: short names are of
/// different people when a letter differs, long ones hardly ever.
/// Takes microseconds; names of more than 40 letters are the same only if equal. From any thread.
bool same_name(const Romanized& a, const Romanized& b);

/// The same for folded words.
bool same_name(std::string_view a, std::string_view b);

}  // namespace news
