#include "searchd/date_list.h"

#include <algorithm>

namespace news {

DateList date_list(std::vector<std::pair<Instant, Xapian::docid>> dated) {
  // Archives are often taken in in this order.
  if (!std::is_sorted(dated.begin(), dated.end())) std::sort(dated.begin(), dated.end());
  DateList list;
  list.dated.reserve(dated.size());
  for (const auto& [published, id] : dated) list.dated.push_back(id);
  return list;
}

}  // namespace news
