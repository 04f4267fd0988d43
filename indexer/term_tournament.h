#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "common/term_dictionary.h"
#include "indexer/term_key.h"

namespace news {

/// Goes through the terms of several dictionaries at once, ascending; of dictionaries that have the
/// same one, the first comes first. A tree of losers (Knuth, The Art of Computer Programming,
/// 5.4.1), which compares the beginnings of terms and the terms themselves only where these are
/// alike. For one thread.
class TermTournament {
 public:
  /// The dictionaries must outlive it.
  explicit TermTournament(const std::vector<const TermDictionary*>& dictionaries);

  bool at_end() const { return players_.empty() || players_[winner_] == TermKey::last(); }
  /// The dictionary whose term is the least.
  std::size_t winner() const { return winner_; }
  std::string_view term() const { return cursors_[winner_].term(); }
  TermEntry entry() const { return cursors_[winner_].entry(); }
  void next();

 private:
  bool is_before(std::size_t a, std::size_t b) const;
  std::size_t play(std::size_t node);

  std::vector<TermDictionary::Cursor> cursors_;
  std::vector<TermKey> players_;  // by dictionary
  // By node of the tree, from 1 on; below node n are 2n and 2n+1.
  std::vector<std::uint32_t> losers_;
  std::size_t winner_ = 0;
};

}  // namespace news
