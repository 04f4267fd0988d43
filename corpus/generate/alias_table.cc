#include "corpus/generate/alias_table.h"

#include <numeric>

namespace generate {

AliasTable::AliasTable(const std::vector<double>& weights) : slots_(weights.size()) {
  const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
  std::vector<double> shares;
  std::vector<std::uint32_t> small;
  std::vector<std::uint32_t> large;
  for (std::uint32_t i = 0; i < weights.size(); ++i) {
    shares.push_back(weights[i] * static_cast<double>(weights.size()) / sum);
    slots_[i].other = i;
    (shares[i] < 1 ? small : large).push_back(i);
  }
  while (!small.empty() && !large.empty()) {
    const std::uint32_t poor = small.back();
    const std::uint32_t rich = large.back();
    small.pop_back();
    slots_[poor] = {static_cast<std::uint32_t>(shares[poor] * 0xffffffff), rich};
    shares[rich] -= 1 - shares[poor];
    if (shares[rich] >= 1) continue;
    large.pop_back();
    small.push_back(rich);
  }
}

}  // namespace generate
