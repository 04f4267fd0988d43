#include "indexer/places/generator/adjectives.h"

#include <unicode/locdspnm.h>
#include <unicode/locid.h>
#include <unicode/ucurr.h>
#include <unicode/uenum.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cstdint>
#include <memory>
#include <optional>

#include "indexer/places/name_words.h"

namespace news {

namespace {

using Words = std::vector<std::string>;

std::string utf8_of(const icu::UnicodeString& text) {
  std::string utf8;
  return text.toUTF8String(utf8);
}

std::string language_name(const char* code, const icu::Locale& in) {
  icu::UnicodeString name;
  return utf8_of(icu::Locale(code).getDisplayLanguage(in, name));
}

/// `American English` for `en_US` where the language says it so, else `English (United States)`.
std::string variant_name(const icu::Locale& variant, const icu::Locale& in) {
  const std::unique_ptr<icu::LocaleDisplayNames> names(
      icu::LocaleDisplayNames::createInstance(in, ULDN_DIALECT_NAMES));
  icu::UnicodeString name;
  return utf8_of(names->localeDisplayName(variant, name));
}

std::string currency_name(std::u16string_view code, const std::string& in) {
  UErrorCode status = U_ZERO_ERROR;
  std::int32_t length = 0;
  const UChar* name =
      ucurr_getName(code.data(), in.c_str(), UCURR_LONG_NAME, nullptr, &length, &status);
  return U_SUCCESS(status) ? utf8_of(icu::UnicodeString(name, length)) : std::string();
}

/// The folded words of a name, those with a hyphen within as two with a space; none of a name
/// that says something in parentheses.
Words words_of(const std::string& name) {
  Words words;
  if (name.find_first_of("()") != std::string::npos) return words;
  for (const NameWord& word : name_words(name)) {
    if (word.gap == Gap::Hyphen && !words.empty()) {
      words.back() += ' ' + word.form;
    } else {
      words.push_back(word.form);
    }
  }
  return words;
}

/// Collects the adjectives in one language.
class AdjectiveFinder {
 public:
  AdjectiveFinder(const std::string& language, const EnglishAdjectives& english)
      : language_(language), locale_(language.c_str()), english_(english) {
    const Words mexican = words_of(currency_name(u"MXN", language));
    const Words argentine = words_of(currency_name(u"ARS", language));
    if (mexican.size() != 2 || argentine.size() != 2) return;
    stands_first_ = mexican.back() == argentine.back();
    stands_last_ = mexican.front() == argentine.front();
  }

  void add_languages() {
    for (const char* const* code = icu::Locale::getISOLanguages(); *code != nullptr; ++code) {
      const std::string english = language_name(*code, icu::Locale::getEnglish());
      const std::string name = language_name(*code, locale_);
      const auto country = english_.find(english);
      if (name != english && country != english_.end() && words_of(name).size() == 1) {
        add(words_of(name).front(), country->second);
      }
    }
    add_outer(language_name("ase", icu::Locale::getEnglish()),
              words_of(language_name("ase", locale_)));
  }

  void add_variants() {
    std::int32_t count = 0;
    const icu::Locale* const variants = icu::Locale::getAvailableLocales(count);
    for (std::int32_t i = 0; i < count; ++i) {
      const std::string english = variant_name(variants[i], icu::Locale::getEnglish());
      const auto country = country_of(english);
      if (!country) continue;
      Words words = words_of(variant_name(variants[i], locale_));
      const Words plain = words_of(language_name(variants[i].getLanguage(), locale_));
      std::erase_if(words, [&](const std::string& word) {
        return std::find(plain.begin(), plain.end(), word) != plain.end();
      });
      if (!plain.empty() && words.size() == 1) add(words.front(), *country);
    }
  }

  void add_currencies() {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UEnumeration, void (*)(UEnumeration*)> codes(
        ucurr_openISOCurrencies(UCURR_ALL, &status), uenum_close);
    while (const UChar* code = uenum_unext(codes.get(), nullptr, &status)) {
      // What stands beside the British pound is mostly sterling, which is no adjective.
      if (std::u16string_view(code) == u"GBP") continue;
      const Words words = words_of(currency_name(code, language_));
      if (words.size() == 2) add_outer(currency_name(code, "en"), words);
    }
  }

  std::vector<std::pair<std::string, std::string>> take() { return std::move(found_); }

 private:
  void add(const std::string& adjective, const std::string& country) {
    found_.emplace_back(adjective, country);
  }

  /// The first word or the last, as adjectives of the language stand.
  void add_outer(const std::string& english, const Words& words) {
    const auto country = country_of(english);
    if (!country || words.size() < 2) return;
    if (stands_first_) add(words.front(), *country);
    if (stands_last_) add(words.back(), *country);
  }

  /// Of an English name of several words that begins with a country's adjective.
  std::optional<std::string> country_of(const std::string& english) const {
    if (english.find('(') != std::string::npos) return std::nullopt;
    for (std::size_t end = english.rfind(' '); end != std::string::npos && end > 0;
         end = english.rfind(' ', end - 1)) {
      const auto found = english_.find(english.substr(0, end));
      if (found != english_.end()) return found->second;
    }
    return std::nullopt;
  }

  const std::string& language_;
  icu::Locale locale_;
  const EnglishAdjectives& english_;
  bool stands_first_ = false;
  bool stands_last_ = false;
  std::vector<std::pair<std::string, std::string>> found_;
};

}  // namespace

std::vector<std::pair<std::string, std::string>> country_adjectives(
    const std::string& language, const EnglishAdjectives& english) {
  AdjectiveFinder finder(language, english);
  finder.add_languages();
  finder.add_variants();
  finder.add_currencies();
  return finder.take();
}

}  // namespace news
