#include "indexer/content.h"

#include <array>
#include <cstddef>

namespace news {
namespace {

using namespace std::string_view_literals;

struct Signature {
  std::string_view bytes;
  Content content;
};

constexpr std::array signatures{
    Signature{"\x1f\x8b"sv, Content::Gzip},
    Signature{"\xfd\x37zXZ\0"sv, Content::Compressed},
    Signature{"\x28\xb5\x2f\xfd"sv, Content::Compressed},
    Signature{"BZh"sv, Content::Compressed},
    Signature{"PK\x03\x04"sv, Content::Zip},
    Signature{"PK\x05\x06"sv, Content::Zip},  // of no entry
    Signature{"PK\x07\x08"sv, Content::Zip},  // made to be split
};

/// The number in an octal field of a tar header; 0 where there is none.
unsigned octal(std::string_view field) {
  unsigned number = 0;
  for (const char c : field.substr(field.find_first_not_of(' ') % field.size())) {
    if (c < '0' || c > '7') break;
    number = number * 8 + static_cast<unsigned>(c - '0');
  }
  return number;
}

/// Every kind of tar has in its first header the sum of that header's bytes; the oldest have
/// nothing else to be known by.
bool is_tar(std::string_view beginning) {
  constexpr std::size_t header_size = 512;
  constexpr std::size_t sum_begin = 148;
  constexpr std::size_t sum_size = 8;
  if (beginning.size() < header_size) return false;
  unsigned sum = sum_size * ' ';
  for (std::size_t i = 0; i < header_size; ++i) {
    const bool in_sum = i >= sum_begin && i < sum_begin + sum_size;
    if (!in_sum) sum += static_cast<unsigned char>(beginning[i]);
  }
  return sum == octal(beginning.substr(sum_begin, sum_size));
}

}  // namespace

Content content_of(std::string_view beginning) {
  for (const Signature& signature : signatures) {
    if (beginning.starts_with(signature.bytes)) return signature.content;
  }
  return is_tar(beginning) ? Content::Tar : Content::Plain;
}

}  // namespace news
