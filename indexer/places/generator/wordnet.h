#pragma once

#include <filesystem>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

namespace news {

/// What WordNet tells about the English names of places, with spaces between words.
struct WordNetNames {
  /// Adjectives and inhabitants (`Polish`, `Pole`, `North Korean`) with the country's code; a word
  /// of two countries (`Korean`) stands twice.
  std::vector<std::pair<std::string, std::string>> demonyms;
  /// Names of what lies in several countries, with each of them: `Korea`.
  std::vector<std::pair<std::string, std::string>> lands;
  /// Things called after a place: `guinea pig`, `French fries`, in lower case.
  std::vector<std::string> things;
  /// Words of English that are written in lower case.
  std::unordered_set<std::string> common_words;
  /// Names of English, in lower case, that are no place's: `white house`.
  std::unordered_set<std::string> other_names;
  /// Words before the last in names of people, in lower case.
  std::unordered_set<std::string> given_names;
  /// The last words.
  std::unordered_set<std::string> surnames;
  /// What people are called by what they are (`king`), which no name is.
  std::unordered_set<std::string> titles;
};

/// Reads data.noun, data.adj, data.verb and data.adv of WordNet 3.0 in `folder`.
/// Throws std::runtime_error when one cannot be read.
WordNetNames read_wordnet(const std::filesystem::path& folder);

}  // namespace news
