#include "indexer/pair_lists.h"

#include <algorithm>
#include <cstdint>
#include <future>
#include <map>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "common/base_files.h"
#include "common/schema.h"
#include "common/word_order.h"
#include "indexer/thread_count.h"

namespace news {

namespace {

constexpr std::size_t fewest = 128;
constexpr std::size_t pair_share = 200;  // of one article in so many
// Which pairs are frequent is told by about so many articles.
constexpr Xapian::docid most_sampled = 25'000;
// Articles whose words are known at the same time.
constexpr Xapian::docid stretch = 4'096;

struct Word {
  std::string term;
  OrderedTerm ordered;
  PostingList list;
};

/// By the places of the words among all, the first in the upper half.
using Pair = std::uint64_t;
Pair pair_of(std::uint32_t first, std::uint32_t second) { return Pair{first} << 32 | second; }
std::uint32_t first_of(Pair pair) { return static_cast<std::uint32_t>(pair >> 32); }
std::uint32_t second_of(Pair pair) { return static_cast<std::uint32_t>(pair); }

/// Goes through articles, for the pairs of some words that these have.
class PairScan {
 public:
  PairScan(const std::vector<Word>& words, const OrderFile& orders)
      : words_(words), orders_(orders), words_of_(stretch) {
    cursors_.reserve(words.size());
    for (const Word& word : words) cursors_.emplace_back(word.list);
  }

  /// Calls `take(pair, number)` once for each pair of an article from `first` on, to that before
  /// `last_end`, ascending by number, in one stretch of every `step`.
  template <typename Take>
  void each(Xapian::docid first, Xapian::docid last_end, Xapian::docid step, const Take& take) {
    for (; first < last_end; first += stretch * step) {
      const Xapian::docid end = std::min(first + stretch, last_end);
      find_words(first, end);
      for (Xapian::docid number = first; number < end; ++number) {
        for (const Pair pair : pairs(number, words_of_[number - first])) take(pair, number);
      }
    }
  }

 private:
  void find_words(Xapian::docid first, Xapian::docid end) {
    for (std::vector<std::uint32_t>& words : words_of_) words.clear();
    for (std::uint32_t word = 0; word < cursors_.size(); ++word) {
      PostingCursor& posting = cursors_[word];
      for (posting.skip_to(first); posting.id() < end; posting.next()) {
        words_of_[posting.id() - first].push_back(word);
      }
    }
  }

  const std::vector<Pair>& pairs(Xapian::docid number, const std::vector<std::uint32_t>& words) {
    pairs_.clear();
    if (words.size() < 2) return pairs_;
    terms_.clear();
    for (const std::uint32_t word : words) terms_.push_back(words_[word].ordered);
    const auto& places = finder_.find(WordOrder(orders_.read(number)), terms_);
    for (auto place = places.begin(); place != places.end(); ++place) {
      for (auto next = place + 1; next != places.end(); ++next) {
        if (next->position > place->position + 1) break;
        if (next->position == place->position || next->term == place->term) continue;
        pairs_.push_back(pair_of(words[place->term], words[next->term]));
      }
    }
    std::sort(pairs_.begin(), pairs_.end());
    pairs_.erase(std::unique(pairs_.begin(), pairs_.end()), pairs_.end());
    return pairs_;
  }

