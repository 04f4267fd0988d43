#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/analysis/analyzer.h"

namespace news {

/// What a name of several words may be called.
struct Initials {
  std::string letters;         ///< Folded.
  std::uint32_t position = 0;  ///< Of the name's first word.

  bool operator==(const Initials&) const = default;
};

/// The initials of words with a capital that stand one after another, three to five letters, of
/// each part of such a row, since a text does not say where a name begins: `European Investment
/// Bank` gives eib. Up to two short words in lower case may stand between (`Board of the Trade`),
/// and a short word all in capitals counts with all its letters (`U.S. Department of Agriculture`
/// is usda).
std::vector<Initials> initials_of(std::string_view text, const std::vector<Token>& tokens);

}  // namespace news
