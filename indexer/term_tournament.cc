#include "indexer/term_tournament.h"

#include <endian.h>

#include <algorithm>
#include <cstring>
#include <utility>

namespace news {

namespace {

constexpr std::size_t most_compared = 15;  // bytes of a term
constexpr std::uint64_t longer = most_compared + 1;

}  // namespace

bool TermTournament::Player::is_longer() const { return (then & 0xff) == longer; }

TermTournament::Player TermTournament::player(const TermDictionary::Cursor& cursor) {
  if (cursor.at_end()) return Player::ended();
  const std::string& term = cursor.term();
  char bytes[2 * sizeof(std::uint64_t)] = {};
  std::memcpy(bytes, term.data(), std::min(term.size(), most_compared));
  bytes[most_compared] = static_cast<char>(std::min<std::uint64_t>(term.size(), longer));
  Player made;
  std::memcpy(&made.first, bytes, sizeof(made.first));
  std::memcpy(&made.then, bytes + sizeof(made.first), sizeof(made.then));
  return {be64toh(made.first), be64toh(made.then)};
}

TermTournament::TermTournament(const std::vector<const TermDictionary*>& dictionaries)
    : losers_(dictionaries.size()) {
  cursors_.reserve(dictionaries.size());
  players_.reserve(dictionaries.size());
  for (const TermDictionary* const dictionary : dictionaries) {
    players_.push_back(player(cursors_.emplace_back(*dictionary)));
  }
  if (!players_.empty()) winner_ = play(1);
}

bool TermTournament::is_before(std::size_t a, std::size_t b) const {
  const Player& one = players_[a];
  const Player& other = players_[b];
  if (one.first != other.first) return one.first < other.first;
  if (one.then != other.then) return one.then < other.then;
  if (one.is_longer()) {
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
  players_[winner_] = player(cursors_[winner_]);
  for (std::size_t node = (winner_ + players_.size()) / 2; node > 0; node /= 2) {
    if (!is_before(losers_[node], winner_)) continue;
    const std::size_t loser = std::exchange(winner_, losers_[node]);
    losers_[node] = static_cast<std::uint32_t>(loser);
  }
}

}  // namespace news
