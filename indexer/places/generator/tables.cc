#include "indexer/places/generator/tables.h"

#include <cstdint>
#include <ostream>
#include <vector>

#include "indexer/places/gazetteer.h"

namespace news {

void print_common_words(const std::unordered_set<std::string>& words, std::ostream& out) {
  constexpr unsigned bits_a_word = 10;
  constexpr unsigned probes = 4;
  std::vector<std::uint64_t> filter(words.size() * bits_a_word / 64 + 1);
  for (const std::string& word : words) {
    const std::uint64_t hash = place_hash(word);
    for (unsigned probe = 0; probe < probes; ++probe) {
      const std::uint64_t bit =
          ((hash & 0xFFFFFFFFU) + probe * (hash >> 32U)) % (filter.size() * 64);
      filter[bit / 64] |= std::uint64_t{1} << (bit % 64);
    }
  }
  out << "constexpr unsigned common_word_probes = " << probes << ";\n"
      << "constexpr std::uint64_t common_words[] = {\n";
  for (const std::uint64_t word : filter) out << word << "U,\n";
  out << "};\n";
}

void print_borders(const GeoNames& geonames, std::ostream& out) {
  out << "constexpr std::pair<std::string_view, std::string_view> borders[] = {\n";
  for (const auto& [code, country] : geonames.countries) {
    out << "{\"" << code << "\", \"";
    for (const std::string& neighbour : country.neighbours) out << neighbour;
    out << "\"},\n";
  }
  out << "};\n";
}

}  // namespace news
