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
  void join(Xapian::docid one, Xapian::docid other) {
    const Xapian::docid a = first_of(one);
    const Xapian::docid b = first_of(other);
    above_[std::max(a, b)] = std::min(a, b);
  }

  Xapian::docid first_of(Xapian::docid id) {
    auto here = above_.try_emplace(id, id).first;
    while (here->second != here->first) {
      const auto next = above_.find(here->second);
      here->second = next->second;  // shortens the way for the next
      here = next;
    }
    return here->first;
  }

  /// All articles that were joined, by number.
  std::vector<Xapian::docid> members() const {
    std::vector<Xapian::docid> ids;
    ids.reserve(above_.size());
    for (const auto& entry : above_) ids.push_back(entry.first);
    std::sort(ids.begin(), ids.end());
    return ids;
  }

 private:
  std::unordered_map<Xapian::docid, Xapian::docid> above_;
};

/// Joins each copy with its original, or else with the first copy of the same one.
Joined join_copies(const Xapian::Database& database) {
  Joined joined;
  std::unordered_map<std::string, Xapian::docid> originals;
  const auto end = database.valuestream_end(schema::story_slot);
  for (auto copy = database.valuestream_begin(schema::story_slot); copy != end; ++copy) {
    const auto [original, is_new] = originals.try_emplace(*copy, copy.get_docid());
    if (is_new) {
      const std::string term = schema::id_term(original->first);
      const auto posting = database.postlist_begin(term);
      if (posting != database.postlist_end(term)) original->second = *posting;
    }
    if (original->second != copy.get_docid()) joined.join(original->second, copy.get_docid());
  }
  return joined;
}

}  // namespace

StoryColumn StoryColumn::load(const Xapian::Database& database) {
  StoryColumn column;
  column.blocks_.resize(database.get_lastdocid() / 64 + 1);
  Joined joined = join_copies(database);
  std::unordered_map<Xapian::docid, std::uint32_t> numbers;
  for (const Xapian::docid id : joined.members()) {
    const auto next = static_cast<std::uint32_t>(numbers.size());
    column.stories_.push_back(numbers.try_emplace(joined.first_of(id), next).first->second);
    column.blocks_[id / 64].members |= std::uint64_t{1} << (id % 64);
  }
  column.count_ = numbers.size();
  std::uint32_t before = 0;
  for (Block& block : column.blocks_) {
    block.before = before;
    before += static_cast<std::uint32_t>(std::popcount(block.members));
  }
  return column;
}

}  // namespace news
