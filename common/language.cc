#include "common/language.h"

#include <unicode/locid.h>
#include <unicode/unistr.h>

namespace news {

std::string language_name(std::string_view tag) {
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

}  // namespace news
