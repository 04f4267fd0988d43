#include "indexer/readers/native_article.h"

#include <algorithm>

namespace news {

std::string_view trim_json(std::string_view text) {
  constexpr std::string_view white_space = " \t\r\n";
  constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";
  if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
  text.remove_prefix(std::min(text.find_first_not_of(white_space), text.size()));
  text.remove_suffix(text.size() - (text.find_last_not_of(white_space) + 1));
  return text;
}

}  // namespace news
