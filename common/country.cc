#include "common/country.h"

#include <unicode/locdspnm.h>
#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <memory>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "common/analysis/analyzer.h"

namespace news {

namespace {

/// The languages in which a country's name is known: those with a stemmer and other large ones.
constexpr std::array languages{"en", "de", "fr", "es", "it", "pt", "nl", "pl", "uk", "ru", "ar",
                               "zh", "ja", "ko", "tr", "sv", "da", "nb", "fi", "cs", "ro", "hu",
                               "el", "he", "bg", "sr", "hr", "sk", "lt", "lv", "et", "ca", "hi"};

/// Names in use that ICU does not give.
constexpr std::array aliases{
    std::pair{"uk", "GB"},
    std::pair{"el", "GR"},
    std::pair{"britain", "GB"},
    std::pair{"great britain", "GB"},
    std::pair{"england", "GB"},
    std::pair{"scotland", "GB"},
    std::pair{"wales", "GB"},
    std::pair{"northern ireland", "GB"},
    std::pair{"united states of america", "US"},
    std::pair{"america", "US"},
    std::pair{"czech republic", "CZ"},
    std::pair{"burma", "MM"},
    std::pair{"ivory coast", "CI"},
    std::pair{"holland", "NL"},
    std::pair{"the netherlands", "NL"},
    std::pair{"swaziland", "SZ"},
    std::pair{"cape verde", "CV"},
    std::pair{"east timor", "TL"},
    std::pair{"macedonia", "MK"},
    std::pair{"turkey", "TR"},
    std::pair{"palestine", "PS"},
    std::pair{"vatican", "VA"},
    std::pair{"russian federation", "RU"},
    std::pair{"republic of korea", "KR"},
    std::pair{"democratic republic of the congo", "CD"},
    std::pair{"dr congo", "CD"},
    std::pair{"drc", "CD"},
    std::pair{"congo", "CG"},
    std::pair{"republic of the congo", "CG"},
    std::pair{"bosnia", "BA"},
    std::pair{"uae", "AE"},
    std::pair{"micronesia", "FM"},
    std::pair{"the gambia", "GM"},
    std::pair{"the bahamas", "BS"},
    std::pair{"byelorussia", "BY"},
    std::pair{"byelarus", "BY"},
    std::pair{"yemen arab republic", "YE"},
    std::pair{"yemen demo republic", "YE"},
    std::pair{"trinidad tobago", "TT"},
    std::pair{"gaza", "PS"},
    std::pair{"gaza strip", "PS"},
    std::pair{"west bank", "PS"},
    std::pair{"crimea", "UA"},
    std::pair{"kosova", "XK"},
    // Withdrawn from ISO 3166-1 (they are in 3166-3), where there is one successor. Of the Soviet
    // Union it is, by convention, the state that took over its seats. Yugoslavia, Czechoslovakia
    // and the Netherlands Antilles have none.
    std::pair{"soviet union", "RU"},
    std::pair{"ussr", "RU"},
    std::pair{"west germany", "DE"},
    std::pair{"east germany", "DE"},
    std::pair{"german democratic republic", "DE"},
    std::pair{"federal republic of germany", "DE"},
    std::pair{"zaire", "CD"},
    std::pair{"kampuchea", "KH"},
    std::pair{"upper volta", "BF"},
    std::pair{"dahomey", "BJ"},
    std::pair{"rhodesia", "ZW"},
    std::pair{"southern rhodesia", "ZW"},
    std::pair{"new hebrides", "VU"},
    std::pair{"ceylon", "LK"},
    std::pair{"north yemen", "YE"},
    std::pair{"south yemen", "YE"},
    std::pair{"north vietnam", "VN"},
    std::pair{"south vietnam", "VN"},
};

std::string upper(std::string_view text) {
  std::string result(text);
  for (char& c : result) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return result;
}

/// A name without case, diacritics and punctuation: `U.S.` is `us`, `Côte d’Ivoire` is
/// `cote divoire`.
std::string name_key(std::string_view name) {
  std::string key;
  for (const char c : fold_key(name)) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '-') key += ' ';
    if (c == '&') key += "and";
    if (byte >= 0x80 || c == ' ' || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) key += c;
  }
  return key;
}

