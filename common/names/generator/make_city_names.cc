// Prints the table of common/names/city_names.cc as C++.
// Usage: make_city_names FOLDER_OF_GEONAMES
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cstdint>
#include <exception>
#include <fstream>
#include <iostream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "common/analysis/fold.h"
#include "common/names/name_key.h"

namespace news {

namespace {

constexpr std::uint64_t large = 300'000;
// Letters; shorter ones are codes and words of other languages.
constexpr std::int32_t shortest = 4;

struct City {
  std::string name, ascii_name;
  std::vector<std::string> alternates;
  std::uint64_t population = 0;
};

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> fields;
  while (true) {
    const std::size_t end = text.find(separator);
    fields.emplace_back(text.substr(0, end));
    if (end == std::string_view::npos) return fields;
    text.remove_prefix(end + 1);
  }
}

/// The largest first. Columns are those of geonames.org, described in their readme.
std::vector<City> read_cities(const std::string& folder) {
  std::ifstream file(folder + "/cities15000.txt");
  if (!file) throw std::runtime_error("cannot read " + folder + "/cities15000.txt");
  std::vector<City> cities;
  for (std::string line; std::getline(file, line);) {
    const std::vector<std::string> row = split(line, '\t');
    if (row.size() < 15) continue;
    const std::uint64_t population = std::stoull("0" + row[14]);
    if (population < large && row[7] != "PPLC") continue;
    cities.push_back({row[1], row[2], split(row[3], ','), population});
  }
  std::stable_sort(cities.begin(), cities.end(),
                   [](const City& a, const City& b) { return a.population > b.population; });
  return cities;
}

/// A word with a capital, or of a script that has none, that names can be compared by.
bool is_word(const std::string& name) {
  const icu::UnicodeString letters = icu::UnicodeString::fromUTF8(name);
  for (std::int32_t i = 0; i < letters.length(); ++i) {
    if (u_isalpha(letters[i]) == 0 || (i > 0 && u_isupper(letters[i]) != 0)) return false;
  }
  const bool latin = letters.length() > 0 && letters[0] < 0x250;
  return u_islower(letters.char32At(0)) == 0 && (!latin || letters.length() >= shortest);
}

/// Adds the names that no larger city has.
void add_names(const std::vector<std::string>& names, std::unordered_set<std::string>& taken,
               std::vector<std::string>& line) {
  for (const std::string& name : names) {
    const std::string form = fold(name);
    if (!is_word(name) || name_key(romanize(form)).empty()) continue;
    if (taken.insert(form).second) line.push_back(form);
  }
}

void print(const std::vector<City>& cities, std::ostream& out) {
  std::unordered_set<std::string> taken;
  std::vector<std::vector<std::string>> lines(cities.size());
  // What a city is called at home is not another one's name abroad.
  for (std::size_t i = 0; i < cities.size(); ++i) {
    add_names({cities[i].name, cities[i].ascii_name}, taken, lines[i]);
  }
  for (std::size_t i = 0; i < cities.size(); ++i) add_names(cities[i].alternates, taken, lines[i]);
  out << "constexpr char city_text[] =\n";
  for (const std::vector<std::string>& line : lines) {
    if (line.size() < 2) continue;
    out << '"';
    for (const std::string& name : line) out << name << (&name == &line.back() ? "" : " ");
    out << "\\n\"\n";
  }
  out << ";\n";
}

}  // namespace

}  // namespace news

int main(int argc, char* argv[]) try {
  if (argc != 2) {
    std::cerr << "usage: make_city_names FOLDER_OF_GEONAMES\n";
    return 2;
  }
  news::print(news::read_cities(argv[1]), std::cout);
  return std::cout.flush() ? 0 : 1;
} catch (const std::exception& e) {
  std::cerr << "make_city_names: " << e.what() << '\n';
  return 1;
}
