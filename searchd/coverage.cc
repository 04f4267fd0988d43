#include "searchd/coverage.h"

#include <algorithm>
#include <bit>
#include <iterator>
#include <numeric>

#include "searchd/each_match.h"

namespace news {

Coverage::Coverage(const Xapian::Database& database, const Columns& columns, std::size_t words,
                   const EachOf& each_of, const Xapian::Query& needed,
                   const Xapian::Query& excluded)
    : words_(columns.end(), 0) {
  const std::size_t count = std::min(words, max_words);
  for (std::size_t i = 0; i < count; ++i) {
    const std::uint32_t bit = 1u << i;
    each_of(i, [&](Xapian::docid id) {
      if (words_[id] == 0) found_.push_back(id);
      words_[id] |= bit;
    });
  }
  constexpr std::uint32_t is_needed = 1u << max_words;
  if (!needed.empty())
    each_match(database, needed, [&](Xapian::docid id) { words_[id] |= is_needed; });
  if (!excluded.empty()) each_match(database, excluded, [&](Xapian::docid id) { words_[id] = 0; });
  articles_.assign(count + 1, 0);
  for (const Xapian::docid id : found_) {
    std::uint32_t& has = words_[id];
    if (!columns.visible(id) || (!needed.empty() && (has & is_needed) == 0)) has = 0;
    has &= ~is_needed;
    ++articles_[static_cast<std::size_t>(std::popcount(has))];
  }
}

std::size_t Coverage::articles(unsigned words) const {
  return std::accumulate(articles_.begin() + std::min<std::ptrdiff_t>(words, std::ssize(articles_)),
                         articles_.end(), std::size_t{0});
}

unsigned Coverage::most_words_of(std::size_t enough) const {
  unsigned words = static_cast<unsigned>(articles_.size() - 1);
  while (words > 1 && articles(words) < enough) --words;
  return std::max(words, 1u);
}

}  // namespace news
