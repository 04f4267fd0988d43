#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "common/analysis/analyzer.h"
#include "searchd/highlighter.h"

namespace news {

/// About how many bytes of text a snippet has; whole words, so a little less or more, and less
/// where that leaves whole sentences. Never more than four times as many.
inline constexpr std::size_t snippet_length = 240;

/// The passage of `text` with the most and the nearest of the matches, as HTML: escaped, matches
/// in <mark>, `…` where text was left out. Two passages where words of the query stand too far
/// apart for one. Each begins and ends at a sentence where one is near, else at a word, and where
/// words are without end, between two characters as a reader sees them. Without matches, the
/// beginning of the text.
std::string snippet_html(std::string_view text, const std::vector<Match>& matches,
                         Analyzer& analyzer);

/// How much of a query a snippet would show: different words and phrases.
std::size_t shown_parts(const std::vector<Match>& matches);

}  // namespace news
