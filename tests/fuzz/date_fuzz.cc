#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "common/loose_date.h"

// The first line is the language, the rest the date.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace news;
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  const std::size_t line = std::min(input.find('\n'), size);
  const std::string_view language = input.substr(0, line);
  const std::string_view text = input.substr(std::min(line + 1, size));
  const CalendarDay near = std::chrono::year(2024) / std::chrono::May / std::chrono::day(15);
  for (const auto& date : {read_date(text, language), read_date(text, language, near)}) {
    if (date && parse_date(to_string(*date)) != date) __builtin_trap();
  }
  if (explain_unread_date(text, language).empty()) __builtin_trap();
  return 0;
}
