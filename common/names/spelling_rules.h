#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace news {

/// Where in a name a rule holds.
enum class Where : std::uint8_t {
  Anywhere,
  Start,
  OpenStart,  ///< At the start, before one consonant and a vowel: `Osama`, not `Orban`.
  Inside,     ///< Not at the start.
  AfterVowel,
  End,
  BeforeEnd,  ///< Not at the end.
  HardC,      ///< Before no e, i or y.
  SoftC,      ///< Before e, i or y.
  Oriental,   ///< In names that are romanised from Arabic or Persian by their looks.
};

/// Two ways to write the same sound; in either direction.
struct SpellingRule {
  std::string_view left, right;
  std::uint16_t cost = 0;  ///< In hundredths: how much less certain the name is the same.
  Where where = Where::Anywhere;
};

/// The rules whose left side begins with `letter`; with 0, those whose left side is empty. Letters
/// are those of romanize(). From any thread.
const std::vector<SpellingRule>& spelling_rules(char letter);

}  // namespace news
