#pragma once

#include <string>
#include <string_view>

namespace news {

/// The beginning of an agency's text: `KYIV, May 15 (Agency) — Talks ...`.
struct Dateline {
  std::string place_and_date;  ///< `KYIV, May 15`; empty if there is no dateline.
  std::string agency;          ///< `Agency`, where it stands in brackets.
  std::string_view rest;       ///< The text behind the dash, or all of it.
};

/// Reads the dateline that `text` begins with: a place in capitals (or one with a date or an
/// agency behind it), then a dash.
Dateline split_dateline(std::string_view text);

}  // namespace news
