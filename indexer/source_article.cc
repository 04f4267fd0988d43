#include "indexer/source_article.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "common/article_json.h"
#include "common/byline.h"
#include "common/country.h"
#include "common/error.h"
#include "common/html_text.h"
#include "common/text.h"
#include "common/url.h"
#include "indexer/loose_date.h"

namespace news {
namespace {

using nlohmann::ordered_json;

/// The form in which a date travels: that of the native format. Throws BadArticle.
std::string native_date(const char* field, const std::string& text, const std::string& language) {
  const std::string line = clean_line(repair_utf8(text));
  if (line.empty()) return {};
  const std::optional<Date> date = read_date(line, language);
  if (!date) throw BadArticle(fmt::format("{}: {}", field, explain_bad_date(line)));
  return to_string(*date);
}

/// Codes of countries; names that are none go to the places.
std::vector<std::string> sort_out_countries(SourceArticle& source) {
  std::vector<std::string> codes;
  for (std::string& name : source.countries) {
    if (const auto code = country_code(name)) {
      codes.push_back(*code);
    } else {
      source.places.push_back(std::move(name));
    }
  }
  return codes;
}

ordered_json authors_of(const SourceArticle& source) {
  ordered_json authors = ordered_json::array();
  for (const Author& author : source.authors) {
    if (!has_letter_or_digit(author.name)) continue;
    authors.push_back(
        {{"name", author.name}, {"role", author.role}, {"bio", author.bio}, {"url", author.url}});
  }
  return authors;
}

void require_utf8(const std::string& text, const char* field) {
  if (find_invalid_utf8(text)) {
    throw BadArticle(fmt::format("{}: is not UTF-8; convert the source first", field));
  }
}

/// The article as a line of the native format, so that one place checks and cleans fields.
std::string native_form(SourceArticle& source) {
  require_utf8(source.title, "title");
  require_utf8(source.body, "body");
  ordered_json object =
      source.extra_json.empty() ? ordered_json::object() : ordered_json::parse(source.extra_json);
  for (auto& [name, value] : source.extra) object[name] = std::move(value);
  object["id"] = source.id;
  object["url"] = source.url;
  object["title"] = source.title;
  object["standfirst"] = source.standfirst;
  object["body"] = source.body;
  if (source.body.empty()) object["body_html"] = source.body_html;
  object["authors"] = authors_of(source);
  object["byline"] = source.byline;
  object["published"] = native_date("published", source.published, source.language);
  object["first_published"] =
      native_date("first_published", source.first_published, source.language);
  object["updated"] = native_date("updated", source.updated, source.language);
  object["embargo_until"] = native_date("embargo_until", source.embargo_until, source.language);
  object["countries"] = sort_out_countries(source);
  object["places"] = source.places;
  object["section"] = source.section;
  object["source"] = source.source;
  object["language"] = source.language;
  object["tags"] = source.tags;
  object["dateline"] = source.dateline;
  object["image"] = {{"url", source.image.url},
                     {"caption", source.image.caption},
                     {"credit", source.image.credit}};
  object["correction"] = source.correction;
  return object.dump(-1, ' ', false, ordered_json::error_handler_t::replace);
}

}  // namespace

void take_article(SourceArticle&& source, const Place& place, Intake& intake) {
  std::vector<std::string> warnings;
  Article article;
  try {
    article = parse_article(native_form(source), warnings);
  } catch (const BadArticle& bad) {
    const std::string& text = source.body.empty() ? source.body_html : source.body;
    return intake.rejected(place, bad.what(), source.title + '\n' + text);
  }
  intake.article(std::move(article), place);
  for (const std::string& warning : warnings) intake.warning(place, warning);
}

}  // namespace news
