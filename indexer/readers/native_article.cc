#include "indexer/readers/native_article.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "common/article_json.h"
#include "common/error.h"

namespace news {

std::string_view trim_json(std::string_view text) {
  constexpr std::string_view white_space = " \t\r\n";
  constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";
  if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
  text.remove_prefix(std::min(text.find_first_not_of(white_space), text.size()));
  text.remove_suffix(text.size() - (text.find_last_not_of(white_space) + 1));
  return text;
}

void take_article(std::string_view json, const Place& place, Intake& intake) {
  std::vector<std::string> warnings;
  Article article;
  try {
    article = parse_article(json, warnings);
  } catch (const BadArticle& bad) {
    return intake.rejected(place, bad.what(), json);
  }
  intake.article(std::move(article), place);
  for (const std::string& warning : warnings) intake.warning(place, warning);
}

}  // namespace news
