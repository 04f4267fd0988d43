#include "indexer/posting_merge.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <deque>
#include <future>
#include <string>
#include <utility>

#include "common/schema.h"
#include "common/telling_words.h"
#include "indexer/term_tournament.h"
#include "indexer/thread_count.h"

namespace news {

namespace {

// So many are kept of an article, by how often it has them and how rare they are.
constexpr std::size_t most_words = 64;

/// The new ordinals of the words of a part, by the old. Terms that are no words stand between them,
/// since prefixes are capitals: they have none.
class Ordinals {
 public:
  explicit Ordinals(const TermDictionary& terms)
      : prefixed_(ordinal_of(terms, "A")),
        behind_(ordinal_of(terms, schema::first_word)),
        new_(terms.size() - (behind_ - prefixed_)) {}

  void set(std::uint32_t old, std::uint32_t now) {
    if (is_word(old)) new_[place(old)] = now;
  }
  std::uint32_t operator[](std::uint32_t old) const { return new_[place(old)]; }

 private:
  static std::uint32_t ordinal_of(const TermDictionary& terms, std::string_view term) {
    TermDictionary::Cursor cursor(terms);
    cursor.seek(term);
    return cursor.at_end() ? terms.size() : cursor.entry().ordinal;
  }
  bool is_word(std::uint32_t old) const { return old < prefixed_ || old >= behind_; }
  std::size_t place(std::uint32_t old) const {
    return old < prefixed_ ? old : old - (behind_ - prefixed_);
  }

  std::uint32_t prefixed_, behind_;
  std::vector<std::uint32_t> new_;
};

class Merge {
 public:
  Merge(const std::vector<PostingPart>& parts, const std::filesystem::path& database,
        const PostingFilter& filter)
      : parts_(parts), filter_(filter), writer_(database) {
    for (const PostingPart& part : parts) {
      ordinals_.emplace_back(part.file->terms());
      articles_ = std::max<std::size_t>(articles_, part.before + part.file->lengths().size());
    }
  }

  void run() {
    merge_lists();
    merge_articles();
    writer_.finish();
  }

 private:
  bool is_gone(Xapian::docid number) const { return filter_.is_gone && filter_.is_gone(number); }

  /// The list of a term in one part.
  struct Listed {
    std::size_t part;
    TermEntry entry;
  };

  /// Term by term.
  void merge_lists() {
    std::vector<const TermDictionary*> dictionaries;
    for (const PostingPart& part : parts_) dictionaries.push_back(&part.file->terms());
    std::string term;
    std::vector<Listed> same;
    for (TermTournament terms(dictionaries); !terms.at_end();) {
      term = terms.term();
      same.clear();
      for (; !terms.at_end() && terms.term() == term; terms.next()) {
        same.push_back({terms.winner(), terms.entry()});
      }
      merge_term(term, same);
    }
  }

  void merge_term(const std::string& term, const std::vector<Listed>& those) {
    packer_.clear();
    for (const Listed& one : those) {
      const Xapian::docid before = parts_[one.part].before;
      PostingCursor posting(parts_[one.part].file->list(one.entry));
      for (; !posting.at_end(); posting.next()) {
        if (!is_gone(before + posting.id())) packer_.add(before + posting.id(), posting.wdf());
      }
    }
    const std::size_t frequency = packer_.size();
    if (frequency == 0) return;
    const std::uint32_t ordinal = writer_.add(term, packer_.list());
    for (const Listed& one : those) ordinals_[one.part].set(one.entry.ordinal, ordinal);
    rarities_.push_back(rarity(frequency));
  }

  /// How much a word tells that so many articles have; 0 for nothing.
  std::uint8_t rarity(std::size_t frequency) const {
    const auto those = static_cast<double>(frequency);
    const auto all = static_cast<double>(articles_);
    if (!is_telling(those, all)) return 0;
    const double ratio = all / those;
    return static_cast<std::uint8_t>(1 + std::min(8 * std::log2(std::max(ratio, 1.0)), 254.0));
  }

