#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "corpus/generate/rank_law.h"

namespace generate {

/// Somebody in the news.
struct Person {
  std::string first;
  std::string last;
  std::string role;  ///< Such as `Finance Minister`; empty for most.

  std::string name() const { return first + " " + last; }
};

/// Everybody who is in the news or writes it, by number: the same for the same seed.
class People {
 public:
  explicit People(std::uint64_t seed);

  Person person(std::uint64_t number) const;
  /// Somebody known to all at a time: some names return for months, in story after story.
  /// `season` counts the times in which those known are the same.
  Person public_figure(std::uint64_t season, Random& random) const;

 private:
  std::uint64_t seed_;
  RankLaw first_names_;
  RankLaw surnames_;
  RankLaw figures_;
};

/// The names of 5,000 authors, all different; an author of a low index has written more.
std::vector<std::string> author_names(const People& people);

}  // namespace generate
