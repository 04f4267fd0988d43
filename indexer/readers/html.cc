#include "indexer/readers/html.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "common/error.h"
#include "indexer/html/page_article.h"
#include "indexer/readers/native_article.h"

namespace news {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view white = " \t\r\n\f";

/// Moves past `open ... close` if `text` begins with it; past all of it if it has no end.
bool skip(std::string_view& text, std::string_view open, std::string_view close) {
  if (!text.starts_with(open)) return false;
  const std::size_t end = text.find(close, open.size());
  text.remove_prefix(end == std::string_view::npos ? text.size() : end + close.size());
  return true;
}

/// Without what may stand before the first tag: a byte order mark, white space, comments, an XML
/// declaration.
std::string_view after_prolog(std::string_view text) {
  if (text.starts_with("\xef\xbb\xbf"sv)) text.remove_prefix(3);
  do {
    text.remove_prefix(std::min(text.find_first_not_of(white), text.size()));
  } while (skip(text, "<!--", "-->") || skip(text, "<?", ">"));
  return text;
}

/// Whether `text` begins with this tag, whatever its case.
bool begins_with_tag(std::string_view text, std::string_view tag) {
  if (text.size() <= tag.size()) return false;
  const auto same = [](char wanted, char found) {
    return wanted == (found >= 'A' && found <= 'Z' ? static_cast<char>(found - 'A' + 'a') : found);
  };
  if (!std::equal(tag.begin(), tag.end(), text.begin(), same)) return false;
  return std::string_view(" \t\r\n\f/>").find(text[tag.size()]) != std::string_view::npos;
}

}  // namespace

bool knows_html(std::string_view beginning, std::string_view) {
  constexpr std::array tags{"<!doctype html"sv, "<html"sv,   "<head"sv, "<body"sv,    "<meta"sv,
                            "<title"sv,         "<link"sv,   "<base"sv, "<script"sv,  "<style"sv,
                            "<div"sv,           "<h1"sv,     "<p"sv,    "<article"sv, "<main"sv,
                            "<table"sv,         "<center"sv, "<font"sv, "<noscript"sv};
  const std::string_view text = after_prolog(beginning);
  return std::any_of(tags.begin(), tags.end(),
                     [&](std::string_view tag) { return begins_with_tag(text, tag); });
}

void read_html(const Source& source, Intake& intake) {
  const Place place{.source = source.name};
  const std::optional<std::string> bytes = read_whole(source.bytes, max_article_bytes);
  if (!bytes)
    return intake.rejected(place, "longer than 32 MB, the bound for one article; leave it out", {});
  try {
    take_article(html::article_of_page(*bytes, {.name = source.name}), place, intake);
  } catch (const BadArticle& bad) {
    intake.rejected(place, bad.what(), *bytes);
  }
}

}  // namespace news
