#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "indexer/countries_of_text.h"

/// The language is the first two bytes; the rest is once a dateline and a headline, once a text.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace news;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const std::string language(bytes.substr(0, 2));
  const std::string text(bytes.size() > 2 ? bytes.substr(2) : "");
  const auto once = countries_of_text({.title = text, .language = language, .dateline = text});
  const auto twice = countries_of_text({.body = text, .places = {text}, .language = language});
  if (once.size() > 5 || twice.size() > 5) __builtin_trap();
  return 0;
}
