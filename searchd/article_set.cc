#include "searchd/article_set.h"

#include <algorithm>

namespace news {

void ArticleSet::skip_to(Xapian::docid id, double) {
  const auto from = ids_->begin() + static_cast<std::ptrdiff_t>(std::max<std::size_t>(at_, 1) - 1);
  at_ = static_cast<std::size_t>(std::lower_bound(from, ids_->end(), id) - ids_->begin()) + 1;
}

}  // namespace news
