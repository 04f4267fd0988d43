#include "common/analysis/segmenter.h"

#include <unicode/locid.h>
#include <unicode/ubrk.h>

#include <algorithm>
#include <limits>

#include "common/analysis/fold.h"
#include "common/error.h"

namespace news {

namespace {

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

bool is_ascii_alphanumeric(char c) { return fold_ascii(c) != 0; }

/// The word among what stands between two spaces, if it is ASCII letters and digits with nothing
/// but punctuation around that never belongs to a word: most of a European text. Nothing if
/// Unicode's rules have to look at it.
Segment plain_word(std::string_view text, std::size_t begin, std::size_t end) {
  constexpr std::string_view before = "\"(";
  constexpr std::string_view after = "\"),.;:!?";
  while (begin < end && before.find(text[begin]) != std::string_view::npos) ++begin;
  while (begin < end && after.find(text[end - 1]) != std::string_view::npos) --end;
  const std::string_view word = text.substr(begin, end - begin);
  const bool plain = std::all_of(word.begin(), word.end(), is_ascii_alphanumeric);
  return plain ? Segment{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}
               : Segment{};
}

void require(UErrorCode status) {
  if (U_FAILURE(status) != 0) {
    throw Error("ICU cannot cut a text into words", "reinstall the package libicu72");
  }
}

}  // namespace

void Segmenter::CloseText::operator()(UText* text) const { utext_close(text); }

Segmenter::Segmenter() {
  UErrorCode status = U_ZERO_ERROR;
  breaks_.reset(icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
  require(status);
}

/// Appends the words among the bytes [begin, end) of `text`, as Unicode's rules find them.
void Segmenter::add_words(std::string_view text, std::size_t begin, std::size_t end,
                          std::vector<Segment>& segments) {
  if (begin == end) return;
  UErrorCode status = U_ZERO_ERROR;
  text_.reset(utext_openUTF8(text_.release(), text.data() + begin,
                             static_cast<std::int64_t>(end - begin), &status));
  require(status);
  breaks_->setText(text_.get(), status);
  require(status);
  std::int32_t from = breaks_->first();
  for (std::int32_t to = breaks_->next(); to != icu::BreakIterator::DONE;
       from = to, to = breaks_->next()) {
    if (breaks_->getRuleStatus() < UBRK_WORD_NONE_LIMIT) continue;
    segments.push_back({static_cast<std::uint32_t>(begin) + static_cast<std::uint32_t>(from),
                        static_cast<std::uint32_t>(begin) + static_cast<std::uint32_t>(to)});
  }
}

std::vector<Segment> Segmenter::words(std::string_view text) {
  text = text.substr(0, std::numeric_limits<std::int32_t>::max());
  std::vector<Segment> segments;
  std::size_t hard = 0;  // where the part begins that ICU is to look at
  for (std::size_t begin = 0; begin < text.size();) {
    std::size_t end = begin;
    while (end < text.size() && !is_space(text[end])) ++end;
    const Segment word = plain_word(text, begin, end);
    if (word.end > word.begin) {
      add_words(text, hard, begin, segments);
      segments.push_back(word);
      hard = end;
    }
    begin = end;
    while (begin < text.size() && is_space(text[begin])) ++begin;
    if (hard == end) hard = begin;
  }
  add_words(text, hard, text.size(), segments);
  return segments;
}

}  // namespace news
