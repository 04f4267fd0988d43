#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace news {

/// A message whose headers and parts are decoded; all text is UTF-8.
struct MailMessage {
  /// Names in lower case, in the order they come.
  std::vector<std::pair<std::string, std::string>> headers;
  std::string from_name;  ///< Of the first sender; empty if there is the address only.
  std::string from_address;
  std::string plain;       ///< The text/plain part, ...
  std::string html;        ///< ... and the text/html one.
  bool is_flowed = false;  ///< Of the plain part: lines that end in a space go on (RFC 3676).

  /// The first header of that name; empty if there is none.
  std::string header(std::string_view name) const;
};

/// Reads a message in Internet Message Format with its MIME parts (GMime does). What is broken is
/// read as far as it goes.
MailMessage read_mail_message(std::string_view bytes);

}  // namespace news
