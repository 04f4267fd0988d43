#include "searchd/named_countries.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

#include "common/analysis/analyzer.h"
#include "common/country.h"
#include "searchd/country_words.h"

namespace news {

namespace {

constexpr std::size_t most_words = 3;  // of a country's name: Papua New Guinea

// Codes have two or three letters, and most of them are words as well (it, pan, ecu). Of so short
// ones these are what people call a country.
constexpr std::size_t longest_code = 3;
constexpr std::array<std::string_view, 5> short_names{"drc", "uae", "uk", "us", "usa"};

/// Of an adjective that of the country; nothing for one of several.
std::optional<std::string> code_of_adjective(const std::string& form) {
  std::optional<std::string> found;
  for (const std::string_view word : words_of_country(form)) {
    const std::optional<std::string> code = country_code(word);
    if (word.size() <= longest_code || !code) continue;
    if (found && found != code) return std::nullopt;
    found = code;
  }
  return found;
}

std::optional<std::string> code_of(std::string_view name) {
  std::string form = fold_key(name);
  std::erase(form, '.');
  const bool known = form.size() > longest_code ||
                     std::find(short_names.begin(), short_names.end(), form) != short_names.end();
  if (!known) return std::nullopt;
  const std::optional<std::string> code = country_code(form);
  return code ? code : code_of_adjective(form);
}

/// What the words from `begin` on name, as many as do.
struct Named {
  std::size_t words = 1;
  std::string code = {};
};

Named named_from(std::size_t begin, const std::vector<std::string>& words) {
  Named named;
  std::string name;
  for (std::size_t end = begin; end < std::min(words.size(), begin + most_words); ++end) {
    name += (name.empty() ? "" : " ") + words[end];
    const std::optional<std::string> code = code_of(name);
    if (code) named = {.words = end + 1 - begin, .code = *code};
  }
  return named;
}

}  // namespace

std::vector<std::string> named_countries(const std::vector<std::string>& words) {
  std::vector<std::string> countries;
  while (countries.size() < words.size()) {
    const Named named = named_from(countries.size(), words);
    countries.insert(countries.end(), named.words, named.code);
  }
  return countries;
}

}  // namespace news
