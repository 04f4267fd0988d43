#include "common/analysis/segmenter.h"

#include <unicode/locid.h>
#include <unicode/ubrk.h>

#include <array>
#include <limits>

#include "common/analysis/plain_word.h"
#include "common/analysis/white_space.h"
#include "common/error.h"

namespace news {

namespace {

// Bytes of a word and what is before the next, in English.
constexpr std::size_t usual_word = 6;

/// What a byte may be in a text.
enum ByteKind : std::uint8_t { Space = 1, NoSpace = 2, Before = 4, After = 8 };

/// By byte. Before and after a plain word, of ASCII letters and digits, stands punctuation that
/// never belongs to it.
constexpr std::array<std::uint8_t, 256> byte_kinds = [] {
  std::array<std::uint8_t, 256> made{};
  const auto mark = [&](std::string_view bytes, ByteKind kind) {
    for (const char byte : bytes) made[static_cast<unsigned char>(byte)] |= kind;
  };
  for (std::size_t c = 0; c < made.size(); ++c) {
    made[c] = is_space(static_cast<char>(c)) ? Space : NoSpace;
  }
  mark("\"(", Before);
  mark("\"),.;:!?", After);
  return made;
}();

/// The end of the run of bytes of a kind that begins at `at`.
std::size_t end_of(ByteKind kind, std::string_view text, std::size_t at) {
  while (at < text.size() && (byte_kinds[static_cast<unsigned char>(text[at])] & kind) != 0) ++at;
  return at;
}

/// The end of the double quotation marks of printers, no part of any word, that begin at `at`.
std::size_t end_of_quotes(std::string_view text, std::size_t at) {
  constexpr std::string_view open = "\u201c";
  constexpr std::string_view close = "\u201d";
  while (at < text.size() && text[at] == open[0]) {
    const std::string_view mark = text.substr(at, open.size());
    if (mark != open && mark != close) break;
    at += mark.size();
  }
  return at;
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

/// Adds the words among the bytes [begin, end) of `text`, as Unicode's rules find them.
void Segmenter::add_words(std::string_view text, std::size_t begin, std::size_t end) {
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
    words_.push_back({static_cast<std::uint32_t>(begin) + static_cast<std::uint32_t>(from),
                      static_cast<std::uint32_t>(begin) + static_cast<std::uint32_t>(to)});
  }
}

const std::vector<Segment>& Segmenter::words(std::string_view text, std::size_t begin) {
  text = text.substr(0, std::numeric_limits<std::int32_t>::max());
  words_.clear();
  words_.reserve((text.size() - begin) / usual_word);
  std::size_t hard = begin;  // where the part begins that ICU is to look at
  for (std::size_t chunk = begin; chunk < text.size();) {
    // Most of a European text is plain words between spaces.
    const std::size_t word_begin = end_of_quotes(text, end_of(Before, text, chunk));
    const PlainWord word = plain_word(text, word_begin);
    const std::size_t quotes = end_of_quotes(text, end_of(After, text, word.end));
    const std::size_t after = end_of(After, text, quotes);
    const std::size_t chunk_end = end_of(NoSpace, text, after);
    const std::size_t next = end_of(Space, text, chunk_end);
    if (word.end > word_begin && after == chunk_end) {
      add_words(text, hard, chunk);
      words_.push_back({static_cast<std::uint32_t>(word_begin),
                        static_cast<std::uint32_t>(word.end),
                        word.is_of_one_kind && word.end - word_begin > 1});
      hard = next;
    }
    chunk = next;
  }
  add_words(text, hard, text.size());
  return words_;
}

}  // namespace news
