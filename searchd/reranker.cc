#include "searchd/reranker.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numeric>
#include <span>
#include <tuple>
#include <utility>

#include "common/schema.h"
#include "common/word_weight.h"
#include "searchd/named_countries.h"
#include "searchd/ranking_weight.h"

namespace news {

namespace {

// More words than these make a query no clearer, and each costs a look at every article.
constexpr std::size_t most_words = 8;

// Weights of the parts. The first three are of a word's importance, the last is a share of the
// whole.
constexpr double lead_weight = 0.9;
constexpr double opening_weight = 0.25;
constexpr double neighbour_weight = 0.18;
constexpr double topic_weight = 0.14;

// A word that names a country the article is about, where its text does not (`U.K.` of what the
// Bank of England did), times its importance.
constexpr double country_weight = 1.5;

// Of a query as long as a headline its first word is what it is about. The article that has it as
// the first or second word of its headline or text gets this, times the length of the vector of
// the words' importance.
constexpr double begin_weight = 0.37;
constexpr Xapian::termpos begin_end = 2;
constexpr std::size_t words_of_headline = 5;

// Of the lead's part: what a headline's word gets for coming again and again in the lead, where it
// is all of the query, and how many times, at the very beginning, half of that is for. Of one of
// many words it says less what an article is about.
constexpr double again_weight = 1.1;
constexpr double half_again = 6;

// Feedback: so many articles say what it is about, in so many words.
constexpr std::size_t topic_articles = 5;
constexpr std::size_t topic_words = 15;
constexpr std::size_t topic_candidates = 60;
constexpr double most_common = 0.1;  // of the archive: a commoner word says nothing

/// What a word is worth by where it first stands in the text.
struct Early {
  Xapian::termpos end;
  double worth;
};
constexpr std::array early{Early{20, 1.15}, Early{30, 1.0}, Early{80, 0.55}, Early{160, 0.4},
                           Early{320, 0.1}};

// Words of the text that, with the headline, say what an article reports: the first line.
constexpr Xapian::termpos opening_end = 15;

double earliness(Xapian::termpos position) {
  if (position < schema::body_position) return early.front().worth;  // headline, standfirst
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

/// Whether the headline or the text begins with a word that stands there.
bool begins(const std::vector<Xapian::termpos>& positions) {
  return std::any_of(positions.begin(), positions.end(), [](Xapian::termpos position) {
    return position <= begin_end ||
           (position > schema::body_position && position <= schema::body_position + begin_end);
  });
}

std::vector<std::string> texts_of(const std::vector<QueryWord>& words) {
  std::vector<std::string> texts;
  texts.reserve(words.size());
  for (const QueryWord& word : words) texts.push_back(word.text);
  return texts;
}

/// Each value as a share of the largest.
void scale(std::vector<double>& values) {
  const double most = *std::max_element(values.begin(), values.end());
  for (double& value : values) value = most > 0 ? value / most : 0;
}

}  // namespace

Reranker::Reranker(const Hands& hands, const Columns& columns, const std::vector<QueryWord>& words)
    : hands_(hands),
      columns_(columns),
      articles_(hands.database().both().get_doccount()),
      average_length_(hands.database().average_length()) {
  const std::vector<std::string> countries = named_countries(texts_of(words));
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!words[i].frequency) continue;
    words_.push_back({.terms = words[i].text_terms,
                      .importance = RankingWeight::importance(articles_, *words[i].frequency),
                      .country = columns.facet(schema::country_facet).find(countries[i])});
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

double Reranker::relative_length(const FoundArticle& article, const Hand& hand) const {
  return hand.database.length(article.id) / average_length_;
}

/// The first of the best, with what the nearness of their words adds to their scores.
std::vector<FoundArticle> Reranker::by_closeness(FewArticles& articles,
                                                 const std::vector<FoundArticle>& best) const {
  std::map<std::string, std::vector<std::size_t>> words_of_term;
  for (std::size_t word = 0; word < words_.size(); ++word) {
    for (const std::string& term : words_[word].terms) words_of_term[term].push_back(word);
  }
  std::vector<std::string> terms;
  std::vector<std::vector<std::size_t>> words_of;  // the same by place
  for (auto& [term, words] : words_of_term) {
    terms.push_back(term);
    words_of.push_back(std::move(words));
  }
  std::vector<FoundArticle> close(best.begin(),
                                  best.begin() + static_cast<std::ptrdiff_t>(articles.count()));
  articles.look(terms, [&](std::size_t i, const FewArticles::Places& places, const Hand& hand) {
    Positions positions(words_.size());
    for (const WordOrder::Place& place : places) {
      for (const std::size_t word : words_of[place.term]) {
        positions[word].push_back(place.position);
      }
    }
    close[i].score += closeness(positions, relative_length(close[i], hand)) +
                      worth_of_countries(close[i].id, positions);
  });
  return close;
}

/// How early the words stand, how often beside each other, and whether the first comes first. At
/// the opening they count by the square of their importance: there a rare word tells one report
/// from another on the same matter.
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
  if (words_.size() >= words_of_headline && begins(positions.front())) sum += begin_weight * norm_;
  return opening > 0 ? sum + opening_weight * opening / norm_ : sum;
}

/// What an article gets for the countries it is about that the query names and its text does not.
double Reranker::worth_of_countries(Xapian::docid id, const Positions& positions) const {
  const std::uint32_t cell = columns_.cell(id, schema::country_facet);
  const std::span<const std::uint32_t> about =
      columns_.facet(schema::country_facet).values_of(cell);
  double sum = 0;
  for (std::size_t i = 0; i < words_.size(); ++i) {
    const auto& country = words_[i].country;
    if (!country || !positions[i].empty()) continue;
    if (std::find(about.begin(), about.end(), *country) == about.end()) continue;
    sum += country_weight * words_[i].importance;
  }
  return sum;
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
  std::vector<SharedWord> words = shared_words(hands_, best, topic_candidates + count_searched());
  std::erase_if(words, [this](const SharedWord& word) { return is_searched(word.term); });
  words.resize(std::min(words.size(), topic_candidates));
  std::erase_if(words, [&](SharedWord& word) {
    word.weight *= RankingWeight::importance(articles_, word.frequency);
    return word.frequency > most_common * articles_;
  });
  std::sort(words.begin(), words.end(), [](const SharedWord& a, const SharedWord& b) {
    return std::tie(b.weight, b.term) < std::tie(a.weight, a.term);
  });
  words.resize(std::min(words.size(), topic_words));
  return words;
}

/// How much each article is like the first of them.
std::vector<double> Reranker::likeness(FewArticles& articles,
                                       const std::vector<FoundArticle>& best) const {
  const Topic words = topic(best);
  std::vector<std::string> terms;
  terms.reserve(words.size());
  for (const SharedWord& word : words) terms.push_back(word.term);
  std::vector<double> sums(best.size());
  articles.look(terms, [&](std::size_t i, const FewArticles::Places& places, const Hand& hand) {
    std::vector<Xapian::termcount> wdf(words.size());
    for (const WordOrder::Place& place : places) wdf[place.term] += word_weight::at(place.position);
    const double length = relative_length(best[i], hand);
    for (std::size_t word = 0; word < words.size(); ++word) {
      sums[i] += words[word].weight * RankingWeight::saturated(wdf[word], length);
    }
  });
  return sums;
}

void Reranker::rerank(std::vector<FoundArticle>& best) {
  const std::size_t count = std::min(best.size(), depth);
  if (count < 2) return;
  FewArticles articles(hands_, best, count);
  const std::vector<FoundArticle> close = by_closeness(articles, best);
  std::vector<double> alike = likeness(articles, close);
  std::vector<double> searched;
  searched.reserve(count);
  for (const FoundArticle& article : close) searched.push_back(article.score);
  scale(searched);
  scale(alike);
  std::vector<std::pair<double, std::size_t>> order;
  for (std::size_t i = 0; i < count; ++i) {
    order.emplace_back((1 - topic_weight) * searched[i] + topic_weight * alike[i], i);
  }
  std::stable_sort(order.begin(), order.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  for (std::size_t i = 0; i < count; ++i) best[i].id = close[order[i].second].id;
}

}  // namespace news
