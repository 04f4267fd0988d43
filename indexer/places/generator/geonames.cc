#include "indexer/places/generator/geonames.h"

#include <algorithm>
#include <cstddef>
#include <fstream>
#include <functional>
#include <stdexcept>
#include <string_view>

namespace news {

namespace {

using Fields = std::vector<std::string>;

Fields split(std::string_view text, char separator) {
  Fields fields;
  while (true) {
    const std::size_t end = text.find(separator);
    fields.emplace_back(text.substr(0, end));
    if (end == std::string_view::npos) return fields;
    text.remove_prefix(end + 1);
  }
}

/// Calls `take` with each line that has at least `least` columns.
void for_each_row(const std::filesystem::path& path, std::size_t least,
                  const std::function<void(const Fields&)>& take) {
  std::ifstream file(path);
  if (!file) {
    throw std::runtime_error("cannot read " + path.string() + " (package libtimezonemap-data)");
  }
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with('#')) continue;
    const Fields fields = split(line, '\t');
    if (fields.size() >= least) take(fields);
  }
}

// Columns of the dumps of geonames.org, described in their readme.
City city_of(const Fields& row) {
  City city{.name = row[1], .ascii_name = row[2], .country = row[8]};
  if (!row[3].empty()) city.alternates = split(row[3], ',');
  city.capital = row[7] == "PPLC";
  city.population = std::stoull("0" + row[14]);
  return city;
}

}  // namespace

GeoNames read_geonames(const std::filesystem::path& folder) {
  GeoNames names;
  for_each_row(folder / "cities15000.txt", 15,
               [&](const Fields& row) { names.cities.push_back(city_of(row)); });
  std::sort(names.cities.begin(), names.cities.end(),
            [](const City& a, const City& b) { return a.population > b.population; });
  for_each_row(folder / "admin1Codes.txt", 3, [&](const Fields& row) {
    const std::size_t dot = row[0].find('.');
    if (dot == std::string::npos) return;
    names.divisions.push_back({row[1], row[2], row[0].substr(0, dot), row[0].substr(dot + 1)});
  });
  for_each_row(folder / "countryInfo.txt", 18, [&](const Fields& row) {
    names.countries[row[0]] = {std::stoull("0" + row[7]), split(row[17], ',')};
  });
  return names;
}

}  // namespace news
