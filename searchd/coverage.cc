#include "searchd/coverage.h"

#include <algorithm>
#include <array>
#include <bit>
#include <numeric>

namespace news {

namespace {

/// Which of some articles with numbers that follow one another are in some lists, a bit for each.
class ArticleBits {
 public:
  using Word = std::uint64_t;
  static constexpr Xapian::docid words = 128;
  static constexpr Xapian::docid size = words * 64;

  explicit ArticleBits(std::span<const PostingList> lists) {
    for (const PostingList& list : lists) cursors_.emplace_back(list);
  }

  /// Those of `size` numbers from `first` on, which is more than it was before.
  void read(Xapian::docid first) {
    bits_.fill(0);
    for (PostingCursor& cursor : cursors_) {
      for (cursor.skip_to(first); cursor.id() - first < size; cursor.next()) {
        const Xapian::docid place = cursor.id() - first;
        bits_[place / 64] |= Word{1} << place % 64;
      }
    }
  }
  Word operator[](std::size_t word) const { return bits_[word]; }

 private:
  std::vector<PostingCursor> cursors_;
  std::array<Word, words> bits_{};
};

/// Of 64 articles, those that have at least `least` of the words: bit by bit, how many they have is
/// never counted.
ArticleBits::Word enough_of(const std::vector<ArticleBits>& words, std::size_t place,
                            unsigned least) {
  std::array<ArticleBits::Word, Coverage::max_words + 1> at_least{};  // so many
  at_least[0] = ~ArticleBits::Word{0};
  for (const ArticleBits& word : words) {
    for (unsigned count = least; count > 0; --count) {
      at_least[count] |= at_least[count - 1] & word[place];
    }
  }
  return at_least[least];
}

std::uint32_t words_at(const std::vector<ArticleBits>& words, std::size_t place, unsigned bit) {
  std::uint32_t has = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    has |= static_cast<std::uint32_t>(words[i][place] >> bit & 1) << i;
  }
  return has;
}

std::vector<ArticleBits> bits_of(const PostingList* list) {
  if (list == nullptr) return {};
  return {ArticleBits({list, 1})};
}

/// Of 64 articles, those that have any of some words, one bit for each.
ArticleBits::Word any_of(const std::vector<ArticleBits>& words, std::size_t place,
                         std::uint32_t wanted) {
  ArticleBits::Word any = 0;
  for (; wanted != 0; wanted &= wanted - 1) {
    any |= words[static_cast<std::size_t>(std::countr_zero(wanted))][place];
  }
  return any;
}

/// One bit for each word that no more articles have.
std::uint32_t words_of_few(std::span<const Coverage::Lists> words, std::size_t few) {
  std::uint32_t rare = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::size_t articles =
        std::accumulate(words[i].begin(), words[i].end(), std::size_t{0},
                        [](std::size_t sum, const PostingList& list) { return sum + list.size; });
    rare |= std::uint32_t{articles > 0 && articles <= few} << i;
  }
  return rare;
}

}  // namespace

/// A stretch of the archive at a time, which stays near the processor. Once enough articles have so
/// many words, those that have fewer are passed over.
Coverage::Coverage(const Query& query, const Columns& columns)
    : articles_(std::min(query.words.size(), max_words) + 1) {
  const auto count = static_cast<unsigned>(articles_.size() - 1);
  std::vector<ArticleBits> words;
  for (unsigned i = 0; i < count; ++i) words.emplace_back(query.words[i]);
  std::vector<ArticleBits> needed = bits_of(query.needed);
  std::vector<ArticleBits> excluded = bits_of(query.excluded);
  rare_ = words_of_few(query.words.first(count), query.few);
  unsigned least = 1;
  for (Xapian::docid first = 0; first < columns.end(); first += ArticleBits::size) {
    for (auto* all : {&words, &needed, &excluded}) {
      for (ArticleBits& bits : *all) bits.read(first);
    }
    for (std::size_t place = 0; place < ArticleBits::words; ++place) {
      ArticleBits::Word found = enough_of(words, place, least) | any_of(words, place, rare_);
      for (const ArticleBits& bits : needed) found &= bits[place];
      for (const ArticleBits& bits : excluded) found &= ~bits[place];
      for (; found != 0; found &= found - 1) {
        const auto bit = static_cast<unsigned>(std::countr_zero(found));
        const auto id = static_cast<Xapian::docid>(first + 64 * place + bit);
        if (!columns.visible(id)) continue;
        const std::uint32_t has = words_at(words, place, bit);
        const auto of_words = static_cast<std::uint32_t>(std::popcount(has));
        found_.push_back({id, has, of_words});
        if ((has & rare_) != 0) with_rare_.push_back(found_.back());
        ++articles_[of_words];
      }
    }
    least = std::max(least, most_words_of(query.enough));
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

const Coverage::Covered* Coverage::find(Xapian::docid id) const {
  const auto found =
      std::lower_bound(found_.begin(), found_.end(), id,
                       [](const Covered& one, Xapian::docid wanted) { return one.id < wanted; });
  return found != found_.end() && found->id == id ? &*found : nullptr;
}

bool Coverage::has(Xapian::docid id, unsigned words) const {
  const Covered* const one = find(id);
  return one != nullptr && is_enough(*one, words);
}

std::uint32_t Coverage::rare_words(unsigned words) const {
  std::uint32_t rare = 0;
  for (const Covered& one : with_rare_) {
    if (one.count < words) rare |= one.words & rare_;
  }
  return rare;
}

std::size_t Coverage::size(unsigned words) const {
  const auto beside = std::count_if(with_rare_.begin(), with_rare_.end(),
                                    [words](const Covered& one) { return one.count < words; });
  return articles(words) + static_cast<std::size_t>(beside);
}

std::uint32_t Coverage::words_of(Xapian::docid id) const {
  const Covered* const one = find(id);
  return one != nullptr ? one->words : 0;
}

}  // namespace news
