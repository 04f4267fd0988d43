#include "searchd/article_lengths.h"

namespace news {

ArticleLengths::ArticleLengths(const Xapian::Database& part, double average) {
  const auto end = part.postlist_end({});
  for (auto article = part.postlist_begin({}); article != end; ++article) {
    if (lengths_.empty()) first_ = *article;
    lengths_.resize(*article - first_ + std::size_t{1});
    lengths_.back() = static_cast<float>(article.get_doclength() / average);
  }
}

ArticleLengths::ArticleLengths(std::span<const std::uint32_t> lengths, double average) {
  lengths_.reserve(lengths.size());
  for (const std::uint32_t length : lengths) {
    lengths_.push_back(static_cast<float>(length / average));
  }
}

}  // namespace news
