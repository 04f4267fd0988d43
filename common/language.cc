#include "common/language.h"

#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <unordered_map>

namespace news {

namespace {

std::string icu_name(std::string_view tag) {
  UErrorCode status = U_ZERO_ERROR;
  std::string text(tag);
  const icu::Locale locale = icu::Locale::forLanguageTag(text, status);
  if (U_FAILURE(status) != 0 || *locale.getLanguage() == '\0') return text;
  icu::UnicodeString name;
  locale.getDisplayName(icu::Locale::getEnglish(), name);
  std::string utf8;
  name.toUTF8String(utf8);
  return utf8.empty() ? text : utf8;
}

/// By code, of those that have one: every answer has some.
std::unordered_map<std::string, std::string> make_names() {
  std::unordered_map<std::string, std::string> names;
  for (const char* const* code = icu::Locale::getISOLanguages(); *code != nullptr; ++code) {
    names.emplace(*code, icu_name(*code));
  }
  return names;
}

}  // namespace

std::string language_name(std::string_view tag) {
  static const auto names = make_names();
  const auto known = names.find(std::string(tag));
  return known != names.end() ? known->second : icu_name(tag);
}

}  // namespace news
