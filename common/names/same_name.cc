#include "common/names/same_name.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

#include "common/names/looks.h"
#include "common/names/spelling_rules.h"

namespace news {

namespace {

constexpr std::size_t longest = 40;
// Costs in hundredths (SpellingRule::cost) that names may differ by, for each of their letters, and
// at most.
constexpr std::size_t cost_a_letter = 6;
constexpr std::size_t most_cost = 70;
// Of a letter that is doubled in one of them: hardly any where names are romanised, more than short
// names may differ by where they are not known to be, and too much in English or German names.
constexpr std::size_t foreign_doubled_cost = 4, neutral_doubled_cost = 43, most_doubled_cost = 100;
// Of a vowel that an alphabet without vowels does not write.
constexpr std::size_t unwritten_cost = 1;
// A name without vowels says little where it is shorter.
constexpr std::size_t least_vowelless = 3;

constexpr char nothing = '\0';  // in place of a letter

bool contains(std::string_view text, char letter) {
  return text.find(letter) != std::string_view::npos;
}

bool is_vowel(char c) { return contains("aeiouyC", c); }

/// A vowel after one consonant, and two different ones and an i behind it.
bool has_nisba_vowel(std::string_view name, std::size_t at) {
  return at == 1 && name.size() == 5 && name.ends_with('i') && !is_vowel(name[0]) &&
         !is_vowel(name[2]) && !is_vowel(name[3]) && name[2] != name[3];
}

std::size_t doubled_cost(const Kinship& kinship) {
  if (kinship.foreign) return foreign_doubled_cost;
  return kinship.neutral ? neutral_doubled_cost : most_doubled_cost;
}

/// The least cost of turning one name into the other, by dynamic programming over their beginnings.
class Alignment {
 public:
  Alignment(const Romanized& a, const Romanized& b, const Kinship& kinship, std::size_t bound)
      : a_(a), b_(b), kinship_(kinship), doubled_cost_(doubled_cost(kinship)), bound_(bound) {
    const std::size_t cells = (a.text.size() + 1) * (b.text.size() + 1);
    std::fill_n(costs_.begin(), cells, std::uint16_t{UINT16_MAX});
  }

  bool within_bound() {
    cost(0, 0) = 0;
    for (std::size_t i = 0; i <= a_.text.size(); ++i) {
      for (std::size_t j = 0; j <= b_.text.size(); ++j) {
        if (cost(i, j) <= bound_) extend(i, j);
      }
    }
    return cost(a_.text.size(), b_.text.size()) <= bound_;
  }

 private:
  std::uint16_t& cost(std::size_t i, std::size_t j) { return costs_[i * (b_.text.size() + 1) + j]; }

  void reach(std::size_t i, std::size_t j, std::size_t sum) {
    if (sum <= bound_ && sum < cost(i, j)) cost(i, j) = static_cast<std::uint16_t>(sum);
  }

  /// A vowel that Arabic and Hebrew do not write: no long one, and at the end only a silent e.
  static bool is_short_vowel(std::string_view text, std::size_t i) {
    if (i >= text.size() || !is_vowel(text[i])) return false;
    if (i + 1 == text.size()) return text[i] == 'e';
    constexpr std::array<std::string_view, 4> long_vowels{"ou", "oo", "ee", "aa"};
    return std::none_of(long_vowels.begin(), long_vowels.end(), [&](std::string_view vowel) {
      return text.substr(i).starts_with(vowel) || text.substr(0, i + 1).ends_with(vowel);
    });
  }

  /// The French `ou` of a first syllable is a short u: `Moubarak`.
  static bool is_french_u(std::string_view text, std::size_t i) {
    return i == 1 && text.substr(i).starts_with("ou");
  }

  static bool is_doubled(std::string_view text, std::size_t i) {
    return i > 0 && i < text.size() && text[i] == text[i - 1];
  }

  void extend(std::size_t i, std::size_t j) {
    const std::string_view a = a_.text, b = b_.text;
    const std::size_t here = cost(i, j);
    if (i < a.size() && j < b.size() && a[i] == b[j]) reach(i + 1, j + 1, here);
    if (is_doubled(a, i) && a[i] != 'o') reach(i + 1, j, here + doubled_cost_);
    if (is_doubled(b, j) && b[j] != 'o') reach(i, j + 1, here + doubled_cost_);
    if (a_.vowelless && i > 0 && is_short_vowel(b, j)) reach(i, j + 1, here + unwritten_cost);
    if (a_.vowelless && is_french_u(b, j)) reach(i, j + 2, here + unwritten_cost);
    if (b_.vowelless && j > 0 && is_short_vowel(a, i)) reach(i + 1, j, here + unwritten_cost);
    if (b_.vowelless && is_french_u(a, i)) reach(i + 2, j, here + unwritten_cost);
    const char letter_a = i < a.size() ? a[i] : nothing;
    const char letter_b = j < b.size() ? b[j] : nothing;
    apply(spelling_rules(letter_a, letter_b), i, j);
    if (letter_a != nothing && letter_b != nothing) {
      apply(spelling_rules(letter_a, nothing), i, j);
      apply(spelling_rules(nothing, letter_b), i, j);
    }
  }

  void apply(std::span<const SpellingRule> rules, std::size_t i, std::size_t j) {
    for (const SpellingRule& rule : rules) apply(rule, i, j);
  }

