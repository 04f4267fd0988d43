#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace news {

/// Appends a number of seven bits a byte, the lowest first; all bytes but the last have the eighth.
template <typename Bytes>
void put_varint(Bytes& bytes, std::uint64_t number) {
  using Byte = typename Bytes::value_type;
  for (; number >= 0x80; number >>= 7) bytes.push_back(static_cast<Byte>(number | 0x80));
  bytes.push_back(static_cast<Byte>(number));
}

/// Takes such a number from the beginning of `bytes`. False, and nothing is taken, if none is
/// there.
inline bool take_varint(std::string_view& bytes, std::uint64_t& number) {
  number = 0;
  for (std::size_t i = 0; i < bytes.size() && i < 10; ++i) {
    const auto byte = static_cast<unsigned char>(bytes[i]);
    number |= std::uint64_t{byte & 0x7fU} << (7 * i);
    if (byte >= 0x80) continue;
    bytes.remove_prefix(i + 1);
    return true;
  }
  return false;
}

}  // namespace news
