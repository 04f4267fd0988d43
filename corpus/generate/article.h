#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace generate {

/// Seconds since 1970-01-01T00:00:00Z.
using Instant = std::int64_t;

/// One made-up article. Text has no quotation mark, backslash or control character but line ends.
struct Article {
  std::string id;
  std::string url;  ///< Empty for some, as are standfirst, authors, countries, tags and dateline.
  std::string title;
  std::string standfirst;
  std::string body;  ///< A blank line between paragraphs.
  std::vector<std::string> authors;
  Instant published = 0;
  bool day_only = false;                    ///< Only the day of `published`, in UTC, is said.
  Instant updated = 0;                      ///< 0: not said.
  int offset = 0;                           ///< Of the clocks of the source, in hours east of UTC.
  std::vector<std::string_view> countries;  ///< ISO 3166-1 alpha-2.
  std::string_view section;
  std::size_t source = 0;  ///< In the Newsroom.
  std::string source_name;
  std::vector<std::string> tags;
  std::string dateline;
  std::string copy_of;  ///< The id of the article that this one repeats; empty: none.
};

/// Appends the article as a line of the native format (docs/article-format.md), with its line end.
/// `copy_of` is no field of the format: it is kept, and tells what copies there are to be found.
void append_line(const Article& article, std::string& out);

}  // namespace generate
