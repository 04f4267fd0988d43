#pragma once

#include <map>
#include <string>
#include <string_view>

namespace news::warc {

/// The `Name: value` lines of a WARC record or an HTTP message.
class HeaderFields {
 public:
  /// Takes a line without its end. One that begins with white space goes on with the field before;
  /// one that is no field is left out. Of fields of one name the first counts.
  void add_line(std::string_view line);

  /// The value by the name in lower case, trimmed; empty if there is none.
  std::string_view get(std::string_view name) const;

 private:
  std::map<std::string, std::string, std::less<>> fields_;
  std::string last_;
};

/// In lower case, ASCII only.
std::string lower(std::string_view text);

/// Without white space at both ends.
std::string_view trim(std::string_view text);

}  // namespace news::warc
