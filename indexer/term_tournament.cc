#include "indexer/term_tournament.h"

#include <utility>

namespace news {

namespace {

TermKey key_at(const TermDictionary::Cursor& cursor) {
  return cursor.at_end() ? TermKey::last() : TermKey(cursor.term());
}

}  // namespace

TermTournament::TermTournament(const std::vector<const TermDictionary*>& dictionaries)
    : losers_(dictionaries.size()) {
  cursors_.reserve(dictionaries.size());
  players_.reserve(dictionaries.size());
  for (const TermDictionary* const dictionary : dictionaries) {
    players_.push_back(key_at(cursors_.emplace_back(*dictionary)));
  }
  if (!players_.empty()) winner_ = play(1);
}

bool TermTournament::is_before(std::size_t a, std::size_t b) const {
  const auto keys = players_[a] <=> players_[b];
  if (keys != 0) return keys < 0;
  if (!players_[a].is_whole()) {
    const int order = cursors_[a].term().compare(cursors_[b].term());
    if (order != 0) return order < 0;
  }
  return a < b;
}

/// Plays all games below a node and notes their losers; gives the winner. Leaves follow the nodes.
std::size_t TermTournament::play(std::size_t node) {
  if (node >= players_.size()) return node - players_.size();
  std::size_t winner = play(2 * node);
  std::size_t loser = play(2 * node + 1);
  if (is_before(loser, winner)) std::swap(winner, loser);
  losers_[node] = static_cast<std::uint32_t>(loser);
  return winner;
}

void TermTournament::next() {
  cursors_[winner_].next();
  players_[winner_] = key_at(cursors_[winner_]);
  for (std::size_t node = (winner_ + players_.size()) / 2; node > 0; node /= 2) {
    if (!is_before(losers_[node], winner_)) continue;
    const std::size_t loser = std::exchange(winner_, losers_[node]);
    losers_[node] = static_cast<std::uint32_t>(loser);
  }
}

}  // namespace news
