#pragma once

#include <iosfwd>
#include <string>
#include <unordered_set>

#include "indexer/places/generator/geonames.h"

namespace news {

/// The Bloom filter that is_common_english asks, as definitions of `common_words` and
/// `common_word_probes` in C++.
void print_common_words(const std::unordered_set<std::string>& words, std::ostream& out);

/// What neighbours_of looks up, as the definition of `borders` in C++.
void print_borders(const GeoNames& geonames, std::ostream& out);

}  // namespace news
