#include "tests/extraction/score.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <map>

namespace news {
namespace {

using Bag = std::map<std::string, std::size_t>;

Bag runs_of(const std::vector<std::string>& words, std::size_t length) {
  Bag bag;
  if (words.empty()) return bag;
  const std::size_t size = std::min(length, words.size());
  for (std::size_t begin = 0; begin + size <= words.size(); ++begin) {
    std::string run;
    for (std::size_t i = 0; i < size; ++i) run += words[begin + i] + ' ';
    ++bag[run];
  }
  return bag;
}

double total(const Bag& bag) {
  double sum = 0;
  for (const auto& [run, count] : bag) sum += static_cast<double>(count);
  return sum;
}

double common(const Bag& one, const Bag& other) {
  double sum = 0;
  for (const auto& [run, count] : one) {
    const auto found = other.find(run);
    if (found != other.end()) sum += static_cast<double>(std::min(count, found->second));
  }
  return sum;
}

}  // namespace

std::vector<std::string> words_of(std::string_view utf8) {
  std::vector<std::string> words;
  std::string word;
  for (std::size_t at = 0; at < utf8.size();) {
    UChar32 character = 0;
    const std::size_t begin = at;
    U8_NEXT(reinterpret_cast<const std::uint8_t*>(utf8.data()), at, utf8.size(), character);
    const bool in_word = character > 0 && (u_isalnum(character) != 0 || character == '_');
    if (in_word) {
      word += utf8.substr(begin, at - begin);
    } else if (!word.empty()) {
      words.push_back(std::move(word));
      word.clear();
    }
  }
  if (!word.empty()) words.push_back(std::move(word));
  return words;
}

Score compare(std::string_view found, std::string_view wanted, std::size_t length) {
  const Bag found_runs = runs_of(words_of(found), length);
  const Bag wanted_runs = runs_of(words_of(wanted), length);
  const double both = common(found_runs, wanted_runs);
  if (found_runs.empty() || wanted_runs.empty()) return {};
  return {.precision = both / total(found_runs), .recall = both / total(wanted_runs)};
}

}  // namespace news
