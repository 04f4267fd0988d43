#include "indexer/name_keys.h"

#include "common/names/name_key.h"

namespace news {

namespace {

// Some 5 MB; past it the memory begins anew.
constexpr std::size_t most_known = 50'000;

}  // namespace

const std::string& NameKeys::of(const std::string& form) {
  const auto found = known_.find(form);
  if (found != known_.end()) return found->second;
  if (known_.size() >= most_known) known_.clear();
  return known_[form] = name_key(romanize(form));
}

}  // namespace news
