#include "corpus/generate/word_form.h"

#include <array>
#include <span>
#include <string_view>

#include "corpus/generate/random.h"

namespace generate {

namespace {

using Parts = std::span<const std::string_view>;

constexpr std::array<std::string_view, 46> onsets{
    "b",  "bl", "br", "c",   "ch", "cl", "cr", "d",  "dr", "f", "fl", "fr", "g",  "gl", "gr", "h",
    "j",  "k",  "l",  "m",   "n",  "p",  "pl", "pr", "qu", "r", "s",  "sc", "sh", "sk", "sl", "sm",
    "sn", "sp", "st", "str", "sw", "t",  "th", "tr", "tw", "v", "w",  "wh", "wr", "y"};
constexpr std::array<std::string_view, 6> vowels{"a", "e", "i", "o", "u", "ea"};
constexpr std::array<std::string_view, 40> middles{
    "b",  "c",  "d",  "f",  "g",  "l",  "m",  "n",  "p",  "r",  "t",  "v",  "bl", "ct",
    "dr", "ft", "ll", "lt", "mb", "mm", "mp", "nc", "nd", "ng", "nn", "nt", "pl", "pp",
    "rb", "rd", "rg", "rm", "rn", "rr", "rt", "sk", "st", "tr", "tt", "z"};
constexpr std::array<std::string_view, 30> codas{
    "b", "ck", "d",  "ft", "g", "k",  "l", "ld", "lk", "ll", "lm", "lp", "lt", "m",  "mp",
    "n", "nd", "nk", "nt", "p", "pt", "r", "rd", "rk", "rm", "rn", "rt", "sk", "st", "t"};
constexpr std::array<std::string_view, 10> suffixes{"er",   "al", "ment", "ness", "ion",
                                                    "ship", "or", "ist",  "ism",  "ant"};
constexpr std::array<std::string_view, 16> surname_ends{"",     "son", "er",   "man",  "ov", "ski",
                                                        "ez",   "ini", "sen",  "well", "ic", "ton",
                                                        "ford", "in",  "enko", "as"};
constexpr std::array<std::string_view, 12> town_ends{
    "ton", "burg", "ville", "ford", "mouth", "field", "stad", "grad", "port", "ham", "abad", "ia"};

/// Numbers below `size` in an order of no pattern. The factor is a prime that divides no size
/// here, so no two numbers meet.
std::uint64_t scatter(std::uint64_t number, std::uint64_t size) {
  return (number * 1'000'000'007 + 12'345) % size;
}

/// How many words append_syllables can make.
constexpr std::uint64_t words_of(unsigned syllables) {
  std::uint64_t words = onsets.size() * vowels.size() * codas.size();
  for (unsigned i = 1; i < syllables; ++i) words *= vowels.size() * middles.size();
  return words;
}

/// The digits of the number, in bases that change from digit to digit, choose the parts. As
/// consonants and vowels take turns, another number gives another word.
void append_syllables(std::uint64_t number, unsigned syllables, std::string& out) {
  std::uint64_t digits = scatter(number, words_of(syllables));
  const auto append = [&](Parts parts) {
    out += parts[digits % parts.size()];
    digits /= parts.size();
  };
  append(onsets);
  for (unsigned i = 1; i < syllables; ++i) {
    append(vowels);
    append(middles);
  }
  append(vowels);
  append(codas);
}

std::uint64_t noise(std::uint64_t number) { return Random::mix(number + 0x5851f42d4c957f2d); }

}  // namespace

void append_lemma(std::uint32_t number, std::string& out) {
  const std::uint64_t dice = noise(number);
  if (number < 4000) return append_syllables(number, 1 + dice % 2, out);
  const bool longer = number >= 1'000'000 || dice % 4 == 0;
  append_syllables(number, longer ? 3 : 2, out);
  const std::uint64_t suffix = dice / 8 % 25;
  if (suffix < suffixes.size()) out += suffixes[suffix];
}

void append_inflection(Inflection inflection, std::string& out) {
  constexpr std::string_view endings[] = {"", "s", "ed", "ing"};
  out += endings[static_cast<std::size_t>(inflection)];
}

void append_name(std::uint32_t number, bool town, std::string& out) {
  const std::size_t begin = out.size();
  const std::uint64_t dice = noise(number + (town ? 1'000'000'000 : 0));
  append_syllables(number + 2'000'000, dice % 3 == 0 ? 2 : 1, out);
  const Parts ends = town ? Parts(town_ends) : Parts(surname_ends);
  out += ends[dice / 4 % ends.size()];
  out[begin] = static_cast<char>(out[begin] - 'a' + 'A');
}

}  // namespace generate
