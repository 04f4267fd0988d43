#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace news {

/// What a template, link or table that is open has so far: its parts between bars.
struct WikiFrame {
  enum class Kind { Text, Template, Link, Table };
  Kind kind = Kind::Text;
  std::vector<std::string> parts{std::string()};
};

/// What to do with the mark or the letter that markup stands at.
struct WikiMark {
  enum class Kind {
    Letter,
    OpenTemplate,
    CloseTemplate,
    OpenLink,
    CloseLink,
    OpenTable,
    CloseTable,
    Bar,
    Skip,
    LineEnd
  };
  Kind kind = Kind::Letter;
  std::size_t size = 1;  ///< Bytes of the mark, or of what is skipped.
};

/// Finds marks in markup. Comments, footnotes and other elements whose content is no text are
/// skipped as a whole, other tags alone. All together it takes linear time.
class WikiMarks {
 public:
  explicit WikiMarks(std::string_view markup) : markup_(markup) {}
  WikiMark at(std::size_t position);

 private:
  std::size_t tag_size(std::size_t position);
  std::size_t end_of(std::string_view end, std::size_t position);

  std::string_view markup_;
  std::vector<std::string_view> never_again_;  // ends that do not come any more
};

}  // namespace news
