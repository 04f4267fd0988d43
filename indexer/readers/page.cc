#include "indexer/readers/page.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "common/text.h"
#include "indexer/charset.h"
#include "indexer/readers/markdown_place.h"
#include "indexer/readers/native_article.h"
#include "indexer/text/lines_of.h"
#include "indexer/text/page_line.h"
#include "indexer/text/page_parts.h"

namespace news {
namespace {

/// Whether it begins as something does that is no plain text though it has no NUL in it.
bool is_other_format(std::string_view text) {
  constexpr std::string_view starts[]{"<",    "{",        "[",  "%PDF",    "%!PS", "\x89PNG",
                                      "GIF8", "\xff\xd8", "MZ", "\177ELF", "#!"};
  return std::any_of(std::begin(starts), std::end(starts),
                     [&](std::string_view start) { return text.starts_with(start); });
}

/// Text has no control characters but those that part lines and words.
bool has_control_characters(std::string_view bytes) {
  return std::any_of(bytes.begin(), bytes.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f';
  });
}

}  // namespace

bool knows_page(std::string_view beginning, std::string_view) {
  const std::string_view text = trim(beginning);
  if (text.empty() || is_other_format(text) || has_control_characters(text)) return false;
  constexpr std::size_t least_words = 4;
  return word_count(text) >= least_words && has_letter_or_digit(decode_text(text));
}

void read_page(const Source& source, Intake& intake) {
  const Place place{.source = source.name};
  const std::optional<std::string> bytes = read_whole(source.bytes, max_article_bytes);
  if (!bytes) return intake.rejected(place, std::string(too_long_reason), {});
  const std::string text = decode_text(*bytes);
  SourceArticle article = read_page_text(text);
  if (article.url.empty()) article.id = id_of_name(source.name);
  take_article(std::move(article), place, intake);
}

}  // namespace news
