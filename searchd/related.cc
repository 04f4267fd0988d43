#include "searchd/related.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>

#include "common/telling_words.h"
#include "searchd/story.h"
#include "searchd/text_words.h"
#include "searchd/word_source.h"

namespace news {

namespace {

constexpr std::size_t most_words = 12;
// Looking up a frequency is the dear part, so only the most frequent words of a text are asked for
// theirs: a word that stands once in a long text is hardly what it is about.
constexpr std::size_t most_candidates = 48;
// So many of the ranking are weighed by time.
constexpr Xapian::doccount most_weighed = 100;
constexpr double half_life = 30;  // days
constexpr double least_share = 0.2;

struct Word {
  double weight;
  std::string stem;

  bool operator<(const Word& other) const {
    return weight != other.weight ? weight > other.weight : stem < other.stem;
  }
};

void keep_best(std::vector<Word>& words, std::size_t most) {
  std::sort(words.begin(), words.end());
  words.resize(std::min(words.size(), most));
}

std::vector<Word> distinctive_words(Xapian::docid id, const ArticleDatabase& database) {
  std::vector<Word> words;
  for (TextWord& word : text_words(database, id)) {
    words.push_back({static_cast<double>(word.wdf), std::move(word.term)});
  }
  keep_best(words, most_candidates);
  const double articles = database.both().get_doccount();
  for (Word& word : words) {
    const double frequency = database.frequency(word.stem);
    word.weight = is_telling(frequency, articles)
                      ? saturated_count(word.weight) * std::log(1 + articles / frequency)
                      : 0;
  }
  std::erase_if(words, [](const Word& word) { return word.weight == 0; });
  keep_best(words, most_words);
  return words;
}

/// Lets through the article itself, to measure others by, and the visible ones of other stories.
class OtherStories : public Xapian::MatchDecider {
 public:
  OtherStories(Xapian::docid self, const Columns& columns)
      : self_(self), story_(columns.story(self)), columns_(columns) {}

  bool operator()(const Xapian::Document& document) const override {
    const Xapian::docid id = document.get_docid();
    if (id == self_) return true;
    return columns_.visible(id) && (!story_ || columns_.story(id) != story_);
  }

 private:
  Xapian::docid self_;
  std::optional<std::uint32_t> story_;
  const Columns& columns_;
};

double nearness(Xapian::docid one, Xapian::docid other, const Columns& columns) {
  const std::int32_t day = columns.day(one);
  const std::int32_t other_day = columns.day(other);
  if (day == Columns::undated || other_day == Columns::undated) return 0;
  return std::exp2(-std::abs(static_cast<double>(day) - other_day) / half_life);
}

std::vector<FoundArticle> rank(const std::vector<Word>& words, Xapian::docid id,
                               const ArticleDatabase& database, const Columns& columns) {
  std::vector<Xapian::Query> terms;
  terms.reserve(words.size());
  for (const Word& word : words) {
    const auto source = new WordSource({{{.terms = {word.stem}}}}, database);
    terms.emplace_back(source->release());  // the query owns it
  }
  Xapian::Enquire enquire(database.both());
  enquire.set_query(Xapian::Query(Xapian::Query::OP_OR, terms.begin(), terms.end()));
  enquire.set_weighting_scheme(Xapian::CoordWeight());  // of terms: there are none
  enquire.set_docid_order(Xapian::Enquire::ASCENDING);  // a stable answer among equals
  const OtherStories decider(id, columns);
  const Xapian::MSet matches = enquire.get_mset(0, most_weighed, 0, nullptr, &decider);
  std::vector<FoundArticle> ranked;
  for (auto match = matches.begin(); match != matches.end(); ++match) {
    ranked.push_back({database.number_at(*match), match.get_weight()});
  }
  return ranked;
}

/// Weighs by time, in place of the weights of the ranking.
void weigh(Xapian::docid id, const Columns& columns, std::vector<FoundArticle>& ranked) {
  const auto self = std::find_if(ranked.begin(), ranked.end(),
                                 [&](const FoundArticle& article) { return article.id == id; });
  // Shorter texts with the same words may all come before it.
  const double own = self == ranked.end() ? ranked.front().score : self->score;
  if (self != ranked.end()) ranked.erase(self);
  std::erase_if(ranked,
                [&](const FoundArticle& article) { return article.score < least_share * own; });
  for (FoundArticle& article : ranked) {
    const double share = std::min(1.0, article.score / own);
    article.score = share * (1 + nearness(id, article.id, columns)) / 2;
  }
  std::stable_sort(ranked.begin(), ranked.end(),
                   [](const auto& a, const auto& b) { return a.score > b.score; });
}

}  // namespace

std::vector<FoundArticle> related_articles(Xapian::docid id, const ArticleDatabase& database,
                                           const Columns& columns, std::size_t most) {
  const std::vector<Word> words = distinctive_words(id, database);
  if (words.empty()) return {};
  std::vector<FoundArticle> ranked = rank(words, id, database, columns);
  if (ranked.empty()) return {};
  weigh(id, columns, ranked);
  collapse_stories(columns, ranked);
  ranked.resize(std::min(ranked.size(), most));
  return ranked;
}

}  // namespace news