  const std::vector<Word>& words_;
  OrderFile::Reader orders_;
  std::vector<PostingCursor> cursors_;
  std::vector<std::vector<std::uint32_t>> words_of_;  // by article of a stretch
  std::vector<OrderedTerm> terms_;                    // of one article
  WordOrder::Finder finder_;
  std::vector<Pair> pairs_;
};

/// Whether a word that so many articles have can be one of a frequent pair. Of what more than three
/// in four have (of the), there are many pairs, and hardly anybody asks for them.
bool can_pair(std::size_t frequency, std::size_t articles) {
  constexpr std::size_t word_share = 100;
  return frequency * word_share >= articles && frequency * 4 <= articles * 3;
}

std::vector<Word> frequent_words(const PostingFile& postings, std::size_t articles) {
  std::vector<Word> words;
  TermDictionary::Cursor term(postings.terms());
  for (; !term.at_end(); term.next()) {
    const TermEntry entry = term.entry();
    if (!can_pair(entry.frequency, articles) || schema::has_prefix(term.term())) continue;
    words.push_back({term.term(), OrderedTerm(term.term()), postings.list(entry)});
  }
  return words;
}

/// Those that look frequent in some of the articles.
std::vector<Pair> frequent_pairs(const std::vector<Word>& words, const OrderFile& orders) {
  const Xapian::docid step = 1 + (orders.size() - 1) / most_sampled;
  std::unordered_map<Pair, std::uint32_t> counts;
  PairScan(words, orders).each(1, orders.size() + 1, step, [&](Pair pair, Xapian::docid) {
    ++counts[pair];
  });
  const std::size_t least = std::max(fewest, orders.size() / pair_share) / step;
  std::vector<Pair> frequent;
  for (const auto& [pair, count] : counts) {
    if (count >= least) frequent.push_back(pair);
  }
  std::sort(frequent.begin(), frequent.end());
  return frequent;
}

/// Those of the words that a pair has, and the pairs by their places among these.
std::pair<std::vector<Word>, std::vector<Pair>> narrowed(const std::vector<Word>& words,
                                                         const std::vector<Pair>& pairs) {
  std::map<std::uint32_t, std::uint32_t> places;
  for (const Pair pair : pairs) {
    places[first_of(pair)];
    places[second_of(pair)];
  }
  std::pair<std::vector<Word>, std::vector<Pair>> narrow;
  for (auto& [old, place] : places) {
    place = static_cast<std::uint32_t>(narrow.first.size());
    narrow.first.push_back(words[old]);
  }
  for (const Pair pair : pairs) {
    narrow.second.push_back(pair_of(places[first_of(pair)], places[second_of(pair)]));
  }
  return narrow;
}

using Lists = std::unordered_map<Pair, PostingPacker>;

/// The articles that have these pairs, found in several threads.
Lists lists_of(const std::vector<Pair>& pairs, const std::vector<Word>& words,
               const OrderFile& orders) {
  const Xapian::docid share = orders.size() / count_threads() + 1;
  const auto find = [&](Xapian::docid first) {
    Lists lists;
    for (const Pair pair : pairs) lists[pair];
    PairScan(words, orders)
        .each(first, std::min(first + share, orders.size() + 1), 1,
              [&lists](Pair pair, Xapian::docid number) {
                const auto list = lists.find(pair);
                if (list != lists.end()) list->second.add(number, 1);
              });
    return lists;
  };
  std::vector<std::future<Lists>> shares;
  for (Xapian::docid first = 1; first <= orders.size(); first += share) {
    shares.push_back(std::async(std::launch::async, find, first));
  }
  Lists all = shares.front().get();
  for (auto more = shares.begin() + 1; more != shares.end(); ++more) {
    for (auto& [pair, list] : more->get()) {
      for (PostingCursor posting(list.list()); !posting.at_end(); posting.next()) {
        all[pair].add(posting.id(), posting.wdf());
      }
    }
  }
  return all;
}

}  // namespace

void write_pair_lists(const std::filesystem::path& base) {
  const auto postings = PostingFile::open(base);
  const auto orders = OrderFile::open(base);
  if (orders->size() < fewest) return;
  const std::vector<Word> all = frequent_words(*postings, orders->size());
  const auto [words, pairs] = narrowed(all, frequent_pairs(all, *orders));
  if (pairs.empty()) return;
  Lists lists = lists_of(pairs, words, *orders);
  const std::filesystem::path path = BaseFiles::pairs_path(base);
  std::filesystem::create_directories(path);
  PostingFileWriter writer(path);
  for (const Pair pair : pairs) {  // words ascend, and so do their places
    writer.add(schema::pair_term(words[first_of(pair)].term, words[second_of(pair)].term),
               lists.at(pair).list());
  }
  writer.finish();
  sync_files(path);
}

}  // namespace news
