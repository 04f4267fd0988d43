#include <cstddef>
#include <cstdint>
#include <string>

#include "searchd/query_parser.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace news;
  const ParsedQuery query = parse_query({reinterpret_cast<const char*>(data), size});
  if (!query.root) return 0;
  const std::string printed = to_string(*query.root);
  const ParsedQuery again = parse_query(printed);
  if (!again.root || to_string(*again.root) != printed) __builtin_trap();
  return 0;
}
