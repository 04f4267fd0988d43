#pragma once

#include <cstdint>
#include <vector>

#include "common/article.h"

namespace news {

/// What a text is compared by: its overlapping runs of four words, hashed, in their order. Words
/// are compared without case, diacritics, punctuation and tags, and the headline does not count, so
/// that agencies' tags, bylines and small edits change little of it.
///
/// A text of fewer than 25 words is one shingle, of its headline and body as a whole: it is
/// near-identical only to the same. A text of fewer than 15 words has none; too many of those
/// ("Correction", "Bank leaves rates unchanged") say the same and are not the same.
/// A.Z. Broder 1997, On the resemblance and containment of documents.
using Shingles = std::vector<std::uint64_t>;

/// The shingles of an article's body, of its first 50,000 words where it has more.
Shingles shingles_of(const Article& article);

/// Locality-sensitive hashes of the shingles: texts that resemble each other by s (the shingles in
/// both by those in either) agree in at least one, at its place, with the probability
/// 1 - (1 - s^4)^12: 0.81 for s = 0.6, 0.96 for 0.7, 0.998 for 0.8, 0.001 for 0.1. Of a single
/// shingle there is one hash, of none none. MinHash in 12 bands of 4 rows: J. Leskovec, A.
/// Rajaraman and J. Ullman, Mining of Massive Datasets, chapter 3.
std::vector<std::uint32_t> bands_of(const Shingles& shingles);

/// Both of an article.
struct Fingerprint {
  Shingles shingles;
  std::vector<std::uint32_t> bands;
};
Fingerprint fingerprint_of(const Article& article);

/// Whether two texts are one but for small edits: most of their shingles are in both, or one is a
/// shortened version of the other, of at least half its length. Short texts have to agree more
/// than long ones. Never for texts without shingles. ARCHITECTURE.md says how the bounds were
/// measured.
bool near_identical(Shingles a, Shingles b);

}  // namespace news
