#include "common/analysis/segmenter.h"

#include <unicode/locid.h>
#include <unicode/ubrk.h>
#include <unicode/utext.h>

#include <limits>

#include "common/error.h"

namespace news {

namespace {

struct CloseText {
  void operator()(UText* text) const { utext_close(text); }
};

void require(UErrorCode status) {
  if (U_FAILURE(status) != 0) {
    throw Error("ICU cannot cut a text into words", "reinstall the package libicu72");
  }
}

}  // namespace

Segmenter::Segmenter() {
  UErrorCode status = U_ZERO_ERROR;
  breaks_.reset(icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
  require(status);
}

std::vector<Segment> Segmenter::words(std::string_view text) {
  text = text.substr(0, std::numeric_limits<std::int32_t>::max());
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UText, CloseText> utext(
      utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &status));
  require(status);
  breaks_->setText(utext.get(), status);
  require(status);
  std::vector<Segment> segments;
  std::int32_t begin = breaks_->first();
  for (std::int32_t end = breaks_->next(); end != icu::BreakIterator::DONE;
       begin = end, end = breaks_->next()) {
    if (breaks_->getRuleStatus() < UBRK_WORD_NONE_LIMIT) continue;
    segments.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
  }
  return segments;
}

}  // namespace news
