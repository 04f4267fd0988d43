#pragma once

#include <vector>

namespace news {

/// How likely two runs would differ at least as much in their mean, in either direction, if it were
/// a coin's throw which of the two gave which value of each query: the paired randomisation test
/// (Fisher; for retrieval Smucker, Allan and Carterette 2007), over 100,000 throws from a fixed
/// seed, so that the same values give the same p. The least it can give is 1/100,001. Both have the
/// same queries in the same order.
double randomisation_test(const std::vector<double>& ours, const std::vector<double>& theirs);

}  // namespace news
