#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "common/analysis/analyzer.h"
#include "searchd/highlighter.h"

namespace news {

/// About how many bytes of text a snippet has; whole words, so a little less or more.
inline constexpr std::size_t snippet_length = 240;

/// The passage of `text` with the most and the nearest of the matches, as HTML: escaped, matches
/// in <mark>, `…` where text was left out. It begins at a sentence where one is near. Without
/// matches, the beginning of the text. `tokens` are all words of the text.
std::string snippet_html(std::string_view text, const std::vector<Token>& tokens,
                         const std::vector<Match>& matches);

/// How good a passage could be made of the matches: how many different parts of the query lie
/// within a snippet's length of each other.
std::size_t best_parts(const std::vector<Match>& matches);

}  // namespace news
