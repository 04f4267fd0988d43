#pragma once

#include <cstddef>
#include <stdexcept>
#include <string>
#include <string_view>

namespace news::warc {

/// A body that cannot be decoded; `what()` says why and what to do.
class BadCoding : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// `body` without the chunks of HTTP/1.1 (RFC 9112, 7.1); what has none is given as it is, for
/// crawlers take them off and leave the header. Stops where the chunks are broken.
std::string without_chunks(std::string_view body);

/// `body` without the codings of a Content-Encoding header (gzip, deflate, br; several in the order
/// they were applied). What is not coded, though the header says so, is given as it is; what is cut
/// off is given as far as it goes. Throws BadCoding for an unknown coding, for damaged data, and
/// for more than `most` bytes.
std::string decode_content(std::string body, std::string_view codings, std::size_t most);

}  // namespace news::warc
