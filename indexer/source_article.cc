#include "indexer/source_article.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "common/article_json.h"
#include "common/byline.h"
#include "common/country.h"
#include "common/error.h"
#include "common/html_text.h"
#include "common/loose_date.h"
#include "common/text.h"
#include "common/url.h"

namespace news {
namespace {

using nlohmann::ordered_json;

/// The form in which a date travels: that of the native format. Throws BadArticle.
std::string native_date(const char* field, const std::string& text, const std::string& language) {
  const std::string line = clean_line(repair_utf8(text));
  if (line.empty()) return {};
  const std::optional<Date> date = read_date(line, language);
  if (!date) throw BadArticle(fmt::format("{}: {}", field, explain_unread_date(line, language)));
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

/// The people that one author of the source stands for: "By ANNA KOWALSKA and Tom O'Neil" is two.
std::vector<Author> people_of(const Author& author) {
  std::vector<Author> people = read_byline(repair_utf8(author.name));
  if (people.size() != 1) return people;
  Author& person = people.front();
  if (!author.role.empty()) person.role = author.role;
  person.bio = author.bio;
  person.url = author.url;
  return people;
}

std::vector<Author> people_of(const SourceArticle& source) {
  if (source.authors.empty()) return read_byline(repair_utf8(source.byline));
  std::vector<Author> people;
  for (const Author& author : source.authors) {
    for (Author& person : people_of(author)) people.push_back(std::move(person));
  }
  return people;
}

/// Where the source names none, the agency that stands in place of people.
std::string source_of(const SourceArticle& source) {
  if (!source.source.empty()) return source.source;
  std::string agency = agency_of_byline(repair_utf8(source.byline));
  for (const Author& author : source.authors) {
    if (agency.empty()) agency = agency_of_byline(repair_utf8(author.name));
  }
  return agency;
}

ordered_json authors_of(const SourceArticle& source) {
  ordered_json authors = ordered_json::array();
  for (const Author& author : people_of(source)) {
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
  object["url"] = is_web_url(source.url) ? canonical_url(source.url) : source.url;
  object["title"] = source.title;
  object["standfirst"] = source.standfirst;
  object["body"] = source.body;
  if (source.body.empty()) object["body_html"] = source.body_html;
  object["authors"] = authors_of(source);
  object["published"] = native_date("published", source.published, source.language);
  object["first_published"] =
      native_date("first_published", source.first_published, source.language);
  object["updated"] = native_date("updated", source.updated, source.language);
  object["embargo_until"] = native_date("embargo_until", source.embargo_until, source.language);
  object["countries"] = sort_out_countries(source);
  object["places"] = source.places;
  object["section"] = source.section;
  object["source"] = source_of(source);
  object["language"] = source.language;
  object["tags"] = source.tags;
  object["dateline"] = source.dateline;
  object["image"] = {{"url", source.image.url},
                     {"caption", source.image.caption},
                     {"credit", source.image.credit}};
  object["correction"] = source.correction;
  return object.dump(-1, ' ', false, ordered_json::error_handler_t::replace);
}

/// Whether `a` is over before `b` begins, in whatever zones they are.
bool is_before(const Date& a, const Date& b) {
  constexpr Instant widest_offset = Instant{14} * 3600;
  const bool same_zone = a.offset.has_value() == b.offset.has_value();
  const TimeZone utc;
  return last_instant(a, utc) + (same_zone ? 0 : widest_offset) < first_instant(b, utc);
}

bool is_same(const Date& a, const Date& b) {
  const TimeZone utc;
  return a == b || (a.offset && b.offset && a.precision == b.precision &&
                    first_instant(a, utc) == first_instant(b, utc));
}

/// An update that is the publication, or before it, is none: systems count drafts as updates. A
/// first publication after the publication is none either.
void settle_dates(Article& article) {
  if (!article.published) return;
  const Date& published = *article.published;
  std::optional<Date>& updated = article.updated;
  std::optional<Date>& first = article.first_published;
  if (updated && (is_same(*updated, published) || is_before(*updated, published))) updated.reset();
  if (first && (is_same(*first, published) || is_before(published, *first))) first.reset();
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
  settle_dates(article);
  intake.article(std::move(article), place);
  for (const std::string& warning : warnings) intake.warning(place, warning);
}

}  // namespace news
