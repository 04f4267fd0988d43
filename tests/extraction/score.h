#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace news {

/// How much of what was found is wanted, and how much of what is wanted was found.
struct Score {
  double precision = 0;
  double recall = 0;
  double f1() const {
    return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
  }
};

/// The words of a text: runs of letters, digits and underscores, as `\w+` finds them.
std::vector<std::string> words_of(std::string_view utf8);

/// Compares two texts as bags of runs of `length` words, each run as often as it occurs; a text
/// shorter than that is one run.
Score compare(std::string_view found, std::string_view wanted, std::size_t length);

}  // namespace news
