#include "common/grapheme.h"

#include <unicode/brkiter.h>
#include <unicode/locid.h>
#include <unicode/utext.h>

#include <algorithm>
#include <cstdint>
#include <memory>

#include "common/text.h"

namespace news {

std::size_t grapheme_boundary(std::string_view utf8, std::size_t at) {
  constexpr std::size_t longest = 256;
  if (at >= utf8.size()) return utf8.size();
  const std::size_t code_point = truncate_utf8(utf8, at).size();
  const std::size_t begin = truncate_utf8(utf8, at - std::min(at, longest)).size();
  const std::string_view near = truncate_utf8(utf8.substr(begin), at - begin + longest);
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> breaks(
      icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), status));
  const std::unique_ptr<UText, UText* (*)(UText*)> text(
      utext_openUTF8(nullptr, near.data(), static_cast<std::int64_t>(near.size()), &status),
      utext_close);
  if (U_SUCCESS(status) != 0) breaks->setText(text.get(), status);
  if (U_FAILURE(status) != 0) return code_point;
  // Forwards, since going back ICU takes several flags in a row for one character.
  const auto last = static_cast<std::int32_t>(at - begin);
  std::int32_t found = 0;
  for (std::int32_t next = breaks->first(); next != icu::BreakIterator::DONE && next <= last;
       next = breaks->next()) {
    found = next;
  }
  // The beginning of what was looked at may be no boundary.
  return found > 0 || begin == 0 ? begin + static_cast<std::size_t>(found) : code_point;
}

}  // namespace news
