#include "searchd/word_source.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <numeric>
#include <utility>

#include "searchd/ranking_weight.h"

namespace news {

double WordSource::frequency(const WordTerms::Synonyms& group, const ArticleDatabase& database) {
  const double articles = std::max(database.both().get_doccount(), 1U);
  double without = 1;
  for (const std::string& term : group.terms) without *= 1 - database.frequency(term) / articles;
  return articles * (1 - without);
}

void WordSource::init(const Xapian::Database& part) {
  // Xapian gives the part alone, of which there are two at most.
  const auto& parts = database_.parts();
  const std::size_t index = parts.size() > 1 && part.get_uuid() == parts.back().get_uuid() ? 1 : 0;
  const double articles = database_.both().get_doccount();
  average_length_ = database_.average_length();
  articles_ = part.get_doccount();
  id_ = 0;
  cursors_.clear();
  weights_.clear();
  double most = 0;
  for (const WordTerms::Synonyms& group : word_.groups) {
    const double those = frequency(group, database_);
    most = std::max(most, those);
    weights_.push_back(group.factor *
                       RankingWeight::limit(articles, group.frequency.value_or(those)));
    for (const std::string& term : group.terms) {
      cursors_.push_back(database_.postings(index, term));
    }
  }
  estimate_ = std::min(static_cast<Xapian::doccount>(most), articles_);
  set_maxweight(std::accumulate(weights_.begin(), weights_.end(), 0.0));
}

void WordSource::go_to(Xapian::docid id) {
  if (id_ >= id) return;
  id_ = ended;
  for (TermCursor& cursor : cursors_) {
    cursor.skip_to(id);
    id_ = std::min(id_, cursor.id());
  }
}

double WordSource::get_weight() const {
  const double length = database_.length(id_) / average_length_;
  double sum = 0;
  auto cursor = cursors_.begin();
  for (std::size_t i = 0; i < word_.groups.size(); ++i) {
    Xapian::termcount count = 0;
    for (std::size_t left = word_.groups[i].terms.size(); left > 0; --left, ++cursor) {
      if (cursor->id() == id_) count += cursor->wdf();
    }
    if (weights_[i] > 0) sum += weights_[i] * RankingWeight::saturated(count, length);
  }
  return sum;
}

std::string WordSource::get_description() const {
  std::vector<std::string> groups;
  for (const WordTerms::Synonyms& group : word_.groups) {
    const std::string terms = fmt::format("{}", fmt::join(group.terms, " | "));
    groups.push_back(group.terms.size() == 1 ? terms : "(" + terms + ")");
    if (group.factor > 0 && group.factor < 1) {
      groups.back() = fmt::format("{} * {}", group.factor, groups.back());
    }
  }
  return fmt::format("{}", fmt::join(groups, " + "));
}

Xapian::Query any_term(std::vector<std::string> terms, const ArticleDatabase& database) {
  WordTerms word{{{.terms = std::move(terms), .factor = 0}}};
  const auto source = new WordSource(std::move(word), database);
  return Xapian::Query(source->release());  // the query owns it
}

}  // namespace news
