#include "common/names/same_name.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>

#include "common/names/spelling_rules.h"

namespace news {

namespace {

constexpr std::size_t longest = 40;
// Costs in hundredths (SpellingRule::cost) that names may differ by, for each of their letters, and
// at most.
constexpr std::size_t cost_a_letter = 6;
constexpr std::size_t most_cost = 70;
// Of a letter that is doubled in one of them.
constexpr std::size_t doubled_cost = 4;
// Of a vowel that an alphabet without vowels does not write.
constexpr std::size_t unwritten_cost = 1;
// A name without vowels says little where it is shorter.
constexpr std::size_t least_vowelless = 3;

bool contains(std::string_view text, char letter) {
  return text.find(letter) != std::string_view::npos;
}

bool is_vowel(char c) { return contains("aeiouyC", c); }

/// Sounds that hardly any other romanised language has: q without u, kh, gh, dh, dd, h between
/// a vowel and m, d, j, b, a vowel or the end.
bool looks_oriental(const Romanized& name) {
  if (name.vowelless) return true;
  const std::string_view text = name.text;
  if (text.starts_with("abd")) return true;
  constexpr std::array<std::string_view, 4> pairs{"kh", "gh", "dh", "dd"};
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::string_view after = text.substr(i + 1, 1);
    if (text[i] == 'q' && after != "u") return true;
    const bool vowel_before = i > 0 && contains("aeou", text[i - 1]);
    if (text[i] == 'h' && vowel_before && (after.empty() || contains("mdjbaeiou", after.front()))) {
      return true;
    }
  }
  return std::any_of(pairs.begin(), pairs.end(), [&](std::string_view pair) {
    return text.find(pair) != std::string_view::npos;
  });
}

/// The least cost of turning one name into the other, by dynamic programming over their beginnings.
class Alignment {
 public:
  Alignment(const Romanized& a, const Romanized& b, std::size_t bound)
      : a_(a), b_(b), oriental_(looks_oriental(a) || looks_oriental(b)), bound_(bound) {
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

  static bool is_doubled(std::string_view text, std::size_t i) {
    return i > 0 && i < text.size() && text[i] == text[i - 1];
  }

  void extend(std::size_t i, std::size_t j) {
    const std::string_view a = a_.text, b = b_.text;
    const std::size_t here = cost(i, j);
    if (i < a.size() && j < b.size() && a[i] == b[j]) reach(i + 1, j + 1, here);
    if (is_doubled(a, i) && a[i] != 'o') reach(i + 1, j, here + doubled_cost);
    if (is_doubled(b, j) && b[j] != 'o') reach(i, j + 1, here + doubled_cost);
    if (a_.vowelless && j < b.size() && is_vowel(b[j])) reach(i, j + 1, here + unwritten_cost);
    if (b_.vowelless && i < a.size() && is_vowel(a[i])) reach(i + 1, j, here + unwritten_cost);
    for (const SpellingRule& rule : spelling_rules('\0')) apply(rule, i, j);
    if (i == a.size()) return;
    for (const SpellingRule& rule : spelling_rules(a[i])) apply(rule, i, j);
  }

  void apply(const SpellingRule& rule, std::size_t i, std::size_t j) {
    const std::string_view a = std::string_view(a_.text).substr(i);
    const std::string_view b = std::string_view(b_.text).substr(j);
    if (!a.starts_with(rule.left) || !b.starts_with(rule.right)) return;
    const std::size_t after_a = i + rule.left.size(), after_b = j + rule.right.size();
    if (splits(a_.text, i, after_a) || splits(b_.text, j, after_b)) return;
    if (holds(rule.where, i, j, after_a, after_b)) reach(after_a, after_b, cost(i, j) + rule.cost);
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
      case Where::Oriental:
        return oriental_;
    }
    return false;
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
    return ends_within || (begin > 0 && text[begin] == 'c' && text[begin - 1] == 's');
  }

  static bool is_hard(std::string_view text, std::size_t after) {
    return after >= text.size() || !contains("eiyC", text[after]);
  }

  const Romanized& a_;
  const Romanized& b_;
  const bool oriental_;
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
  return Alignment(a, b, std::min(letters * cost_a_letter, most_cost)).within_bound();
}

bool same_name(std::string_view a, std::string_view b) {
  return same_name(romanize(a), romanize(b));
}

}  // namespace news
