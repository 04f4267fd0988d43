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
  const std::int32_t found = breaks->preceding(static_cast<std::int32_t>(at - begin) + 1);
  // The beginning of what was looked at may be no boundary.
  return found > 0 || begin == 0 ? begin + static_cast<std::size_t>(std::max(found, 0))
                                 : code_point;
}

}  // namespace news
