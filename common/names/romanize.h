#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace news {

enum class Script : std::uint8_t { Latin, Cyrillic, Other };

/// A folded word in Latin letters, for comparing names across scripts: Cyrillic, Greek, Georgian
/// and Armenian letter by letter as ICU's BGN/PCGN transliterations have them, Arabic and Hebrew
/// by their consonants. A letter that is romanised in more than one way (Cyrillic г is g or h) is
/// a capital letter of its own, which the rules of same_name() explain.
struct Romanized {
  std::string text;        ///< a to z, capital letters and `@^_``, which the rules explain.
  bool vowelless = false;  ///< Short vowels are not written: Arabic and Hebrew.
  Script script = Script::Latin;
};

/// Empty text for a word of another script, or with anything but letters in it. From any thread.
Romanized romanize(std::string_view form);

}  // namespace news
