#include "searchd/term_search.h"

#include <string>

#include "searchd/ranking_weight.h"

namespace news {

namespace {

/// How many of the articles have any of the terms, as far as can be told: as if none had anything
/// to do with another, which is how Xapian reckons as well.
double frequency_of(const std::vector<std::string>& terms, const Xapian::Database& database) {
  const double articles = database.get_doccount();
  double without = 1;
  for (const std::string& term : terms) without *= 1 - database.get_termfreq(term) / articles;
  return articles * (1 - without);
}

}  // namespace

TermSearch::Cursor::Cursor(const Word& word) : word_(word) {
  for (const auto& postings : word.postings) terms_.emplace_back(*postings);
  id_ = ended;
  for (const PostingCursor& term : terms_) id_ = std::min(id_, term.id());
}

double TermSearch::Cursor::weight(double length) const {
  double sum = 0;
  for (const Group& group : word_.groups) {
    double count = 0;
    for (const std::size_t term : group.terms) {
      if (terms_[term].id() == id_) count += terms_[term].wdf();
    }
    sum += group.weight * RankingWeight::saturated(count, length);
  }
  return sum;
}

/// The postings of its terms; false if those of one are not at hand.
bool TermSearch::read(const WordTerms& terms, PostingCache& cache, const Xapian::Database& part,
                      Word& word) {
  std::vector<std::string> known;
  for (const WordTerms::Synonyms& synonyms : terms.groups) {
    std::vector<std::size_t>& group = word.groups.emplace_back().terms;
    for (const std::string& term : synonyms.terms) {
      const auto found = std::find(known.begin(), known.end(), term);
      group.push_back(static_cast<std::size_t>(found - known.begin()));
      if (found != known.end()) continue;
      known.push_back(term);
      word.postings.push_back(cache.find(term, part));
      if (!word.postings.back()) return false;
      word.size += word.postings.back()->size();
    }
  }
  return true;
}

std::optional<TermSearch> TermSearch::open(const Snapshot& snapshot,
                                           const ArticleDatabase& database,
                                           const std::vector<WordTerms>& words) {
  const auto is_terms = [](const WordTerms& word) { return !word.groups.empty(); };
  if (words.empty() || !std::all_of(words.begin(), words.end(), is_terms)) return std::nullopt;
  TermSearch search;
  const double average = std::max(database.parts().front().get_avlength(), 1.0);
  for (std::size_t i = 0; i < database.parts().size(); ++i) {
    const Xapian::Database& from = database.parts()[i];
    PostingCache& cache = snapshot.postings(i);
    Part& part = search.parts_.emplace_back();
    part.lengths = cache.lengths(from, average);
    if (part.lengths == nullptr) return std::nullopt;
    for (const WordTerms& terms : words) {
      if (!read(terms, cache, from, part.words.emplace_back())) return std::nullopt;
    }
  }
  search.weigh(words, database.both());
  return search;
}

void TermSearch::weigh(const std::vector<WordTerms>& words, const Xapian::Database& database) {
  const double articles = database.get_doccount();
  for (std::size_t word = 0; word < words.size(); ++word) {
    for (std::size_t group = 0; group < words[word].groups.size(); ++group) {
      const WordTerms::Synonyms& synonyms = words[word].groups[group];
      const double frequency = frequency_of(synonyms.terms, database);
      for (Part& part : parts_) {
        part.words[word].groups[group].weight =
            synonyms.factor * RankingWeight::limit(articles, frequency);
      }
    }
  }
}

/// The rarest first.
std::vector<TermSearch::Cursor> TermSearch::cursors(const Part& part) {
  std::vector<const Word*> words;
  for (const Word& word : part.words) words.push_back(&word);
  std::sort(words.begin(), words.end(),
            [](const Word* a, const Word* b) { return a->size < b->size; });
  std::vector<Cursor> cursors;
  cursors.reserve(words.size());
  for (const Word* word : words) cursors.emplace_back(*word);
  return cursors;
}

std::vector<double> TermSearch::weights(const std::vector<Xapian::docid>& ids) const {
  std::vector<double> sums(ids.size());
  std::size_t first = 0;
  for (const Part& part : parts_) {
    std::size_t end = first;
    for (const Word& word : part.words) {
      Cursor cursor(word);
      for (std::size_t i = first; i < ids.size() && part.lengths->has(ids[i]); ++i) {
        cursor.skip_to(ids[i]);
        if (cursor.id() == ids[i]) sums[i] += cursor.weight(part.lengths->of(ids[i]));
        end = i + 1;
      }
    }
    first = end;
  }
  return sums;
}

}  // namespace news
