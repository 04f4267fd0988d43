#include "searchd/term_search.h"

#include <cstdint>
#include <string>

#include "common/schema.h"
#include "searchd/ranking_weight.h"

namespace news {

namespace {

// A word of more terms, such as a wildcard, is made one list before its articles are gone through.
constexpr std::size_t most_terms = 16;

// What a word may weigh that stands as often in an article, or more often, is that without end.
constexpr std::size_t most_counted = 31;

/// What counts below that come to at most, in articles of no length; the last is of all others.
std::vector<double> most_weights_of(double weight) {
  std::vector<double> weights;
  weights.reserve(most_counted + 1);
  for (std::size_t count = 0; count < most_counted; ++count) {
    weights.push_back(weight * RankingWeight::saturated(static_cast<double>(count), 0));
  }
  weights.push_back(weight);
  return weights;
}

}  // namespace

TermSearch::Cursor::Cursor(const Word& word)
    : word_(word), of_one_term_(has_one_term(word) ? word.groups.data() : nullptr) {
  for (const SharedPostings& postings : word.postings) terms_.emplace_back(postings->list());
  id_ = ended;
  for (const PostingCursor& term : terms_) id_ = std::min(id_, term.id());
}

double TermSearch::Cursor::weight(double length) const {
  double sum = 0;
  for (const Group& group : word_.groups) {
    if (group.weight > 0) sum += group.weight * RankingWeight::saturated(count(group), length);
  }
  return sum;
}

bool TermSearch::Cursor::has_one_term(const Word& word) {
  return word.groups.size() == 1 && word.groups.front().terms.size() == 1;
}

double TermSearch::Cursor::most_weight_of_groups() const {
  double sum = 0;
  for (const Group& group : word_.groups) sum += most_weight(group, count(group));
  return sum;
}

TermSearch::Matches::Matches(const Part& part, const Range& range) : part_(part), end_(range.end) {
  std::vector<const Word*> words;
  for (const Word& word : part.words) words.push_back(&word);
  std::sort(words.begin(), words.end(),
            [](const Word* a, const Word* b) { return a->size < b->size; });
  words_.reserve(words.size());
  for (const Word* word : words) words_.emplace_back(*word);
  for (const SharedPostings& postings : part.excluded) excluded_.emplace_back(postings->list());
  for (const StemRow& row : part.rows) {
    rows_.push_back(std::make_unique<OrderSource>(row.stems, row.field, row.window, part.orders));
    rows_.back()->init(part.database);
  }
  words_.front().skip_to(range.first);
  find();
}

void TermSearch::Matches::find() {
  Cursor& rarest = words_.front();
  while (rarest.id() < end_) {
    const Xapian::docid id = rarest.id();
    const auto other = std::find_if(words_.begin() + 1, words_.end(), [id](Cursor& word) {
      word.skip_to(id);
      return word.id() != id;
    });
    if (other != words_.end()) {
      rarest.skip_to(other->id());
    } else if (is_allowed(id)) {
      return;
    } else {
      rarest.next();
    }
  }
}

bool TermSearch::Matches::is_allowed(Xapian::docid id) {
  if (excluded_.empty() && rows_.empty()) return true;
  const bool excluded = std::any_of(excluded_.begin(), excluded_.end(), [id](PostingCursor& term) {
    term.skip_to(id);
    return term.id() == id;
  });
  return !excluded && std::all_of(rows_.begin(), rows_.end(),
                                  [id](const auto& row) { return row->check(id, 0); });
}

double TermSearch::Matches::weight() const {
  const double length = part_.lengths->of(id());
  double sum = 0;
  for (const Cursor& word : words_) sum += word.weight(length);
  return sum;
}

double TermSearch::Matches::most_weight() const {
  double sum = 0;
  for (const Cursor& word : words_) sum += word.most_weight();
  return sum;
}

/// The postings of a term in the articles that have any of the others; nullptr if some are not at
/// hand.
TermSearch::SharedPostings TermSearch::read(const WordTerms::Limited& limited, PartPostings& from,
                                            const Xapian::Database& database) {
  const SharedPostings all = from.find(limited.term, database);
  std::vector<SharedPostings> among;
  among.reserve(limited.among.size());
  for (const std::string& term : limited.among) among.push_back(from.find(term, database));
  if (!all || std::find(among.begin(), among.end(), nullptr) != among.end()) return nullptr;
  std::vector<PostingCursor> cursors;
  cursors.reserve(among.size());
  for (const SharedPostings& postings : among) cursors.emplace_back(postings->list());
  PostingPacker packer;
  for (PostingCursor posting(all->list()); !posting.at_end(); posting.next()) {
    const bool is_among = std::any_of(cursors.begin(), cursors.end(), [&](PostingCursor& other) {
      other.skip_to(posting.id());
      return other.id() == posting.id();
    });
    if (is_among) packer.add(posting.id(), posting.wdf());
  }
  return std::make_shared<const Postings>(std::move(packer));
}

/// The postings of its terms; false if those of one are not at hand.
bool TermSearch::read(const WordTerms& terms, PartPostings& from, const Xapian::Database& database,
                      Word& word) {
  std::vector<std::string> known;
  const auto place_of = [&](const std::string& name, const auto& read_it) {
    const auto found = std::find(known.begin(), known.end(), name);
    const auto place = static_cast<std::size_t>(found - known.begin());
    if (found == known.end()) {
      known.push_back(name);
      word.postings.push_back(read_it());
      if (word.postings.back()) word.size += word.postings.back()->size();
    }
    return place;
  };
  for (const WordTerms::Synonyms& synonyms : terms.groups) {
    Group& group = word.groups.emplace_back();
    const auto add = [&](std::size_t place) {
      if (!word.postings[place]) return false;
      group.terms.push_back(place);
      group.frequencies.push_back(word.postings[place]->size());
      return true;
    };
    for (const std::string& term : synonyms.terms) {
      if (!add(place_of(term, [&] { return from.find(term, database); }))) return false;
    }
    for (const WordTerms::Limited& limited : synonyms.limited) {
      // A term that is in both stands for all articles in the one, for some in the other.
      const std::string name = limited.term + '\n' + schema::pack(limited.among);
      if (!add(place_of(name, [&] { return read(limited, from, database); }))) return false;
    }
  }
  if (word.groups.size() == 1 && word.postings.size() > most_terms) merge(word);
  return true;
}

/// The postings of all its terms become one list.
void TermSearch::merge(Word& word) {
  constexpr std::uint32_t there = 1u << 31;
  std::vector<std::uint32_t> counts;  // by article
  for (const SharedPostings& postings : word.postings) {
    for (PostingCursor posting(postings->list()); !posting.at_end(); posting.next()) {
      if (posting.id() >= counts.size()) {
        counts.resize(std::max<std::size_t>(posting.id() + 1, 2 * counts.size()));
      }
      counts[posting.id()] = (counts[posting.id()] + posting.wdf()) | there;
    }
  }
  PostingPacker packer;
  for (Xapian::docid id = 0; id < counts.size(); ++id) {
    if (counts[id] != 0) packer.add(id, counts[id] & ~there);
  }
  word.postings = {std::make_shared<const Postings>(std::move(packer))};
  word.size = word.postings.front()->size();
  word.groups.front().terms = {0};
}

/// Of the rows, what lists of pairs tell: the articles that have the pair are all that a row of two
/// stems asks for, and the only ones to be looked up for a longer row.
void TermSearch::read_rows(const TermPlan& plan, const PostingFile* pairs, Part& part) {
  for (const StemRow& row : plan.rows) {
    std::size_t told = 0;
    for (std::size_t i = 1; pairs != nullptr && row.window == 0 && i < row.stems.size(); ++i) {
      const PostingList list = pairs->find(schema::pair_term(row.stems[i - 1], row.stems[i]));
      if (list.size == 0) continue;  // not kept
      part.words.push_back({{std::make_shared<const Postings>(list)}, {}, list.size});
      ++told;
    }
    const bool is_pair = row.stems.size() == 2 && row.field == OrderField::Text;
    if (!is_pair || told == 0) part.rows.push_back(row);
  }
}

bool TermSearch::read_excluded(const TermPlan& plan, PartPostings& from, Part& part) {
  for (const std::string& term : plan.excluded) {
    part.excluded.push_back(from.find(term, part.database));
    if (!part.excluded.back()) return false;
  }
  return true;
}

std::optional<TermSearch> TermSearch::open(const Snapshot& snapshot,
                                           const ArticleDatabase& database, const TermPlan& plan) {
  TermSearch search;
  const double average = database.average_length();
  for (std::size_t i = 0; i < database.parts().size(); ++i) {
    PartPostings& from = snapshot.postings(i);
    Part& part = search.parts_.emplace_back();
    part.database = database.parts()[i];
    part.orders = database.files().orders;
    part.lengths = from.lengths(part.database, average);
    if (part.lengths == nullptr || !read_excluded(plan, from, part)) return std::nullopt;
    for (const WordTerms& terms : plan.words) {
      if (!read(terms, from, part.database, part.words.emplace_back())) return std::nullopt;
    }
    read_rows(plan, i == 0 ? database.files().pairs.get() : nullptr, part);
  }
  search.weigh(plan.words, database.both().get_doccount());
  return search;
}

/// By how many of the articles have any of the terms of a group, as far as can be told: as if none
/// had anything to do with another, which is how Xapian reckons as well.
void TermSearch::weigh(const std::vector<WordTerms>& words, double articles) {
  for (std::size_t word = 0; word < words.size(); ++word) {
    for (std::size_t group = 0; group < words[word].groups.size(); ++group) {
      const WordTerms::Synonyms& synonyms = words[word].groups[group];
      const std::size_t terms = parts_.front().words[word].groups[group].frequencies.size();
      double without = 1;
      for (std::size_t term = 0; term < terms; ++term) {
        std::size_t frequency = 0;
        for (const Part& part : parts_) {
          frequency += part.words[word].groups[group].frequencies[term];
        }
        without *= 1 - static_cast<double>(frequency) / articles;
      }
      const double weight =
          synonyms.factor * RankingWeight::limit(articles, articles * (1 - without));
      const std::vector<double> most_weights = most_weights_of(std::max(weight, 0.0));
      for (Part& part : parts_) {
        part.words[word].groups[group].weight = weight;
        part.words[word].groups[group].most_weights = most_weights;
      }
    }
  }
}

TermSearch TermSearch::with(const ArticleDatabase& handle) const {
  TermSearch same = *this;
  for (std::size_t i = 0; i < parts_.size(); ++i) same.parts_[i].database = handle.parts()[i];
  return same;
}

std::size_t TermSearch::most_matches(const Part& part) {
  return std::min_element(part.words.begin(), part.words.end(),
                          [](const Word& a, const Word& b) { return a.size < b.size; })
      ->size;
}

std::size_t TermSearch::most_matches() const {
  std::size_t sum = 0;
  for (const Part& part : parts_) sum += most_matches(part);
  return sum;
}

std::size_t TermSearch::cost() const {
  constexpr std::size_t row_cost = 20;
  std::size_t sum = 0;
  for (const Part& part : parts_) sum += most_matches(part) * (part.rows.empty() ? 1 : row_cost);
  return sum;
}

std::vector<PostingList> TermSearch::lists_of(std::size_t word) const {
  std::vector<PostingList> lists;
  for (const Part& part : parts_) {
    for (const SharedPostings& postings : part.words[word].postings) {
      lists.push_back(postings->list());
    }
  }
  return lists;
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
