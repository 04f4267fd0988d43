#include "searchd/postings.h"

#include <utility>

namespace news {

Postings::Postings(const Xapian::Database& part, const std::string& term) {
  const auto end = part.postlist_end(term);
  for (auto posting = part.postlist_begin(term); posting != end; ++posting) {
    packed_.add(*posting, posting.get_wdf());
  }
  packed_.shrink();
  list_ = packed_.list();
}

Postings::Postings(PostingPacker packed) : packed_(std::move(packed)), list_(packed_.list()) {}

}  // namespace news
