#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

#include "common/names/spelling_rules.h"

namespace news {

/// Spellings that stand for each other, with spaces between; `-` is nothing.
struct RuleGroup {
  Where where;
  Kin kin;
  std::uint16_t cost;
  std::string_view spellings;
};

/// What a sound of another language is by ear in Cyrillic: the first of the spellings is Cyrillic
/// as romanize() has it, the others are Latin.
struct EarGroup {
  Where where;
  std::uint16_t cost;
  std::string_view spellings;
};

std::span<const RuleGroup> rules_of_romanisation();
std::span<const RuleGroup> rules_of_scripts();
std::span<const EarGroup> rules_by_ear();

}  // namespace news
