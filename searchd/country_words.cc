#include "searchd/country_words.h"

#include <algorithm>
#include <unordered_map>

namespace news {

namespace {

// country_text: a line for each country, its words with a space between.
#include "country_words.inc"

/// The parts of `text` between separators, none of them empty.
std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  while (!text.empty()) {
    const std::string_view part = text.substr(0, text.find(separator));
    if (!part.empty()) parts.push_back(part);
    text.remove_prefix(std::min(part.size() + 1, text.size()));
  }
  return parts;
}

/// A word of several countries (`korean`) has the words of all of them.
using Words = std::unordered_map<std::string_view, std::vector<std::string_view>>;

Words by_word() {
  Words words;
  for (const std::string_view line : split(country_text, '\n')) {
    const std::vector<std::string_view> all = split(line, ' ');
    for (const std::string_view word : all) {
      std::vector<std::string_view>& known = words[word];
      for (const std::string_view other : all) {
        if (std::find(known.begin(), known.end(), other) == known.end()) known.push_back(other);
      }
    }
  }
  return words;
}

}  // namespace

std::vector<std::string_view> words_of_country(std::string_view form) {
  static const Words words = by_word();
  const auto found = words.find(form);
  return found == words.end() ? std::vector<std::string_view>() : found->second;
}

}  // namespace news
