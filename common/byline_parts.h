#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace news {

/// What stands in a byline between two separators.
struct BylinePart {
  enum class Before : std::uint8_t {
    Start,  ///< The beginning, or the end of a credit: `;`, a new line, "Editing by".
    Comma,
    And,
    Bar,      ///< `|`, a dash, `/`.
    Bracket,  ///< It stands in brackets.
    Aside,    ///< "in Kyiv", "for The Example".
  };

  Before before = Before::Start;
  bool is_writer = true;  ///< False behind "Editing by", "Photos:".
  std::vector<std::string> words;

  std::string text() const;
};

/// Takes a byline apart; e-mail addresses, URLs and @handles are left out, and so are `By` and what
/// else only says whom it credits.
std::vector<BylinePart> byline_parts(std::string_view byline);

}  // namespace news
