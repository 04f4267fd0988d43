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

/// Of a folded name.
std::optional<std::string> code_of_name(std::string_view form) {
  const bool may_be = form.size() > longest_code ||
                      std::find(short_names.begin(), short_names.end(), form) != short_names.end();
  return may_be ? country_code(form) : std::nullopt;
}

/// Of a folded word, which may be an adjective too; nothing for one of several countries.
std::optional<std::string> code_of_word(const std::string& form) {
  std::optional<std::string> found = code_of_name(form);
  if (found) return found;
  for (const std::string_view word : words_of_country(form)) {
    const std::optional<std::string> code = code_of_name(word);
    if (found && code && found != code) return std::nullopt;
    if (code) found = code;
  }
  return found;
}

/// What the words from one on name, as many as do.
struct Named {
  std::size_t words = 1;
  std::string code = {};
};

Named named_from(std::size_t begin, const std::vector<std::string>& forms) {
  Named named{.code = code_of_word(forms[begin]).value_or("")};
  if (!begins_country_name(forms[begin])) return named;
  std::string name = forms[begin];
  for (std::size_t end = begin + 1; end < std::min(forms.size(), begin + most_words); ++end) {
    name += ' ' + forms[end];
    const std::optional<std::string> code = code_of_name(name);
    if (code) named = {.words = end + 1 - begin, .code = *code};
  }
  return named;
}

std::string form_of(const std::string& word) {
  std::string form = fold_key(word);
  std::erase(form, '.');  // U.K.
  return form;
}

}  // namespace

std::vector<std::string> named_countries(const std::vector<std::string>& words) {
  std::vector<std::string> forms;
  forms.reserve(words.size());
  for (const std::string& word : words) forms.push_back(form_of(word));
  std::vector<std::string> countries;
  while (countries.size() < words.size()) {
    const Named named = named_from(countries.size(), forms);
    countries.insert(countries.end(), named.words, named.code);
  }
  return countries;
}

}  // namespace news
