#include "indexer/places/name_stem.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace news {

namespace {

/// Endings of nouns and adjectives in the cases of Ukrainian, Belarusian, Bulgarian, Serbian and
/// Macedonian, the longest first.
constexpr std::array<std::string_view, 41> cyrillic_endings{
    "ами", "ями", "ого", "ому", "ими", "іми", "ові", "еві", "єві", "ією", "ата", "ите", "ій", "их",
    "іх",  "ів",  "їв",  "ою",  "ею",  "єю",  "ах",  "ях",  "ам",  "ям",  "ом",  "ем",  "єм", "им",
    "ий",  "а",   "я",   "у",   "ю",   "і",   "ї",   "и",   "е",   "є",   "о",   "ь",   "й"};

/// The same of Polish, Czech, Slovak, Croatian and Slovenian without diacritics.
constexpr std::array<std::string_view, 40> latin_endings{
    "iego", "iemu", "ami", "emi", "imi", "ymi", "ach", "ech", "ich", "ych",
    "ego",  "emu",  "eho", "ovi", "owi", "ima", "iem", "iej", "oga", "omu",
    "ow",   "om",   "em",  "im",  "ym",  "ej",  "ie",  "ia",  "iu",  "io",
    "ou",   "a",    "e",   "i",   "o",   "u",   "y",   "ii",  "ij",  "oj"};

std::size_t letters_of(std::string_view utf8) {
  return static_cast<std::size_t>(std::count_if(utf8.begin(), utf8.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  }));
}

template <class Endings>
std::string without_ending(const std::string& form, const Endings& endings) {
  constexpr std::size_t shortest_stem = 4;
  std::string_view best = form;
  for (const std::string_view ending : endings) {
    if (!std::string_view(form).ends_with(ending)) continue;
    const std::string_view stem = std::string_view(form).substr(0, form.size() - ending.size());
    if (stem.size() < best.size() && letters_of(stem) >= shortest_stem) best = stem;
  }
  return std::string(best);
}

/// `Polsce` has the stem of `Polska`, `Niemczech` that of `Niemcy`.
std::string latin_stem(const std::string& form) {
  std::string stem = without_ending(form, latin_endings);
  if (stem.ends_with("sc")) stem.back() = 'k';
  if (stem.ends_with("cz")) stem.pop_back();
  return stem;
}

std::string english_stem(const std::string& form) {
  const bool plural = form.size() > 4 && form.back() == 's' && form[form.size() - 2] != 's';
  return plural ? form.substr(0, form.size() - 1) : form;
}

template <std::size_t n>
bool is_one_of(std::string_view language, const std::array<std::string_view, n>& languages) {
  return std::find(languages.begin(), languages.end(), language) != languages.end();
}

}  // namespace

NameStemmer::NameStemmer(std::string_view language)
    : way_(way_of(base_language(language))), snowball_(base_language(language)) {}

NameStemmer::Way NameStemmer::way_of(const std::string& language) {
  constexpr std::array<std::string_view, 5> cyrillic{"uk", "be", "bg", "sr", "mk"};
  constexpr std::array<std::string_view, 6> latin{"pl", "cs", "sk", "hr", "sl", "bs"};
  if (language == "en") return Way::English;
  if (is_one_of(language, cyrillic)) return Way::Cyrillic;
  if (is_one_of(language, latin)) return Way::Latin;
  return Stemmer::knows(language) ? Way::Snowball : Way::None;
}

std::string NameStemmer::stem(const std::string& form) {
  switch (way_) {
    case Way::English:
      return english_stem(form);
    case Way::Snowball:
      return snowball_.stem(form);
    case Way::Cyrillic:
      return without_ending(form, cyrillic_endings);
    case Way::Latin:
      return latin_stem(form);
    case Way::None:
      return form;
  }
  return form;
}

std::string NameStemmer::stem_key(std::string_view key) {
  std::string stems;
  while (!key.empty()) {
    const std::size_t end = std::min(key.find(' '), key.size());
    if (!stems.empty()) stems += ' ';
    stems += stem(std::string(key.substr(0, end)));
    key.remove_prefix(std::min(end + 1, key.size()));
  }
  return stems;
}

std::string adjective_key(std::string_view language, std::string_view form, std::string_view stem) {
  constexpr std::size_t letters_more = 3;
  std::string_view begin = form.substr(0, stem.size() + letters_more);
  while (!begin.empty() && std::string_view("aeiou").find(begin.back()) != std::string_view::npos) {
    begin.remove_suffix(1);
  }
  return std::string(language).append("=").append(begin);
}

}  // namespace news
