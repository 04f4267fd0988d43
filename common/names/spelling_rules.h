#pragma once

#include <cstdint>
#include <span>
#include <string_view>

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
  BeforeConsonant,
  Closed,      ///< Before a consonant that no vowel follows.
  NisbaVowel,  ///< The vowel of an Arabic name as `Morsi`: two consonants and an i follow.
};

/// What the two names must have in common, by their looks (Kinship).
enum class Kin : std::uint8_t {
  Any,
  Neutral,        ///< Neither is of a language with Latin letters.
  Foreign,        ///< Both are romanised alike, or one of them is in other letters.
  Oriental,       ///< They are romanised from Arabic or Persian.
  French,         ///< One is romanised from Cyrillic as in French: `Poutine`.
  Vowelless,      ///< Both are in Arabic or Hebrew letters.
  CyrillicLeft,   ///< The name with the left side is in Cyrillic or the like, the other in Latin
                  ///< letters.
  CyrillicRight,  ///< The other way round.
};

/// Two ways to write the same sound; in either direction.
struct SpellingRule {
  std::string_view left, right;
  std::uint16_t cost = 0;  ///< In hundredths: how much less certain the name is the same.
  Where where = Where::Anywhere;
  Kin kin = Kin::Any;
};

/// The rules whose sides begin with these letters, those of romanize(); 0 is for a side that is
/// empty. From any thread.
std::span<const SpellingRule> spelling_rules(char left, char right);

}  // namespace news
