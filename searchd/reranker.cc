#include "searchd/reranker.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <tuple>
#include <type_traits>
#include <utility>

#include "common/schema.h"
#include "common/word_order.h"
#include "searchd/ranking_weight.h"
#include "searchd/text_words.h"

namespace news {

namespace {

// More words than these make a query no clearer, and each costs a look at every article.
constexpr std::size_t most_words = 8;

// Weights of the parts. The first three are of a word's importance, the last is a share of the
// whole.
constexpr double lead_weight = 0.8;
constexpr double opening_weight = 0.25;
constexpr double neighbour_weight = 0.3;
constexpr double topic_weight = 0.15;

// Of the lead's part: what a headline's word gets for coming again and again in the lead, where it
// is all of the query, and how many times, at the very beginning, half of that is for. Of one of
// many words it says less what an article is about.
constexpr double again_weight = 1.2;
constexpr double half_again = 6;

// Feedback: so many articles say what it is about, in so many words. The power says how much more
// the best of them says than the others; relevance models weigh articles by the likelihood of the
// query, whose logarithm a score is (Lavrenko and Croft 2001).
constexpr std::size_t topic_articles = 5;
constexpr double topic_power = 4;
constexpr std::size_t topic_words = 15;
constexpr std::size_t topic_candidates = 60;
constexpr double most_common = 0.1;  // of the archive: a commoner word says nothing

/// What a word is worth by where it first stands in the text.
struct Early {
  Xapian::termpos end;
  double worth;
};
constexpr std::array early{Early{20, 1.0}, Early{40, 0.8}, Early{80, 0.6}, Early{160, 0.35},
                           Early{320, 0.2}};

// Words of the text that, with the headline, say what an article reports: the first line.
constexpr Xapian::termpos opening_end = 15;

double earliness(Xapian::termpos position) {
  if (position < schema::body_position) return 1;  // headline, standfirst
  for (const Early& part : early) {
    if (position - schema::body_position <= part.end) return part.worth;
  }
  return 0;
}

/// How early a word of a query of so many stands in the text; of the headline's, how often it comes
/// again.
double lead(const std::vector<Xapian::termpos>& positions, std::size_t words) {
  if (positions.empty()) return 0;
  const double first = earliness(positions.front());
  if (positions.front() >= schema::body_position) return first;
  const double again =
      std::accumulate(positions.begin() + 1, positions.end(), 0.0,
                      [](double sum, Xapian::termpos one) { return sum + earliness(one); });
  return first + again_weight / static_cast<double>(words) * again / (again + half_again);
}

std::size_t neighbours(const std::vector<Xapian::termpos>& first,
                       const std::vector<Xapian::termpos>& second) {
  return static_cast<std::size_t>(
      std::count_if(first.begin(), first.end(), [&](Xapian::termpos position) {
        return std::binary_search(second.begin(), second.end(), position + 1);
      }));
}

/// Each value as a share of the largest.
void scale(std::vector<double>& values) {
  const double most = *std::max_element(values.begin(), values.end());
  for (double& value : values) value = most > 0 ? value / most : 0;
}

/// What tells a word: its term, or its number among those of the base. Both are in the same order.
const std::string& key_of(const TextWord& word) { return word.term; }
const std::uint32_t& key_of(const ArticleWord& word) { return word.ordinal; }

/// The words of an article's text, ascending, with what they count for a topic.
template <typename Word>
class TopicText {
 public:
  TopicText(double score, std::vector<Word> words)
      : likelihood_(std::pow(score, topic_power)), words_(std::move(words)) {}

  bool at_end() const { return at_ == words_.size(); }
  const auto& word() const { return key_of(words_[at_]); }
  double weight() const { return likelihood_ * (1 + std::log(words_[at_].wdf)); }
  void next() { ++at_; }

