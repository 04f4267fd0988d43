#include <cstddef>
#include <cstdint>
#include <string_view>

#include "common/byline.h"
#include "common/text.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace news;
  const std::string_view byline(reinterpret_cast<const char*>(data), size);
  for (const Author& author : read_byline(byline)) {
    if (find_invalid_utf8(author.name)) __builtin_trap();  // it is stored as JSON
    if (!has_letter_or_digit(author.name)) __builtin_trap();
    if (author.name != clean_line(author.name)) __builtin_trap();
  }
  agency_of_byline(byline);
  return 0;
}
