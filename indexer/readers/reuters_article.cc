#include "indexer/readers/reuters_article.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <utility>

#include "common/country.h"
#include "common/text.h"
#include "indexer/charset.h"
#include "indexer/text/lines_of.h"
#include "indexer/text/sgml_text.h"
#include "indexer/text/wrapped_text.h"

namespace news {
namespace {

/// States of 1987 whose territory is that of one country today, or whose name ICU does not have.
constexpr std::array former_countries{
    std::pair{"west-germany", "DE"},
    std::pair{"east-germany", "DE"},
    std::pair{"yemen-arab-republic", "YE"},
    std::pair{"yemen-demo-republic", "YE"},
    std::pair{"zaire", "CD"},
    std::pair{"kampuchea", "KH"},
    std::pair{"upper-volta", "BF"},
    std::pair{"trinidad-tobago", "TT"},
    std::pair{"us-virgin-islands", "VI"},
    std::pair{"british-virgin-islands", "VG"},
};

constexpr std::array<std::string_view, 12> months{"JAN", "FEB", "MAR", "APR", "MAY", "JUN",
                                                  "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"};

constexpr std::array tag_elements{"TOPICS", "PEOPLE", "ORGS", "EXCHANGES", "COMPANIES"};

/// A code, or a name in words: `cote-divoire` becomes `Cote Divoire`.
std::string country_of(const std::string& place) {
  const auto* const former =
      std::find_if(former_countries.begin(), former_countries.end(),
                   [&](const auto& country) { return place == country.first; });
  if (former != former_countries.end()) return former->second;
  if (const auto code = country_code(place)) return *code;
  if (place == "ussr") return "USSR";
  std::string name = place;
  char before = ' ';
  for (char& c : name) {
    if (c == '-') c = ' ';
    if (before == ' ' && c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    before = c;
  }
  return name;
}

/// The number that `text` begins with, which is taken off it.
std::optional<unsigned> take_number(std::string_view& text) {
  unsigned number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc()) return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return number;
}

/// The number of the month in `-FEB-`, which is taken off `text`.
std::optional<unsigned> take_month(std::string_view& text) {
  constexpr std::size_t size = 5;
  if (text.size() < size || text.front() != '-' || text[size - 1] != '-') return std::nullopt;
  const auto* const found = std::find(months.begin(), months.end(), text.substr(1, 3));
  if (found == months.end()) return std::nullopt;
  text.remove_prefix(size);
  return static_cast<unsigned>(found - months.begin()) + 1;
}

/// `15:01:01.79` as `15:01:01`; nothing if it is none, as in some articles of the collection.
std::optional<std::string> clock_time(std::string_view text) {
  std::array<unsigned, 3> parts{};
  constexpr std::array<unsigned, 3> bounds{24, 60, 60};
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0 && !text.starts_with(':')) return std::nullopt;
    if (i > 0) text.remove_prefix(1);
    const auto number = take_number(text);
    if (!number || *number >= bounds[i]) return std::nullopt;
    parts[i] = *number;
  }
  return fmt::format("{:02}:{:02}:{:02}", parts[0], parts[1], parts[2]);
}

/// `26-FEB-1987 15:01:01.79` in the form of RFC 3339; other forms as they are.
std::string reuters_date(std::string_view text) {
  std::string line = clean_line(text);
  std::string_view rest = line;
  const auto day = take_number(rest);
  const auto month = take_month(rest);
  const auto year = take_number(rest);
  if (!day || !month || !year) return line;
  const std::string date = fmt::format("{:04}-{:02}-{:02}", *year, *month, *day);
  const auto time = clock_time(trim(rest));
  return time ? date + "T" + *time + "Z" : date;
}

/// Without the agency behind the name.
std::string byline_of(std::string_view text) {
  const std::string line = clean_line(text);
  const std::size_t comma = line.rfind(',');
  const bool is_agency = comma != std::string::npos &&
                         starts_with_ignoring_case(trim(line.substr(comma + 1)), "reuter");
  return is_agency ? line.substr(0, comma) : line;
}

/// Without the dash that leads over to the text.
std::string dateline_of(std::string_view text) {
  std::string line = clean_line(text);
  while (line.ends_with('-') || line.ends_with(' ')) line.pop_back();
  return line;
}

/// Without the last line that names the agency.
std::string body_of(std::string_view text) {
  text = trim(text);
  const std::size_t last = text.rfind('\n');
  const std::size_t begin = last == std::string_view::npos ? 0 : last + 1;
  const std::string_view line = trim(text.substr(begin));
  const bool is_end =
      starts_with_ignoring_case(line, "reute") && line.size() <= sizeof "Reuters...";
  return unwrap_text(is_end ? text.substr(0, begin) : text);
}

/// A text in no elements: its first line is the headline.
void take_unprocessed(const std::string& text, SourceArticle& article) {
  const std::string_view content = trim(text);
  const std::size_t end = std::min(content.find('\n'), content.size());
  article.title = clean_line(content.substr(0, end));
  article.body = body_of(content.substr(end));
}

}  // namespace

SourceArticle reuters_article(std::string_view element) {
  const std::string text = decode_text(element, "windows-1252");
  const SgmlElement whole = sgml_element(text, "REUTERS").value_or(SgmlElement{});
  const auto content = [&](std::string_view name) {
    const auto found = sgml_element(text, name);
    return found ? sgml_text(found->content) : std::string();
  };
  SourceArticle article{.title = clean_line(content("TITLE")),
                        .body = body_of(content("BODY")),
                        .byline = byline_of(content("AUTHOR")),
                        .published = reuters_date(content("DATE")),
                        .source = "Reuters",
                        .language = "en",
                        .dateline = dateline_of(content("DATELINE"))};
  const std::string id = sgml_attribute(whole.attributes, "NEWID");
  if (!id.empty()) article.id = "reuters-" + id;
  const auto body = sgml_element(text, "TEXT").value_or(SgmlElement{});
  if (sgml_attribute(body.attributes, "TYPE") == "UNPROC") {
    take_unprocessed(sgml_text(body.content), article);
  }
  for (const std::string_view name : tag_elements) {
    const auto list = sgml_element(text, name).value_or(SgmlElement{});
    for (std::string& tag : sgml_items(list.content)) article.tags.push_back(std::move(tag));
  }
  const auto places = sgml_element(text, "PLACES").value_or(SgmlElement{});
  for (const std::string& place : sgml_items(places.content)) {
    article.countries.push_back(country_of(place));
  }
  const std::string split = sgml_attribute(whole.attributes, "LEWISSPLIT");
  if (!split.empty()) article.extra.emplace_back("lewissplit", split);
  return article;
}

}  // namespace news