std::string utf8(const icu::UnicodeString& text) {
  std::string result;
  text.toUTF8String(result);
  return result;
}

using Names = std::unordered_map<std::string, std::string>;

/// All that countries go by in one language by ICU, as (name, code).
std::vector<std::pair<std::string, std::string>> icu_names(const char* language) {
  UDisplayContext contexts[] = {UDISPCTX_LENGTH_SHORT};
  const icu::Locale locale(language);
  const std::unique_ptr<icu::LocaleDisplayNames> short_names(
      icu::LocaleDisplayNames::createInstance(locale, contexts, 1));
  std::vector<std::pair<std::string, std::string>> names;
  for (const char* const* code = icu::Locale::getISOCountries(); *code != nullptr; ++code) {
    icu::UnicodeString name;
    icu::Locale("", *code).getDisplayCountry(locale, name);
    names.emplace_back(utf8(name), *code);
    short_names->regionDisplayName(*code, name);
    if (utf8(name) != names.back().first) names.emplace_back(utf8(name), *code);
  }
  return names;
}

/// The code itself where ICU does not know it.
std::string icu_name(const std::string& code, std::string_view language) {
  icu::UnicodeString name;
  icu::Locale("", code.c_str()).getDisplayCountry(icu::Locale(std::string(language).c_str()), name);
  return name.isEmpty() ? code : utf8(name);
}

/// By code: every answer has some dozens.
Names make_english() {
  Names names;
  for (const char* const* code = icu::Locale::getISOCountries(); *code != nullptr; ++code) {
    names.emplace(*code, icu_name(*code, "en"));
  }
  return names;
}

/// What is there already stays: the first language that has a name decides what it means.
void add_names(const char* language, Names& names) {
  for (const auto& [name, code] : icu_names(language)) names.try_emplace(name_key(name), code);
}

Names make_names() {
  Names names;
  for (const char* const* code = icu::Locale::getISOCountries(); *code != nullptr; ++code) {
    names.try_emplace(name_key(*code), *code);
    const char* alpha3 = icu::Locale("", *code).getISO3Country();
    if (*alpha3 != '\0') names.try_emplace(name_key(alpha3), *code);
  }
  for (const auto& [name, code] : aliases) names.try_emplace(name, code);
  for (const char* language : languages) add_names(language, names);
  return names;
}

const Names& names() {
  static const Names names = make_names();
  return names;
}

std::unordered_set<std::string> make_beginnings() {
  std::unordered_set<std::string> beginnings;
  for (const auto& [name, code] : names()) {
    const std::size_t space = name.find(' ');
    if (space != std::string::npos) beginnings.insert(name.substr(0, space));
  }
  return beginnings;
}

}  // namespace

std::optional<std::string> country_code(std::string_view code_or_name) {
  const auto found = names().find(name_key(code_or_name));
  if (found == names().end()) return std::nullopt;
  return found->second;
}

bool begins_country_name(std::string_view word) {
  static const std::unordered_set<std::string> beginnings = make_beginnings();
  return beginnings.contains(name_key(word));
}

std::vector<std::string> country_languages() { return {languages.begin(), languages.end()}; }

std::vector<std::pair<std::string, std::string>> country_names(std::string_view language) {
  auto names = icu_names(std::string(language).c_str());
  if (language != "en") return names;
  for (const auto& [name, code] : aliases) names.emplace_back(name, code);
  return names;
}

std::string country_name(std::string_view code, std::string_view language) {
  const std::string region = upper(code);
  if (language == "en") {
    static const Names english = make_english();
    const auto known = english.find(region);
    if (known != english.end()) return known->second;
  }
  return icu_name(region, language);
}

}  // namespace news
