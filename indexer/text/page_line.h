#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace news {

/// One line of a page, and what it looks like on its own.
struct PageLine {
  enum class Kind {
    Text,       ///< A sentence or more.
    Short,      ///< Some words: a headline, a name, a label.
    Furniture,  ///< A button, an advertisement, a count.
    SignUp,     ///< Asks to sign up or to pay.
    Teaser,     ///< Stands with links to other articles.
    End,        ///< Nothing of the article follows.
    AuthorBox,  ///< The author's box follows.
    ReadingTime,
    Date,
    Byline,
    Role,
    Caption,  ///< Under a picture, with its credit.
    Tags,
    Correction,
    Url,
  };
  std::string_view text;  ///< Trimmed.
  std::string folded;     ///< See fold_page_line.
  Kind kind = Kind::Short;
  bool after_gap = false;  ///< An empty line stands before it.
};

/// The lines of `text` that are not empty, with what they look like.
std::vector<PageLine> page_lines(std::string_view text);

/// How many words it has.
std::size_t word_count(std::string_view text);
/// Whether it is two to five words that all begin with a capital, as names do.
bool looks_like_name(std::string_view line);
/// The dates in a date line, `Published May 15, 2024 Updated May 16, 2024`, as they are written;
/// one that nobody can read is empty.
struct PageDates {
  std::string published;
  std::string updated;
};
PageDates page_dates(std::string_view line);

}  // namespace news
