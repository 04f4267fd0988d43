#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "common/term_dictionary.h"

namespace news {

/// Goes through the terms of several dictionaries at once, ascending; of dictionaries that have the
/// same one, the first comes first. A tree of losers (Knuth, The Art of Computer Programming,
/// 5.4.1), which compares the beginnings of terms and the terms themselves only where these are
/// alike. For one thread.
class TermTournament {
 public:
  /// The dictionaries must outlive it.
  explicit TermTournament(const std::vector<const TermDictionary*>& dictionaries);

  bool at_end() const { return players_.empty() || players_[winner_].has_ended(); }
  /// The dictionary whose term is the least.
  std::size_t winner() const { return winner_; }
  std::string_view term() const { return cursors_[winner_].term(); }
  TermEntry entry() const { return cursors_[winner_].entry(); }
  void next();

 private:
  /// The first bytes of a term, in its order.
  struct Player {
    std::uint64_t first = 0;
    std::uint64_t then = 0;  ///< Its last byte is the size of the term, or that it is longer.

    static Player ended() { return {~std::uint64_t{0}, ~std::uint64_t{0}}; }
    bool has_ended() const { return first == ~std::uint64_t{0} && then == first; }
    bool is_longer() const;
  };

  static Player player(const TermDictionary::Cursor& cursor);
  bool is_before(std::size_t a, std::size_t b) const;
  std::size_t play(std::size_t node);

  std::vector<TermDictionary::Cursor> cursors_;
  std::vector<Player> players_;  // by dictionary
  std::vector<std::uint32_t>
      losers_;  // by node of the tree, from 1 on: whose children are 2n, 2n+1
  std::size_t winner_ = 0;
};

}  // namespace news
