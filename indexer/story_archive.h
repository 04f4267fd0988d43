#pragma once

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/article.h"
#include "indexer/fingerprint.h"

namespace news {

/// What is asked of the articles that are there already to find those that a new one is a copy of.
class StoryArchive {
 public:
  virtual ~StoryArchive() = default;

  /// The number of the article with that id; nothing if there is none.
  virtual std::optional<Xapian::docid> find(const std::string& id) const = 0;
  virtual Article read(Xapian::docid number) const = 0;
  virtual Shingles shingles(Xapian::docid number) const = 0;
  /// What an article has as its story; empty if it has none.
  virtual std::string story(Xapian::docid number) const = 0;
  /// How many articles have that one as their story.
  virtual std::size_t copies(const std::string& story) const = 0;

  /// Articles that agree in a band.
  struct Sharing {
    std::vector<Xapian::docid> numbers;  ///< The first of them, ascending.
    std::size_t count = 0;               ///< Of all, or a bound that is no smaller than `most`.
  };
  /// At most `most` numbers.
  virtual Sharing sharing(std::size_t band, std::uint32_t hash, std::size_t most) const = 0;
};

}  // namespace news
