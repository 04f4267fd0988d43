#include "indexer/section_of_url.h"

#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <vector>

#include "common/date_words.h"
#include "common/language.h"
#include "common/text.h"
#include "common/url.h"

namespace news {
namespace {

constexpr std::size_t longest_section = 30;
constexpr std::ptrdiff_t most_words = 3;

/// Parts of addresses that are there for the site, not for the reader.
constexpr std::array passed_over{
    "news",      "article",      "articles",    "story",      "stories",   "amp",
    "post",      "posts",        "content",     "archive",    "archives",  "index",
    "web",       "html",         "node",        "item",       "items",     "detail",
    "details",   "view",         "read",        "p",          "a",         "s",
    "n",         "id",           "page",        "pages",      "site",      "home",
    "category",  "section",      "sections",    "live",       "latest",    "latest-news",
    "live-news", "article-live", "all",         "full",       "print",     "mobile",
    "m",         "artikel",      "nachrichten", "actualites", "actualite", "noticias",
    "noticia",   "notizie",      "noticia",     "nieuws",     "nyheter",   "novosti",
    "novyny",    "новини",       "новости",     "wiadomosci", "artykul",   "haber",
    "haberler",  "channels",     "c",           "d",          "r",         "t",
    "us-en"};

/// Parts behind which no section comes.
constexpr std::array not_sections{
    "author", "authors",    "tag",     "tags",     "topic",    "topics", "people",
    "search", "wp-content", "api",     "cgi-bin",  "user",     "users",  "profile",
    "wiki",   "feed",       "rss",     "feeds",    "comments", "events", "static",
    "assets", "files",      "uploads", "download", "~"};

constexpr std::array abbreviations{"us", "uk", "eu", "un", "tv", "usa", "nato", "ai", "nba", "nfl"};

template <typename Table>
bool has(const Table& table, std::string_view word) {
  return std::find(table.begin(), table.end(), word) != table.end();
}

std::string percent_decoded(std::string_view text) {
  std::string decoded;
  for (std::size_t at = 0; at < text.size(); ++at) {
    unsigned byte = 0;
    const char* const digits = text.data() + at + 1;
    const bool is_encoded = text[at] == '%' && at + 2 < text.size() &&
                            std::from_chars(digits, digits + 2, byte, 16).ptr == digits + 2;
    decoded += is_encoded ? static_cast<char>(byte) : text[at];
    if (is_encoded) at += 2;
  }
  return decoded;
}

std::string small(std::string_view utf8) {
  std::string result;
  icu::UnicodeString::fromUTF8(
      icu::StringPiece(utf8.data(), static_cast<std::int32_t>(utf8.size())))
      .toLower()
      .toUTF8String(result);
  return result;
}

/// The parts of the path before the last, which is the article.
std::vector<std::string> folders_of(std::string_view url) {
  std::string_view path = url.substr(url.find("://") + 3);
  path = path.substr(0, path.find_first_of("?#"));
  path.remove_prefix(std::min(path.find('/'), path.size()));
  std::vector<std::string> parts;
  while (!path.empty()) {
    const std::size_t end = std::min(path.find('/'), path.size());
    if (end > 0) parts.push_back(small(repair_utf8(percent_decoded(path.substr(0, end)))));
    path.remove_prefix(std::min(end + 1, path.size()));
  }
  if (!parts.empty()) parts.pop_back();
  return parts;
}

bool is_language(const std::string& part) {
  const std::string_view base = std::string_view(part).substr(0, part.find('-'));
  const bool has_region = part.size() == 5 && part[2] == '-';
  return base.size() == 2 && (part.size() == 2 || has_region) && language_name(base) != base;
}

bool is_date_or_number(const std::string& part) {
  return part.find_first_not_of("0123456789-_.") == std::string::npos ||
         (part.size() == 3 && month_named(part, "en"));
}

bool may_be_section(const std::string& part) {
  if (part.size() < 2 || part.size() > longest_section) return false;
  const auto is_joint = [](char c) { return c == '-' || c == '_' || c == ' ' || c == '+'; };
  if (std::count_if(part.begin(), part.end(), is_joint) >= most_words) return false;
  const auto text = icu::UnicodeString::fromUTF8(part);
  for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    const UChar32 c = text.char32At(i);
    const bool fits = u_isalpha(c) != 0 || (c < 0x80 && is_joint(static_cast<char>(c))) ||
                      (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0 || c == '&';
    if (!fits) return false;
  }
  return true;
}

/// `us-news` is US news.
std::string title_of(std::string part) {
  std::replace_if(
      part.begin(), part.end(), [](char c) { return c == '-' || c == '_' || c == '+'; }, ' ');
  const std::string first = part.substr(0, part.find(' '));
  auto title = icu::UnicodeString::fromUTF8(clean_line(part));
  const std::int32_t capitals =
      has(abbreviations, first) ? static_cast<std::int32_t>(first.size()) : title.moveIndex32(0, 1);
  icu::UnicodeString head(title, 0, capitals);
  title.replace(0, capitals, head.toUpper());
  std::string utf8;
  title.toUTF8String(utf8);
  return utf8;
}

}  // namespace

std::string section_of_url(std::string_view url) {
  if (!is_web_url(url)) return {};
  bool is_first = true;
  for (const std::string& part : folders_of(url)) {
    const bool is_prefix = is_first && is_language(part);
    is_first = false;
    if (is_prefix || has(passed_over, part) || is_date_or_number(part)) continue;
    if (has(not_sections, part) || !may_be_section(part)) return {};
    return title_of(part);
  }
  return {};
}

}  // namespace news
