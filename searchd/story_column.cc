#include "searchd/story_column.h"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "common/schema.h"

namespace news {

namespace {

/// Articles joined into stories; each story is known by the lowest number in it.
class Joined {
 public:
  /// Of articles below `end`.
  explicit Joined(std::size_t end) : above_(end) {}

  void join(Xapian::docid one, Xapian::docid other) {
    const Xapian::docid a = first_of(one);
    const Xapian::docid b = first_of(other);
    above_[std::max(a, b)] = std::min(a, b);
  }

  /// Calls `take` with each article that was joined, by number, and the first of its story.
  template <typename Take>
  void each(const Take& take) {
    for (Xapian::docid id = 1; id < above_.size(); ++id) {
      if (above_[id] != 0) take(id, first_of(id));
    }
  }

 private:
  Xapian::docid first_of(Xapian::docid id) {
    if (above_[id] == 0) above_[id] = id;
    while (above_[id] != id) {
      above_[id] = above_[above_[id]];  // shortens the way for the next
      id = above_[id];
    }
    return id;
  }

  std::vector<Xapian::docid> above_;  // by number; 0 of what is joined with nothing
};

}  // namespace

/// The copies of a part, in order, and what each says that it is a copy of.
struct StoryColumn::Copies {
  std::vector<std::string> originals;
  std::vector<Xapian::docid> numbers;  // of the originals in this part; 0 for what is not
  struct Copy {
    Xapian::docid number;
    std::uint32_t original;  // its place among them
  };
  std::vector<Copy> copies;
};

StoryColumn::Base StoryColumn::read_base(const Xapian::Database& base) {
  return std::make_shared<const Copies>(read(base));
}

StoryColumn::Copies StoryColumn::read(const Xapian::Database& part) {
  Copies read;
  std::unordered_map<std::string, std::uint32_t> places;
  const auto end = part.valuestream_end(schema::story_slot);
  for (auto copy = part.valuestream_begin(schema::story_slot); copy != end; ++copy) {
    const auto next = static_cast<std::uint32_t>(places.size());
    const auto [place, is_new] = places.try_emplace(*copy, next);
    if (is_new) {
      const std::string term = schema::id_term(place->first);
      const auto posting = part.postlist_begin(term);
      read.originals.push_back(place->first);
      read.numbers.push_back(posting == part.postlist_end(term) ? 0 : *posting);
    }
    read.copies.push_back({copy.get_docid(), place->second});
  }
  return read;
}

/// Joins each copy with its original, or else with the first copy of the same one.
class StoryColumn::Joining {
 public:
  explicit Joining(const ArticleDatabase& database)
      : database_(database), joined_(database.last_number() + std::size_t{1}) {}

  /// `other` is the other part, where there is one, in which the original of a copy may be.
  void add(const Copies& copies, const Xapian::Database* other) {
    std::vector<Xapian::docid> firsts(copies.originals.size());
    for (std::size_t i = 0; i < firsts.size(); ++i) firsts[i] = first_of(copies, i, other);
    for (const auto& [number, original] : copies.copies) {
      if (database_.is_gone(number)) continue;
      Xapian::docid& first = firsts[original];
      if (first == 0)
        first = unknown_.try_emplace(copies.originals[original], number).first->second;
      if (first != number) joined_.join(first, number);
    }
  }

  Joined& joined() { return joined_; }

 private:
  /// The number of the original; 0 if it is not there.
  Xapian::docid first_of(const Copies& copies, std::size_t original,
                         const Xapian::Database* other) const {
    const Xapian::docid number = copies.numbers[original];
    if (number != 0 && !database_.is_gone(number)) return number;
    if (other == nullptr || other->get_doccount() == 0) return 0;
    const std::string term = schema::id_term(copies.originals[original]);
    const auto posting = other->postlist_begin(term);
    if (posting == other->postlist_end(term) || database_.is_gone(*posting)) return 0;
    return *posting;
  }

  const ArticleDatabase& database_;
  Joined joined_;
  std::unordered_map<std::string, Xapian::docid> unknown_;  // first copies, by their original
};

StoryColumn StoryColumn::load(const ArticleDatabase& database, const Base& base) {
  StoryColumn column;
  Joining joining(database);
  const Xapian::Database& recent = database.recent();
  if (base) {
    joining.add(*base, &recent);
    joining.add(read(recent), &database.parts().front());
  } else {
    joining.add(read(recent), nullptr);
  }
  std::vector<std::uint32_t> numbers(database.last_number() + std::size_t{1});  // by first article
  joining.joined().each([&](Xapian::docid id, Xapian::docid first) {
    if (id == first) numbers[first] = static_cast<std::uint32_t>(column.count_++);
    column.members_.push_back({id, numbers[first]});
  });
  return column;
}

}  // namespace news
