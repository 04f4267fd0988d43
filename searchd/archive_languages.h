#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "searchd/columns.h"
#include "searchd/counter.h"

namespace news {

/// A language that articles of the archive are in. A query is read in each of them, because a word
/// has another stem in each.
struct ArchiveLanguage {
  std::string code;               ///< Without region: `en` for `en-GB` and `en-US`.
  std::vector<std::string> tags;  ///< As the articles have it.
  bool untagged = false;          ///< Articles that name no language are analysed as this one.
  std::uint32_t articles = 0;

  bool operator==(const ArchiveLanguage&) const = default;
};

/// The languages by falling number of articles; never empty. `totals` are over the whole archive.
std::vector<ArchiveLanguage> archive_languages(const Columns& columns, const Counts& totals);

}  // namespace news
