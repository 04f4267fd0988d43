#include "indexer/places/generator/wordnet.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstddef>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string_view>
#include <unordered_map>

#include "common/country.h"

namespace news {

namespace {

// The numbers of WordNet's lexicographer files (lexnames(5WN)).
constexpr std::array things_files{4, 5, 6, 7, 13, 20, 27};
constexpr int location_file = 15;
constexpr int person_file = 18;

struct Pointer {
  std::string symbol;
  std::string target;
};

struct Synset {
  std::string offset;
  int file = 0;
  std::vector<std::string> words;
  std::vector<Pointer> pointers;
};

using Synsets = std::vector<Synset>;

/// One line of a data file (wndb(5WN)).
Synset parse_synset(const std::string& line) {
  std::istringstream fields(line);
  Synset synset;
  std::string type, count, id;
  fields >> synset.offset >> synset.file >> type >> count;
  for (int words = std::stoi(count, nullptr, 16); words > 0; --words) {
    std::string word;
    fields >> word >> id;
    word = word.substr(0, word.find('('));
    std::replace(word.begin(), word.end(), '_', ' ');
    synset.words.push_back(std::move(word));
  }
  fields >> count;
  for (int pointers = std::stoi(count); pointers > 0; --pointers) {
    Pointer pointer;
    std::string part_of_speech, words;
    fields >> pointer.symbol >> pointer.target >> part_of_speech >> words;
    if (part_of_speech == "n") synset.pointers.push_back(std::move(pointer));
  }
  return synset;
}

Synsets read_synsets(const std::filesystem::path& path) {
  std::ifstream file(path);
  if (!file) throw std::runtime_error("cannot read " + path.string() + " (package wordnet-base)");
  Synsets synsets;
  for (std::string line; std::getline(file, line);) {
    if (!line.starts_with(' ')) synsets.push_back(parse_synset(line));
  }
  return synsets;
}

std::string lower(std::string text) {
  for (char& c : text) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return text;
}

bool is_capital(const std::string& word) {
  return !word.empty() && std::isupper(static_cast<unsigned char>(word.front())) != 0;
}

/// The countries that places of WordNet are, by the places' offsets.
class Places {
 public:
  explicit Places(const Synsets& nouns) {
    for (const Synset& noun : nouns) by_offset_.emplace(noun.offset, &noun);
    for (const Synset& noun : nouns) {
      if (noun.file == location_file) add(noun);
    }
  }

  std::vector<std::string> countries(const std::string& offset) const {
    const auto found = countries_.find(offset);
    if (found != countries_.end()) return {found->second};
    const auto place = by_offset_.find(offset);
    return place == by_offset_.end() ? std::vector<std::string>() : parts(*place->second);
  }

  /// The countries a place that is none has on it, if they are two.
  std::vector<std::string> parts(const Synset& place) const {
    std::vector<std::string> codes;
    if (place.file != location_file) return codes;
    for (const Pointer& pointer : place.pointers) {
      const auto part = countries_.find(pointer.target);
      if (pointer.symbol == "%p" && part != countries_.end()) codes.push_back(part->second);
    }
    std::sort(codes.begin(), codes.end(), std::greater<>());
    codes.erase(std::unique(codes.begin(), codes.end()), codes.end());
    return codes.size() == 2 ? codes : std::vector<std::string>();
  }

 private:
  void add(const Synset& place) {
    for (const Pointer& pointer : place.pointers) {
      if (pointer.symbol == "@i" && is_no_country(*by_offset_.at(pointer.target))) return;
    }
    constexpr std::size_t longest_code = 3;
    for (const std::string& word : place.words) {
      const auto code = word.size() > longest_code ? country_code(word) : std::nullopt;
      if (code) countries_.try_emplace(place.offset, *code);
    }
  }

  /// Georgia is a country and an American state; Washington a city.
  static bool is_no_country(const Synset& kind) {
    return std::any_of(kind.words.begin(), kind.words.end(), [](const std::string& word) {
      return word == "American state" || word == "city" || word == "national capital";
    });
  }

  std::unordered_map<std::string, const Synset*> by_offset_;
  std::unordered_map<std::string, std::string> countries_;
};

/// The words of `synset` as demonyms of what its pointers with `symbol` lead to.
void add_demonyms(const Synset& synset, std::string_view symbol, const Places& places,
                  WordNetNames& names) {
  for (const Pointer& pointer : synset.pointers) {
    if (pointer.symbol != symbol) continue;
    for (const std::string& code : places.countries(pointer.target)) {
      for (const std::string& word : synset.words) {
        if (is_capital(word)) names.demonyms.emplace_back(word, code);
      }
    }
  }
}

void add_given_names(const Synset& person, WordNetNames& names) {
  const bool is_somebody = std::any_of(person.pointers.begin(), person.pointers.end(),
                                       [](const Pointer& p) { return p.symbol == "@i"; });
  if (!is_somebody) return;
  constexpr std::size_t shortest = 3;
  for (const std::string& name : person.words) {
    std::istringstream words(name);
    std::string word, next;
    for (words >> word; words >> next; word = next) {
      if (word.size() >= shortest && is_capital(word)) names.given_names.insert(lower(word));
    }
    if (name.find(' ') != std::string::npos && is_capital(word)) names.surnames.insert(lower(word));
  }
}

void add_noun(const Synset& noun, const Places& places, WordNetNames& names) {
  if (noun.file == person_file) {
    add_demonyms(noun, "#m", places, names);
    add_given_names(noun, names);
    for (const std::string& word : noun.words) {
      if (!is_capital(word)) names.titles.insert(word);
    }
  }
  for (const std::string& code : places.parts(noun)) {
    for (const std::string& word : noun.words) names.lands.emplace_back(word, code);
  }
  if (std::find(things_files.begin(), things_files.end(), noun.file) == things_files.end()) return;
  for (const std::string& word : noun.words) {
    if (word.find(' ') != std::string::npos) names.things.push_back(lower(word));
  }
}

void add_other_names(const Synsets& nouns, WordNetNames& names) {
  std::unordered_set<std::string> places;
  for (const Synset& noun : nouns) {
    for (const std::string& word : noun.words) {
      if (!is_capital(word)) continue;
      (noun.file == location_file ? places : names.other_names).insert(lower(word));
    }
  }
  for (const std::string& place : places) names.other_names.erase(place);
}

void add_common_words(const Synsets& synsets, WordNetNames& names) {
  for (const Synset& synset : synsets) {
    for (const std::string& word : synset.words) {
      const bool is_plain = std::all_of(word.begin(), word.end(), [](char c) {
        return std::islower(static_cast<unsigned char>(c)) != 0;
      });
      if (is_plain) names.common_words.insert(word);
    }
  }
}

}  // namespace

WordNetNames read_wordnet(const std::filesystem::path& folder) {
  WordNetNames names;
  const Synsets nouns = read_synsets(folder / "data.noun");
  const Synsets adjectives = read_synsets(folder / "data.adj");
  const Places places(nouns);
  for (const Synset& adjective : adjectives) add_demonyms(adjective, "\\", places, names);
  for (const Synset& noun : nouns) add_noun(noun, places, names);
  add_other_names(nouns, names);
  add_common_words(nouns, names);
  add_common_words(adjectives, names);
  add_common_words(read_synsets(folder / "data.verb"), names);
  add_common_words(read_synsets(folder / "data.adv"), names);
  for (const std::string& title : names.titles) names.given_names.erase(title);
  return names;
}

}  // namespace news
