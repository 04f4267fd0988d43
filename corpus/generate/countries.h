#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace generate {

/// A country that is written about.
struct Country {
  std::string_view code;  ///< ISO 3166-1 alpha-2.
  std::string_view name;  ///< In English.
};

/// 200 of them, the most written about first.
std::span<const Country> countries();

}  // namespace generate
