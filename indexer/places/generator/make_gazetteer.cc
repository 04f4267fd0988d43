// Prints the tables of indexer/places/gazetteer.cc as C++.
// Usage: make_gazetteer FOLDER_OF_GEONAMES FOLDER_OF_WORDNET
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <exception>
#include <iostream>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "common/country.h"
#include "indexer/places/generator/adjectives.h"
#include "indexer/places/generator/geonames.h"
#include "indexer/places/generator/name_table.h"
#include "indexer/places/generator/tables.h"
#include "indexer/places/generator/wordnet.h"
#include "indexer/places/name_stem.h"
#include "indexer/places/name_words.h"

namespace news {

namespace {

/// Puts the names from all sources into one table.
class GazetteerMaker {
 public:
  GazetteerMaker(GeoNames geonames, WordNetNames wordnet)
      : geonames_(std::move(geonames)), wordnet_(std::move(wordnet)) {}

  void print(std::ostream& out) {
    for (const std::string& language : country_languages()) add_countries(language);
    add_english_demonyms();
    for (const std::string& language : country_languages()) add_language_demonyms(language);
    for (const Division& division : geonames_.divisions) add_state(division);
    for (const City& city : geonames_.cities) add_city(city);
    for (const City& city : geonames_.cities) add_alternates(city);
    for (const Division& division : geonames_.divisions) add_region(division);
    add_flags();
    table_.print(out);
    print_common_words(wordnet_.common_words, out);
    print_borders(geonames_, out);
  }

 private:
  std::uint64_t population(const std::string& country) {
    return geonames_.countries[country].population;
  }

  std::string keyed(const std::string& language, const std::string& name) {
    NameStemmer& stemmer = stemmers_.try_emplace(language, language).first->second;
    return language + ':' + stemmer.stem_key(name_key_of(name));
  }

  void add_countries(const std::string& language) {
    constexpr std::size_t shortest = 2;
    for (const auto& [name, code] : country_names(language)) {
      const bool is_code = name.size() <= shortest && name != "US" && name != "UK";
      if (!is_code)
        table_.add(keyed(language, name), PlaceKind::Country, code, 0, population(code));
    }
    if (language != "en") return;
    for (const auto& [name, code] : wordnet_.lands) {
      table_.add(keyed(language, name), PlaceKind::Country, code, 0, population(code));
    }
  }

  void add_english_demonyms() {
    for (const auto& [word, code] : wordnet_.demonyms) {
      table_.add(keyed("en", word), PlaceKind::Demonym, code, 0, population(code));
      countries_of_demonyms_.try_emplace(word, code);
    }
  }

  void add_language_demonyms(const std::string& language) {
    if (language == "en") return;
    for (const auto& [adjective, code] : country_adjectives(language, countries_of_demonyms_)) {
      const std::string stem = keyed(language, adjective);
      table_.add(stem, PlaceKind::Demonym, code, 0, population(code));
      if (table_.is(stem, PlaceKind::Country)) {
        table_.add(adjective_key(language, adjective, stem.substr(language.size() + 1)),
                   PlaceKind::Demonym, code, 0, population(code));
      }
    }
  }

  /// Whether a city is large enough for its name to be taken for it.
  static bool is_large(const City& city) {
    constexpr std::uint64_t large = 100'000;
    return city.capital || city.population >= large;
  }

  void add_city(const City& city) {
    // Towns less than large only stand beside those of their name.
    const auto flags = city.capital ? PlaceName::capital : std::uint8_t{0};
    for (const std::string& name : {city.name, city.ascii_name}) {
      const std::string key = name_key_of(name);
      if (!is_large(city) && !table_.has(key)) continue;
      table_.add(key, PlaceKind::City, city.country, flags, city.population);
    }
    if (is_large(city)) add_inflected(city.name, city);
  }

  void add_alternates(const City& city) {
    constexpr std::uint64_t large = 300'000;
    if (!city.capital && city.population < large) return;
    for (const std::string& name : city.alternates) {
      if (!is_alternate(name)) continue;
      const std::string key = name_key_of(name);
      if (!table_.has(key) && !wordnet_.given_names.contains(key)) {
        table_.add(key, PlaceKind::City, city.country,
                   city.capital ? PlaceName::capital : std::uint8_t{0}, city.population);
      }
      add_inflected(name, city);
    }
  }

