// Prints the table of searchd/country_words.cc as C++.
// Usage: make_country_words FOLDER_OF_WORDNET
#include <algorithm>
#include <exception>
#include <iostream>
#include <map>
#include <set>
#include <string>
#include <string_view>

#include "common/analysis/analyzer.h"
#include "common/country.h"
#include "indexer/places/generator/wordnet.h"

namespace news {

namespace {

/// By code: what a country, those who live there and what comes from there are called in English.
using CountryWords = std::map<std::string, std::set<std::string>>;

// Shorter ones are abbreviations (`uk`), which stand for more than the country.
constexpr std::size_t shortest = 4;

bool is_word(const std::string& name) {
  return name.size() >= shortest && name.find_first_of(" -'.") == std::string::npos;
}

/// A part of a country has the country's code, but Scottish is not English.
bool is_of_a_part(const std::string& word) {
  static const std::set<std::string, std::less<>> parts = {"england", "english", "scotland",
                                                           "wales"};
  return parts.contains(word);
}

/// WordNet has the peoples of a country among its demonyms (`Walloon`); what is called after the
/// country itself begins as its name does, with two exceptions.
bool is_called_after(const std::set<std::string>& names, const std::string& word) {
  constexpr std::size_t beginning = 2;
  if (word == "danish" || word == "dutch") return true;
  return std::any_of(names.begin(), names.end(), [&](const std::string& name) {
    return name.compare(0, beginning, word, 0, beginning) == 0;
  });
}

CountryWords country_words(const WordNetNames& wordnet) {
  CountryWords names;
  const auto add_name = [&](const std::string& name, const std::string& code) {
    const std::string word = fold_key(name);
    if (is_word(word) && !is_of_a_part(word)) names[code].insert(word);
  };
  for (const auto& [name, code] : country_names("en")) add_name(name, code);
  for (const auto& [name, code] : wordnet.lands) {
    if (!country_code(name)) add_name(name, code);  // Korea, but not Ireland
  }
  CountryWords words = names;
  for (const auto& [name, code] : wordnet.demonyms) {
    const std::string word = fold_key(name);
    if (is_word(word) && is_called_after(names[code], word)) words[code].insert(word);
  }
  return words;
}

void print(const CountryWords& words) {
  std::cout << "constexpr std::string_view country_text =\n";
  for (const auto& [code, all] : words) {
    if (all.size() < 2) continue;
    std::cout << "    \"";
    for (const std::string& word : all) std::cout << (word == *all.begin() ? "" : " ") << word;
    std::cout << "\\n\"\n";
  }
  std::cout << "    ;\n";
}

}  // namespace

}  // namespace news

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: make_country_words FOLDER_OF_WORDNET\n";
    return 2;
  }
  try {
    news::print(news::country_words(news::read_wordnet(argv[1])));
    return 0;
  } catch (const std::exception& error) {
    std::cerr << "make_country_words: " << error.what() << "\n";
    return 1;
  }
}
