#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <unordered_map>
#include <vector>

namespace news {

/// A town of GeoNames.
struct City {
  std::string name;
  std::string ascii_name;
  std::vector<std::string> alternates;  ///< In any language and script, some of them rubbish.
  std::string country;
  std::uint64_t population = 0;
  bool capital = false;  ///< Of its country.
};

/// A first-level division of a country.
struct Division {
  std::string name;
  std::string ascii_name;
  std::string country;
  std::string code;  ///< Within the country: `GA` in the United States.
};

struct Country {
  std::uint64_t population = 0;
  std::vector<std::string> neighbours;
};

struct GeoNames {
  std::vector<City> cities;  ///< The largest first.
  std::vector<Division> divisions;
  std::unordered_map<std::string, Country> countries;
};

/// Reads cities15000.txt, admin1Codes.txt and countryInfo.txt in `folder`.
/// Throws std::runtime_error when one cannot be read.
GeoNames read_geonames(const std::filesystem::path& folder);

}  // namespace news