  /// Not a code, not a transliteration and not what English has for something else (Casablanca is
  /// also White House).
  bool is_alternate(const std::string& name) const {
    const icu::UnicodeString letters = icu::UnicodeString::fromUTF8(name);
    const UChar32 first = letters.char32At(0);
    if (u_islower(first) != 0) return false;
    constexpr std::int32_t shortest = 4;
    UErrorCode status = U_ZERO_ERROR;
    if (uscript_getScript(first, &status) != USCRIPT_LATIN) return letters.length() >= 2;
    const bool is_code = letters.length() > 1 && u_isupper(letters.char32At(1)) != 0;
    const std::string key = name_key_of(name);
    return letters.length() >= shortest && !is_code && !wordnet_.common_words.contains(key) &&
           !wordnet_.other_names.contains(key);
  }

  /// The name's stems in the Slavic languages.
  void add_inflected(const std::string& name, const City& city) {
    const std::string key = name_key_of(name);
    UErrorCode status = U_ZERO_ERROR;
    const UChar32 first = icu::UnicodeString::fromUTF8(name).char32At(0);
    switch (uscript_getScript(first, &status)) {
      case USCRIPT_CYRILLIC:
        add_stem("ru", key, city);
        add_stem("uk", key, city);
        add_ukrainian_cases(key, city);
        return;
      case USCRIPT_LATIN:
        if (key.size() >= 5) add_stem("pl", key, city);
        return;
      default:
        return;
    }
  }

  /// In Київ, Львів, Миколаїв the last vowel becomes another in the other cases.
  void add_ukrainian_cases(const std::string& key, const City& city) {
    const auto becomes = [&](std::string_view ending, std::string_view other) {
      if (!key.ends_with(ending)) return;
      const std::string stem = key.substr(0, key.size() - ending.size());
      table_.add("uk:" + stem + std::string(other), PlaceKind::City, city.country, 0,
                 city.population);
    };
    becomes("ів", "ов");
    becomes("ів", "ев");
    becomes("їв", "єв");
  }

  void add_stem(const std::string& language, const std::string& key, const City& city) {
    const std::string stem = keyed(language, key);
    if (!table_.has(stem)) {
      table_.add(stem, PlaceKind::City, city.country, 0, city.population);
    }
  }

  /// The states and provinces that towns are told by in English: `Athens, Georgia`.
  void add_state(const Division& division) {
    constexpr std::array<std::string_view, 3> told_by_state{"US", "CA", "AU"};
    const bool is_state = std::find(told_by_state.begin(), told_by_state.end(), division.country) !=
                          told_by_state.end();
    if (!is_state) return;
    const std::string key = name_key_of(division.ascii_name);
    table_.add(key, PlaceKind::Region, division.country, PlaceName::state, 0);
    const std::string english = keyed("en", division.ascii_name);
    if (table_.has(english)) {
      table_.add(english, PlaceKind::Region, division.country, PlaceName::state, 0);
    }
    // As in `Atlanta, GA`.
    table_.add("state:" + name_key_of(division.code), PlaceKind::Region, division.country,
               PlaceName::state, 0);
  }

  void add_region(const Division& division) {
    constexpr std::uint64_t populous = 5'000'000;
    constexpr std::size_t shortest = 5;
    const std::string key = name_key_of(division.ascii_name);
    if (population(division.country) < populous || key.size() < shortest) return;
    if (wordnet_.common_words.contains(key) || wordnet_.given_names.contains(key)) return;
    if (!table_.has(keyed("en", division.name))) {
      table_.add(key, PlaceKind::Region, division.country, 0, 0);
    }
  }

  void add_flags() {
    for (const std::string& thing : wordnet_.things) {
      const std::string key = name_key_of(thing);
      table_.add_thing(key);
      if (!key.ends_with('s')) table_.add_thing(key + 's');
      table_.add_thing(keyed("en", thing));
      if (!key.ends_with('s')) table_.add_thing("en:" + key + 's');
    }
    for (const std::string& name : wordnet_.surnames) {
      table_.flag(name_key_of(name), PlaceName::surname);
    }
    for (const std::string& name : wordnet_.given_names) {
      table_.flag(name_key_of(name), PlaceName::given_name);
    }
    for (const std::string& word : wordnet_.common_words) {
      if (table_.has(word)) table_.flag(word, PlaceName::common_word);
    }
  }

  GeoNames geonames_;
  WordNetNames wordnet_;
  NameTable table_;
  std::unordered_map<std::string, NameStemmer> stemmers_;
  EnglishAdjectives countries_of_demonyms_;
};

}  // namespace

}  // namespace news

int main(int argc, char* argv[]) try {
  if (argc != 3) {
    std::cerr << "usage: make_gazetteer FOLDER_OF_GEONAMES FOLDER_OF_WORDNET\n";
    return 2;
  }
  news::GazetteerMaker(news::read_geonames(argv[1]), news::read_wordnet(argv[2])).print(std::cout);
  return std::cout.flush() ? 0 : 1;
} catch (const std::exception& e) {
  std::cerr << "make_gazetteer: " << e.what() << '\n';
  return 1;
}
