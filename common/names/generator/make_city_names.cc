// Prints the table of common/names/city_names.cc as C++.
// Usage: make_city_names FOLDER_OF_GEONAMES
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
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

constexpr std::uint64_t large = 150'000;
// Letters; shorter ones are codes and words of other languages.
constexpr std::int32_t shortest = 4;
constexpr std::size_t most_words = 4;
// Translations and nicknames that are other things as well.
constexpr auto ambiguous = std::to_array<std::string_view>(
    {"big apple", "gold coast", "great bay", "the city", "white house", "windy city"});

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

/// Letters only, and capitals at most at the beginning.
bool is_word(const icu::UnicodeString& letters) {
  for (std::int32_t i = 0; i < letters.length(); ++i) {
    if (u_isalpha(letters[i]) == 0 || (i > 0 && u_isupper(letters[i]) != 0)) return false;
  }
  return !letters.isEmpty();
}

bool is_lower(const icu::UnicodeString& letters) { return u_islower(letters.char32At(0)) != 0; }

/// The words of a name, folded, with a space between; empty for what names cannot be compared by:
/// other scripts, and names without a capital where the script has them.
std::string form_of(std::string name) {
  std::replace(name.begin(), name.end(), '-', ' ');
  std::string form;
  std::size_t count = 0;
  std::int32_t letters = 0;
  bool lower = false, latin = false;
  for (const std::string& text : split(name, ' ')) {
    const icu::UnicodeString word = icu::UnicodeString::fromUTF8(text);
    const std::string folded = fold(text);
    if (!is_word(word) || romanize(folded).text.empty()) return {};
    lower = is_lower(word);
    if (count == 0 && lower) return {};
    latin = word[0] < 0x250;
    letters += word.length();
    form += (count++ == 0 ? "" : " ") + folded;
  }
  const bool has_key = count > 1 || !name_key(romanize(form)).empty();
  const bool is_clear = std::find(ambiguous.begin(), ambiguous.end(), form) == ambiguous.end();
  const bool is_long = !latin || letters >= shortest;
  return !lower && has_key && is_clear && is_long && count <= most_words ? form : std::string();
}

/// Whether a word is rather the name of the country that the city is called after: `Mexiko` for
/// Mexico City.
bool may_be_country(const std::string& form, const std::string& city) {
  const std::size_t space = city.find(' ');
  return space != std::string::npos && city.substr(space) == " city" &&
         form.find(' ') == std::string::npos && form[0] == city[0];
}

/// Adds the names that no larger city has.
void add_names(const std::vector<std::string>& names, std::unordered_set<std::string>& taken,
               std::vector<std::string>& line) {
  for (const std::string& name : names) {
    const std::string form = form_of(name);
    if (!line.empty() && may_be_country(form, line.front())) continue;
    if (!form.empty() && taken.insert(form).second) line.push_back(form);
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
    for (const std::string& name : line) out << name << (&name == &line.back() ? "" : ",");
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