  /// What is written of an article.
  struct Written {
    std::uint32_t length = 0;
    std::vector<ArticleWord> words;
  };

  /// Some neighbours of a part, by the numbers that they have there.
  struct Stretch {
    std::size_t part;
    Xapian::docid first, end;
  };

  /// All articles, and numbers that none has, in their order.
  std::vector<Stretch> stretches() const {
    constexpr Xapian::docid most = 2'000;
    std::vector<Stretch> all;
    Xapian::docid next = 0;  // that of no article stands in front
    for (std::size_t part = 0; part < parts_.size(); ++part) {
      const Xapian::docid before = parts_[part].before;
      const auto end = static_cast<Xapian::docid>(parts_[part].file->lengths().size());
      if (next > 0) next = std::max(next, before + 1);
      for (Xapian::docid first = next - before; first < end; first += most) {
        all.push_back({part, first, std::min(first + most, end)});
      }
      next = before + end;
    }
    return all;
  }

  /// The words of some stretches are chosen beside each other, and written in turns.
  void merge_articles() {
    const std::vector<Stretch> all = stretches();
    const std::size_t beside = count_threads();
    std::deque<std::future<std::vector<Written>>> chosen;
    Xapian::docid next = 0;
    for (std::size_t begun = 0, i = 0; i < all.size(); ++i) {
      for (; begun < std::min(i + beside, all.size()); ++begun) {
        chosen.push_back(std::async(std::launch::async, [&, begun] { return choose(all[begun]); }));
      }
      const Xapian::docid first = parts_[all[i].part].before + all[i].first;
      for (; next < first; ++next) writer_.add_article(0, {});
      for (const Written& article : chosen.front().get()) {
        writer_.add_article(article.length, article.words);
        ++next;
      }
      chosen.pop_front();
    }
  }

  std::vector<Written> choose(const Stretch& stretch) const {
    const PostingPart& part = parts_[stretch.part];
    std::vector<Written> articles;
    for (Xapian::docid old = stretch.first; old < stretch.end; ++old) {
      Written& article = articles.emplace_back();
      if (old == 0 || is_gone(part.before + old)) continue;
      article = {part.file->lengths()[old], words(stretch.part, old)};
    }
    return articles;
  }

  std::vector<ArticleWord> words(std::size_t part, Xapian::docid old) const {
    std::vector<ArticleWord> words = parts_[part].file->words(old);
    for (ArticleWord& word : words) word.ordinal = ordinals_[part][word.ordinal];
    if (filter_.words) keep_telling(words);
    return words;
  }

  void keep_telling(std::vector<ArticleWord>& words) const {
    std::vector<std::pair<double, ArticleWord>> weighed;  // less is better
    weighed.reserve(words.size());
    for (const ArticleWord& word : words) {
      const std::uint8_t rarity = rarities_[word.ordinal];
      if (rarity > 0) weighed.emplace_back(-saturated_count(word.wdf) * rarity, word);
    }
    const bool are_many = weighed.size() > most_words;
    if (are_many) {
      std::nth_element(weighed.begin(), weighed.begin() + most_words, weighed.end(),
                       [](const auto& a, const auto& b) {
                         return a.first != b.first ? a.first < b.first
                                                   : a.second.ordinal < b.second.ordinal;
                       });
      weighed.resize(most_words);
    }
    words.clear();
    for (const auto& one : weighed) words.push_back(one.second);
    if (!are_many) return;  // still in their order
    std::sort(words.begin(), words.end(),
              [](const ArticleWord& a, const ArticleWord& b) { return a.ordinal < b.ordinal; });
  }

  const std::vector<PostingPart>& parts_;
  const PostingFilter& filter_;
  PostingFileWriter writer_;
  std::vector<Ordinals> ordinals_;  // by part
  std::size_t articles_ = 0;
  std::vector<std::uint8_t> rarities_;  // by ordinal
  PostingPacker packer_;
};

}  // namespace

void merge_postings(const std::vector<PostingPart>& parts, const std::filesystem::path& database,
                    const PostingFilter& filter) {
  Merge(parts, database, filter).run();
}

}  // namespace news