 private:
  double likelihood_;
  std::vector<Word> words_;
  std::size_t at_ = 0;
};

/// The words that at least two of the texts have, with what they count in all, the most in front.
/// Each list is in the same order, so what is shared is met at the same time.
template <typename Word>
auto shared_words(std::vector<TopicText<Word>> texts) {
  using Key = std::decay_t<decltype(texts.front().word())>;
  std::vector<std::pair<double, Key>> words;
  for (;;) {
    std::erase_if(texts, [](const TopicText<Word>& text) { return text.at_end(); });
    if (texts.size() < 2) break;
    const auto first =
        std::min_element(texts.begin(), texts.end(),
                         [](const auto& a, const auto& b) { return a.word() < b.word(); });
    const Key word = first->word();
    double weight = 0;
    unsigned articles = 0;
    for (TopicText<Word>& text : texts) {
      if (text.word() != word) continue;
      weight += text.weight();
      ++articles;
      text.next();
    }
    if (articles > 1) words.emplace_back(weight, word);
  }
  std::sort(words.rbegin(), words.rend());
  return words;
}

/// A word that articles share, and what it counts for a topic.
struct SharedTerm {
  double weight;
  std::string term;
  double frequency;  // of the archive's articles
};
using SharedTerms = std::vector<SharedTerm>;

/// At most the first `most`.
SharedTerms shared_terms(const ArticleDatabase& database, const std::vector<FoundArticle>& articles,
                         std::size_t most) {
  std::vector<TopicText<TextWord>> texts;
  texts.reserve(articles.size());
  for (const FoundArticle& article : articles) {
    texts.emplace_back(article.score, text_words(database, article.id));
  }
  SharedTerms terms;
  for (auto& [weight, term] : shared_words(std::move(texts))) {
    if (terms.size() == most) break;
    const double frequency = database.frequency(term);
    terms.push_back({weight, std::move(term), frequency});
  }
  return terms;
}

/// The same of articles of the base: their words are numbers, and only those that are shared are
/// looked up in its dictionary, each once.
SharedTerms shared_terms_of_base(const ArticleDatabase& database,
                                 const std::vector<FoundArticle>& articles, std::size_t most) {
  const PostingFile& base = *database.files().postings;
  std::vector<TopicText<ArticleWord>> texts;
  texts.reserve(articles.size());
  for (const FoundArticle& article : articles) {
    texts.emplace_back(article.score, base.words(article.id));
  }
  SharedTerms terms;
  for (const auto& [weight, ordinal] : shared_words(std::move(texts))) {
    if (terms.size() == most) break;
    const TermDictionary::Cursor at(base.terms(), ordinal);
    const double recent = database.recent().get_termfreq(at.term());
    terms.push_back({weight, at.term(), at.entry().frequency + recent});
  }
  return terms;
}

}  // namespace

Reranker::Reranker(const ArticleDatabase& database, const std::vector<QueryWord>& words)
    : database_(database),
      articles_(database.both().get_doccount()),
      average_length_(database.average_length()) {
  for (const QueryWord& word : words) {
    if (!word.frequency) continue;
    words_.push_back({.terms = word.text_terms,
                      .importance = RankingWeight::importance(articles_, *word.frequency)});
  }
  leave_most_important();
  double squares = 0;
  for (const Word& word : words_) squares += word.importance * word.importance;
  norm_ = std::sqrt(squares);
}

void Reranker::leave_most_important() {
  if (words_.size() <= most_words) return;
  std::vector<double> by_importance;
  for (const Word& word : words_) by_importance.push_back(word.importance);
  std::nth_element(by_importance.begin(), by_importance.begin() + most_words - 1,
                   by_importance.end(), std::greater<>());
  const double least = by_importance[most_words - 1];
  std::erase_if(words_, [&](const Word& word) { return word.importance < least; });
  words_.resize(std::min(words_.size(), most_words));
}

/// Calls `take` with which of these articles have a term, and how often: a jump for each.
template <typename Take>
void Reranker::each_posting(const std::string& term, const ByNumber& articles,
                            const Take& take) const {
  std::size_t part = 0;
  TermCursor posting = database_.postings(part, term);
  for (const auto& [number, i] : articles) {
    if (number > database_.last_of_base() && part + 1 < database_.parts().size()) {
      posting = database_.postings(++part, term);
    }
    posting.skip_to(number);
    if (posting.id() == number) take(i, posting.wdf());
  }
}

std::vector<Reranker::Positions> Reranker::positions(const ByNumber& articles) const {
  std::vector<std::string> packed(articles.size());
  for (const auto& [number, i] : articles) packed[i] = database_.order(number);
  const std::vector<WordOrder> orders(packed.begin(), packed.end());
  std::vector<Positions> result(articles.size(), Positions(words_.size()));
  for (std::size_t word = 0; word < words_.size(); ++word) {
    for (const std::string& term : words_[word].terms) {
      const OrderedTerm ordered(term);
      each_posting(term, articles, [&](std::size_t i, Xapian::termcount) {
        std::vector<Xapian::termpos>& all = result[i][word];
        const std::vector<Xapian::termpos> found = orders[i].find(ordered);
        const auto middle = all.insert(all.end(), found.begin(), found.end());
        std::inplace_merge(all.begin(), middle, all.end());
      });
    }
  }
  return result;
}

/// How early the words stand, and how often beside each other. At the opening they count by the
/// square of their importance: there a rare word tells one report from another on the same matter.
double Reranker::closeness(const Positions& positions, double relative_length) const {
  double sum = 0;
  double opening = 0;
  for (std::size_t i = 0; i < words_.size(); ++i) {
    const std::vector<Xapian::termpos>& here = positions[i];
    const double importance = words_[i].importance;
    sum += lead_weight * importance * lead(here, words_.size());
    if (!here.empty() && here.front() <= schema::body_position + opening_end) {
      opening += importance * importance;
    }
    if (i > 0) {
      const double count = static_cast<double>(neighbours(positions[i - 1], here));
      sum += neighbour_weight * std::min(words_[i - 1].importance, importance) *
             RankingWeight::saturated(count, relative_length);
    }
  }
  return opening > 0 ? sum + opening_weight * opening / norm_ : sum;
}

bool Reranker::is_searched(const std::string& term) const {
  return std::any_of(words_.begin(), words_.end(), [&](const Word& word) {
    return std::find(word.terms.begin(), word.terms.end(), term) != word.terms.end();
  });
}

/// The terms for which that may be true.
std::size_t Reranker::count_searched() const {
  return std::accumulate(words_.begin(), words_.end(), std::size_t{0},
                         [](std::size_t sum, const Word& word) { return sum + word.terms.size(); });
}

/// Words that at least two of the best articles share: by how often, how good these are, and how
/// rare the word is in the archive.
Reranker::Topic Reranker::topic(std::vector<FoundArticle> best) const {
  std::stable_sort(best.begin(), best.end(),
                   [](const FoundArticle& a, const FoundArticle& b) { return a.score > b.score; });
  best.resize(std::min(best.size(), topic_articles));
  const bool are_of_base =
      database_.files().postings && std::all_of(best.begin(), best.end(), [this](const auto& one) {
        return one.id <= database_.last_of_base();
      });
  SharedTerms words = (are_of_base ? shared_terms_of_base : shared_terms)(
      database_, best, topic_candidates + count_searched());
  std::erase_if(words, [this](const SharedTerm& word) { return is_searched(word.term); });
  words.resize(std::min(words.size(), topic_candidates));
  std::erase_if(words, [&](SharedTerm& word) {
    word.weight *= RankingWeight::importance(articles_, word.frequency);
    return word.frequency > most_common * articles_;
  });
  std::sort(words.begin(), words.end(), [](const SharedTerm& a, const SharedTerm& b) {
    return std::tie(b.weight, b.term) < std::tie(a.weight, a.term);
  });
  words.resize(std::min(words.size(), topic_words));
  Topic topic;
  for (SharedTerm& word : words) topic.emplace(std::move(word.term), word.weight);
  return topic;
}

/// How much each article is like the topic. By the postings of the topic's words: the articles' own
/// lists of words have hundreds of others.
std::vector<double> Reranker::likeness(const ByNumber& articles, const std::vector<double>& lengths,
                                       const Topic& topic) const {
  std::vector<double> sums(articles.size());
  for (const auto& word : topic) {
    const double weight = word.second;
    each_posting(word.first, articles, [&](std::size_t i, Xapian::termcount wdf) {
      sums[i] += weight * RankingWeight::saturated(wdf, lengths[i]);
    });
  }
  return sums;
}

void Reranker::rerank(std::vector<FoundArticle>& best) {
  const std::size_t count = std::min(best.size(), depth);
  if (count < 2) return;
  ByNumber by_number;
  for (std::size_t i = 0; i < count; ++i) {
    by_number.emplace_back(best[i].id, i);
  }
  std::sort(by_number.begin(), by_number.end());
  const std::vector<Positions> where = positions(by_number);
  std::vector<double> searched, lengths;
  std::vector<FoundArticle> closest;
  for (std::size_t i = 0; i < count; ++i) {
    lengths.push_back(database_.length(best[i].id) / average_length_);
    searched.push_back(best[i].score + closeness(where[i], lengths[i]));
    closest.push_back({best[i].id, searched[i]});
  }
  std::vector<double> alike = likeness(by_number, lengths, topic(closest));
  scale(searched);
  scale(alike);
  std::vector<std::pair<double, std::size_t>> order;
  for (std::size_t i = 0; i < count; ++i) {
    order.emplace_back((1 - topic_weight) * searched[i] + topic_weight * alike[i], i);
  }
  std::stable_sort(order.begin(), order.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  const std::vector<FoundArticle> before(best.begin(),
                                         best.begin() + static_cast<std::ptrdiff_t>(count));
  for (std::size_t i = 0; i < count; ++i) best[i].id = before[order[i].second].id;
}

}  // namespace news