  void apply(const SpellingRule& rule, std::size_t i, std::size_t j) {
    const std::string_view a = std::string_view(a_.text).substr(i);
    const std::string_view b = std::string_view(b_.text).substr(j);
    if (!a.starts_with(rule.left) || !b.starts_with(rule.right)) return;
    const std::size_t after_a = i + rule.left.size(), after_b = j + rule.right.size();
    if (splits(a_.text, i, after_a) || splits(b_.text, j, after_b)) return;
    if (is_kin(rule.kin) && holds(rule.where, i, j, after_a, after_b))
      reach(after_a, after_b, cost(i, j) + rule.cost);
  }

  static bool is_by_ear(const Romanized& name) {
    return name.script != Script::Latin && !name.vowelless;
  }

  bool is_kin(Kin kin) const {
    switch (kin) {
      case Kin::Any:
        return true;
      case Kin::Neutral:
        return kinship_.neutral;
      case Kin::Foreign:
        return kinship_.foreign;
      case Kin::Oriental:
        return kinship_.oriental;
      case Kin::French:
        return kinship_.french;
      case Kin::Vowelless:
        return a_.vowelless && b_.vowelless;
      case Kin::CyrillicLeft:
        return is_by_ear(a_) && b_.script == Script::Latin;
      case Kin::CyrillicRight:
        return is_by_ear(b_) && a_.script == Script::Latin;
    }
    return false;
  }

  bool holds(Where where, std::size_t i, std::size_t j, std::size_t after_a,
             std::size_t after_b) const {
    switch (where) {
      case Where::Anywhere:
        return true;
      case Where::Start:
        return i == 0 && j == 0;
      case Where::OpenStart:
        return i == 0 && j == 0 && is_open(a_.text) && is_open(b_.text);
      case Where::Inside:
        return i > 0 && j > 0;
      case Where::AfterVowel:
        return i > 0 && j > 0 && is_vowel(a_.text[i - 1]) && is_vowel(b_.text[j - 1]);
      case Where::BeforeEnd:
        return after_a < a_.text.size() && after_b < b_.text.size();
      case Where::SoftC:
        return !is_hard(a_.text, after_a) && !is_hard(b_.text, after_b);
      case Where::End:
        return after_a == a_.text.size() && after_b == b_.text.size();
      case Where::HardC:
        return is_hard(a_.text, after_a) && is_hard(b_.text, after_b);
      case Where::BeforeConsonant:
        return after_a < a_.text.size() && after_b < b_.text.size() &&
               !is_vowel(a_.text[after_a]) && !is_vowel(b_.text[after_b]);
      case Where::Closed:
        return is_closed(a_.text, after_a) && is_closed(b_.text, after_b);
      case Where::NisbaVowel:
        return has_nisba_vowel(a_.text, i) && has_nisba_vowel(b_.text, j);
    }
    return false;
  }

  static bool is_closed(std::string_view text, std::size_t after) {
    const auto is_consonant = [&](std::size_t i) { return i < text.size() && !is_vowel(text[i]); };
    return is_consonant(after) && (after + 1 == text.size() || is_consonant(after + 1));
  }

  static bool is_open(std::string_view text) {
    std::size_t i = 0;
    while (i < text.size() && is_vowel(text[i])) ++i;
    if (is_doubled(text, i + 1)) ++i;
    return i + 1 < text.size() && is_vowel(text[i + 1]);
  }

  /// Whether letters that are read as one fall apart there: `c` is no `c` before `h`.
  static bool splits(std::string_view text, std::size_t begin, std::size_t end) {
    if (begin == end) return false;
    const bool ends_within =
        end < text.size() && text[end] == 'h' && contains("csztkgdp", text[end - 1]);
    return ends_within || (begin > 0 && text[begin] == 'c' && text[begin - 1] == 's' &&
                           (!is_hard(text, end) || text.substr(end).starts_with('h')));
  }

  static bool is_hard(std::string_view text, std::size_t after) {
    return after >= text.size() || !contains("eiyC", text[after]);
  }

  const Romanized& a_;
  const Romanized& b_;
  const Kinship kinship_;
  const std::size_t doubled_cost_;
  const std::size_t bound_;
  std::array<std::uint16_t, (longest + 1) * (longest + 1)> costs_;
};

std::size_t consonants(const Romanized& name) {
  return static_cast<std::size_t>(std::count_if(name.text.begin(), name.text.end(),
                                                [](char c) { return !contains("AEYWT@", c); }));
}

bool says_enough(const Romanized& name) {
  return !name.vowelless || consonants(name) >= least_vowelless ||
         name.text.size() > least_vowelless;
}

}  // namespace

bool same_name(const Romanized& a, const Romanized& b) {
  if (a.text.empty() || b.text.empty()) return false;
  if (a.text == b.text) return true;
  const std::size_t letters = std::max(a.text.size(), b.text.size());
  if (letters > longest || !says_enough(a) || !says_enough(b)) return false;
  const std::size_t bound = std::min(letters * cost_a_letter, most_cost);
  // Most names differ whatever they look like, which takes longer to tell.
  return Alignment(a, b, closest_kin, bound).within_bound() &&
         Alignment(a, b, kinship_of(a, b), bound).within_bound();
}

bool same_name(std::string_view a, std::string_view b) {
  return same_name(romanize(a), romanize(b));
}

}  // namespace news
