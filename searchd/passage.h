#pragma once

#include <cstddef>
#include <vector>

#include "searchd/highlighter.h"

namespace news {

/// A stretch of a text that shows matches: bytes [begin, end), from a match to a match.
struct Passage {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t parts = 0;  ///< Different words and phrases of the query in it.
};

/// The best passage, at most `length` long unless one match alone is longer: the one with the most
/// different parts of the query; of those the one with the parts nearest to each other, in steps of
/// a short line; then the one with the most words marked, then the first. Where it lacks parts
/// that stand elsewhere, also the best passage of these. In the order of the text; none without
/// matches. `matches` are in order and without overlap. Takes time in proportion to their number.
std::vector<Passage> best_passages(const std::vector<Match>& matches, std::size_t length);

}  // namespace news
