#pragma once

#include <string>
#include <string_view>

namespace news {

/// The language that most of a text is in, as a BCP 47 tag (`en`, `uk`, `zh`, `zh-Hant`), by CLD2.
/// Empty where that is not reliable: too short, too mixed, no words. Looks at
/// the first 20,000 bytes. May be called from several threads.
std::string language_of_text(std::string_view utf8);

}  // namespace news
