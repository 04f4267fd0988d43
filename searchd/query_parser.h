#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "searchd/query.h"

namespace news {

struct ParsedQuery {
  std::string typed;                 ///< The input on one line, its beginning if it is long.
  std::optional<QueryNode> root;     ///< Nothing if nothing was asked for (find everything).
  std::vector<std::string> ignored;  ///< Parts of the input that were not understood, as typed.
  std::vector<std::string> notes;    ///< What was changed or left out and why, for a reader.
};

inline constexpr std::size_t max_query_words = 100;  ///< What comes after is ignored.
inline constexpr std::size_t max_query_depth = 20;   ///< Deeper brackets are ignored.
inline constexpr unsigned default_near_distance = 10;
inline constexpr unsigned max_near_distance = 100;

/// Parses what a reader typed; every input gives an answer, none throws.
///
///   election results         both words, in all their forms
///   "election results"       these very words, next to each other
///   AND OR NOT ( ) + -       in capitals; AND binds tighter than OR; +the searches a stop word
///   title:rain author:"Ann"  in the headline, in the byline; also title:(a OR b)
///   country: section: source: tag: language:   a filter on that facet; `country:-` for none
///   before: after: date:     what read_date_span reads; before and after leave it out itself
///   has:correction           articles that have it
///   elect*                   words that begin so (three letters at least)
///   a NEAR/5 b               at most five words apart
///   Rogers <ROG>             a word and a code for the same: either is enough
///
/// `q` may be any bytes.
ParsedQuery parse_query(std::string_view q);

}  // namespace news
