#pragma once

namespace news {

/// Which words of an article say what it is about. The posting file of a base keeps the words of
/// its articles by this, and related articles are looked for by it.

/// Whether a word that `frequency` of `articles` articles have says something about one of them:
/// one that no other article has does not, nor does one of more than a tenth of them and twenty.
inline bool is_telling(double frequency, double articles) {
  constexpr double common_share = 0.1;
  constexpr double common_in_any = 20;
  return frequency >= 2 && frequency <= common_share * articles + common_in_any;
}

/// What a word's count in an article comes to, from 0 to 1: half where it is 2.
inline double saturated_count(double wdf) { return wdf / (wdf + 2); }

}  // namespace news
