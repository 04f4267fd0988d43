#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/places/gazetteer.h"
#include "indexer/places/name_words.h"

namespace news {

/// A place named in a text.
struct Mention {
  const PlaceName* name = nullptr;
  std::size_t word = 0;   ///< Of the text: the first of ...
  std::size_t count = 1;  ///< ... so many.
  /// The state or province that stands behind it and tells which place is meant: `Athens, Georgia`.
  const PlaceName* state = nullptr;
};

/// Finds the names of places among the words of a text in one language. For one thread.
class MentionFinder {
 public:
  explicit MentionFinder(std::string_view language);
  ~MentionFinder();
  MentionFinder(MentionFinder&&) noexcept;
  MentionFinder& operator=(MentionFinder&&) noexcept;

  /// In order and without overlaps, the longest names first; whatever looks like a person or a
  /// thing called after a place is left out.
  std::vector<Mention> find(const std::vector<NameWord>& words);

 private:
  struct Private;
  std::unique_ptr<Private> private_;
};

}  // namespace news
