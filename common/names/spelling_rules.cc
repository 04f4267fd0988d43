#include "common/names/spelling_rules.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <numeric>
#include <vector>

#include "common/names/rule_groups.h"

namespace news {

namespace {

using Rules = std::vector<SpellingRule>;

constexpr std::size_t letters = 64;

/// A number for `@`, A to Z, a to z and 0.
constexpr std::size_t number_of(char letter) {
  return letter == '\0' ? letters - 1 : static_cast<std::size_t>(letter) % letters;
}

char first(std::string_view side) { return side.empty() ? '\0' : side.front(); }

constexpr std::size_t place_of(char left, char right) {
  return number_of(left) * letters + number_of(right);
}

std::vector<std::string_view> words(std::string_view text) {
  std::vector<std::string_view> list;
  while (!text.empty()) {
    const std::size_t end = text.find(' ');
    const std::string_view word = text.substr(0, end);
    list.push_back(word == "-" ? std::string_view() : word);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return list;
}

/// Each spelling for each other one.
void add_group(const RuleGroup& group, Rules& rules) {
  const std::vector<std::string_view> spellings = words(group.spellings);
  for (const std::string_view left : spellings) {
    for (const std::string_view right : spellings) {
      if (left != right) rules.push_back({left, right, group.cost, group.where, group.kin});
    }
  }
}

/// The first spelling for each other one, and back.
void add_group(const EarGroup& group, Rules& rules) {
  const std::vector<std::string_view> spellings = words(group.spellings);
  const std::string_view cyrillic = spellings.front();
  for (std::size_t i = 1; i < spellings.size(); ++i) {
    rules.push_back({cyrillic, spellings[i], group.cost, group.where, Kin::CyrillicLeft});
    rules.push_back({spellings[i], cyrillic, group.cost, group.where, Kin::CyrillicRight});
  }
}

Rules make_rules() {
  Rules rules;
  for (const RuleGroup& group : rules_of_romanisation()) add_group(group, rules);
  for (const RuleGroup& group : rules_of_scripts()) add_group(group, rules);
  for (const EarGroup& group : rules_by_ear()) add_group(group, rules);
  return rules;
}

/// The rules in the order of their place, and where each place begins.
struct Table {
  Rules rules = make_rules();
  std::array<std::uint16_t, letters * letters + 1> begins{};

  Table() {
    const auto place = [](const SpellingRule& rule) {
      return place_of(first(rule.left), first(rule.right));
    };
    std::stable_sort(rules.begin(), rules.end(),
                     [&](const auto& a, const auto& b) { return place(a) < place(b); });
    for (const SpellingRule& rule : rules) ++begins[place(rule) + 1];
    std::partial_sum(begins.begin(), begins.end(), begins.begin());
  }
};

}  // namespace

std::span<const SpellingRule> spelling_rules(char left, char right) {
  static const Table table;
  const std::size_t place = place_of(left, right);
  return std::span(table.rules)
      .subspan(table.begins[place], table.begins[place + 1] - table.begins[place]);
}

}  // namespace news
