#include "common/article_json.h"

#include <fmt/format.h>
#include <simdjson.h>
#include <unicode/locid.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <utility>

#include "common/byline.h"
#include "common/country.h"
#include "common/error.h"
#include "common/html_text.h"
#include "common/json_text.h"
#include "common/text.h"
#include "common/url.h"

namespace news {

namespace {

using Json = simdjson::dom::element;
using simdjson::dom::element_type;

constexpr std::size_t max_id = 2048;

/// An article on its way from JSON, with what stands for something else.
struct Draft {
  Article article;
  std::vector<Author> byline;
  std::string body_from_html;
  std::vector<std::string>& warnings;
};

/// What a value is, with its article.
std::string_view name_of(element_type type) {
  switch (type) {
    case element_type::ARRAY:
      return "an array";
    case element_type::OBJECT:
      return "an object";
    case element_type::STRING:
      return "a string";
    case element_type::BOOL:
      return "a boolean";
    case element_type::NULL_VALUE:
      return "a null";
    default:
      return "a number";
  }
}

[[noreturn]] void wrong_type(std::string_view field, std::string_view expected, const Json& value) {
  throw BadArticle(fmt::format("{}: expected {}, got {}", field, expected, name_of(value.type())));
}

std::string_view text_of(const Json& value, std::string_view field) {
  if (!value.is_string()) wrong_type(field, "a string", value);
  return value.get_string().value_unsafe();
}

std::string line_of(const Json& value, std::string_view field) {
  return clean_line(text_of(value, field));
}

/// Calls `take` with each element of an array, or with what stands for one of a single element.
template <typename Take>
void each_of(const Json& value, const Take& take) {
  if (!value.is_array()) return take(value);
  const simdjson::dom::array elements = value.get_array();
  for (const Json element : elements) take(element);
}

/// The strings of an array, or the one string that stands for it; empty ones left out.
std::vector<std::string> lines_of(const Json& value, std::string_view field) {
  if (!value.is_string() && !value.is_array()) wrong_type(field, "an array of strings", value);
  std::vector<std::string> lines;
  each_of(value, [&](const Json& element) {
    std::string line = line_of(element, field);
    const bool known = std::find(lines.begin(), lines.end(), line) != lines.end();
    if (!line.empty() && !known) lines.push_back(std::move(line));
  });
  return lines;
}

std::optional<Date> date_of(const Json& value, std::string_view field) {
  const std::string text = line_of(value, field);
  if (text.empty()) return std::nullopt;
  const std::optional<Date> date = parse_date(text);
  if (!date) throw BadArticle(fmt::format("{}: {}", field, explain_bad_date(text)));
  return date;
}

/// A URL that may be a link; anything else is said in `warnings` and left out.
std::string url_of(const Json& value, std::string_view field, std::vector<std::string>& warnings) {
  std::string url = line_of(value, field);
  if (url.empty() || is_web_url(url)) return url;
  warnings.push_back(fmt::format("{}: \"{}\" is left out; expected an http or https address", field,
                                 truncate_utf8(url, 100)));
  return {};
}

/// The member of an object, if it is there and not null. Of members of one name the last counts.
std::optional<Json> member(const Json& object, std::string_view name) {
  std::optional<Json> found;
  const simdjson::dom::object members = object.get_object();
  for (const auto& [key, value] : members) {
    if (key == name) found = value;
  }
  return found && found->is_null() ? std::nullopt : found;
}

/// The value of a member that is a line of text; empty if there is none.
std::string line_member(const Json& object, std::string_view name, std::string_view field) {
  const std::optional<Json> value = member(object, name);
  return value ? line_of(*value, fmt::format("{}.{}", field, name)) : std::string();
}

std::string url_member(const Json& object, std::string_view field,
                       std::vector<std::string>& warnings) {
  const std::optional<Json> value = member(object, "url");
  return value ? url_of(*value, fmt::format("{}.url", field), warnings) : std::string();
}

void take_author(const Json& value, Draft& draft) {
  if (!value.is_string() && !value.is_object()) {
    wrong_type("authors", "names or objects with a name", value);
  }
  Author author;
  if (value.is_string()) {
    author.name = line_of(value, "authors");
  } else {
    author.name = line_member(value, "name", "authors");
    author.role = line_member(value, "role", "authors");
    author.bio = line_member(value, "bio", "authors");
    author.url = url_member(value, "authors", draft.warnings);
  }
  if (!author.name.empty()) draft.article.authors.push_back(std::move(author));
}

void take_authors(const Json& value, Draft& draft) {
  if (!value.is_string() && !value.is_object() && !value.is_array()) {
    wrong_type("authors", "an array", value);
  }
  each_of(value, [&](const Json& element) { take_author(element, draft); });
}

void take_countries(const Json& value, Draft& draft) {
  std::vector<std::string>& countries = draft.article.countries;
  for (const std::string& name : lines_of(value, "countries")) {
    const std::optional<std::string> code = country_code(name);
    if (!code) {
      draft.warnings.push_back(
          fmt::format("countries: \"{}\" is left out; expected an ISO 3166-1 code or the name of "
                      "a country",
                      truncate_utf8(name, 100)));
    } else if (std::find(countries.begin(), countries.end(), *code) == countries.end()) {
      countries.push_back(*code);
    }
  }
}

void take_language(const Json& value, Draft& draft) {
  std::string tag = line_of(value, "language");
  if (tag.empty()) return;
  std::replace(tag.begin(), tag.end(), '_', '-');
  UErrorCode status = U_ZERO_ERROR;
  const icu::Locale locale = icu::Locale::forLanguageTag(tag, status);
  const auto canonical = locale.toLanguageTag<std::string>(status);
  const std::size_t size = std::string_view(locale.getLanguage()).size();
  if (U_FAILURE(status) != 0 || canonical.size() != tag.size() || size < 2 || size > 3) {
    draft.warnings.push_back(
        fmt::format("language: \"{}\" is left out; expected a BCP 47 tag such as en or pt-BR",
                    truncate_utf8(tag, 100)));
    return;
  }
  draft.article.language = canonical;
}

void take_image(const Json& value, Draft& draft) {
  if (!value.is_object()) wrong_type("image", "an object with url, caption, credit", value);
  Image image{.url = url_member(value, "image", draft.warnings),
              .caption = line_member(value, "caption", "image"),
              .credit = line_member(value, "credit", "image")};
  if (image != Image{}) draft.article.image = std::move(image);
}

void take_id(const Json& value, Draft& draft) {
  if (value.is_int64() || value.is_uint64()) {
    draft.article.id = simdjson::minify(value);
    return;
  }
  const std::string_view id = text_of(value, "id");
  const bool control = std::any_of(id.begin(), id.end(), [](char c) {
    return static_cast<unsigned char>(c) < ' ' || c == 0x7f;
  });
  if (control) throw BadArticle("id: has a control character in it; expected plain text");
  draft.article.id = clean_line(id);
}

/// Every field that has a meaning to us, and how it is read.
struct Field {
  std::string_view name;
  void (*take)(const Json&, Draft&);
};

constexpr std::array fields{
    Field{"id", take_id},
    Field{"url", [](const Json& v, Draft& d) { d.article.url = url_of(v, "url", d.warnings); }},
    Field{"title", [](const Json& v, Draft& d) { d.article.title = line_of(v, "title"); }},
    Field{"standfirst",
          [](const Json& v, Draft& d) { d.article.standfirst = line_of(v, "standfirst"); }},
    Field{"body", [](const Json& v, Draft& d) { d.article.body = clean_text(text_of(v, "body")); }},
    Field{"body_html",
          [](const Json& v, Draft& d) {
            d.body_from_html = clean_text(html_text(text_of(v, "body_html")));
          }},
    Field{"authors", take_authors},
    Field{"byline", [](const Json& v, Draft& d) { d.byline = read_byline(text_of(v, "byline")); }},
    Field{"published",
          [](const Json& v, Draft& d) { d.article.published = date_of(v, "published"); }},
    Field{
        "first_published",
        [](const Json& v, Draft& d) { d.article.first_published = date_of(v, "first_published"); }},
    Field{"updated", [](const Json& v, Draft& d) { d.article.updated = date_of(v, "updated"); }},
    Field{"countries", take_countries},
    Field{"places", [](const Json& v, Draft& d) { d.article.places = lines_of(v, "places"); }},
    Field{"section", [](const Json& v, Draft& d) { d.article.section = line_of(v, "section"); }},
    Field{"source", [](const Json& v, Draft& d) { d.article.source = line_of(v, "source"); }},
    Field{"language", take_language},
    Field{"tags", [](const Json& v, Draft& d) { d.article.tags = lines_of(v, "tags"); }},
    Field{"dateline", [](const Json& v, Draft& d) { d.article.dateline = line_of(v, "dateline"); }},
    Field{"image", take_image},
    Field{"embargo_until",
          [](const Json& v, Draft& d) { d.article.embargo_until = date_of(v, "embargo_until"); }},
    Field{"correction",
          [](const Json& v, Draft& d) {
            d.article.correction = clean_text(text_of(v, "correction"));
          }},
    Field{"story", [](const Json& v, Draft& d) { d.article.story = line_of(v, "story"); }},
    Field{"derived", [](const Json& v, Draft& d) { d.article.derived = lines_of(v, "derived"); }},
};

/// The text as another parser reads and prints it, which says better what is wrong with it, and
/// reads numbers of any size and what begins with a byte order mark.
std::string mended(std::string_view text) {
  try {
    return nlohmann::json::parse(text).dump();
  } catch (const nlohmann::json::parse_error& error) {
    throw BadArticle(
        fmt::format("is not JSON: it breaks off or goes wrong at byte {}; expected "
                    "one object a line",
                    error.byte));
  } catch (const nlohmann::json::exception&) {
    throw BadArticle("has a number in it that is too large");
  }
}

/// Valid as long as `parser` is there.
Json parse_object(std::string_view text, simdjson::dom::parser& parser) {
  require_parsable_json(text);
  Json object;
  if (parser.parse(text.data(), text.size()).get(object) != simdjson::SUCCESS) {
    object = parser.parse(mended(text)).value();
  }
  if (!object.is_object()) wrong_type("the article", "an object", object);
  return object;
}

/// The values of an article, by the place of their fields; what has none goes to `extra`, as JSON.
std::array<std::optional<Json>, fields.size()> values_of(const Json& object, std::string& extra) {
  std::array<std::optional<Json>, fields.size()> values;
  nlohmann::json others;
  const simdjson::dom::object members = object.get_object();
  for (const auto member : members) {
    const auto* const field = std::find_if(
        fields.begin(), fields.end(), [&](const Field& one) { return one.name == member.key; });
    if (field != fields.end()) {
      values[static_cast<std::size_t>(field - fields.begin())] = member.value;
    } else {
      others[std::string(member.key)] =
          nlohmann::json::parse(std::string(simdjson::minify(member.value)));
    }
  }
  if (!others.empty()) extra = others.dump();
  return values;
}

void require_enough(const Article& article) {
  if (article.id.empty()) {
    throw BadArticle("has neither id nor url; give it an id that stays the same");
  }
  if (article.id.size() > max_id) {
    throw BadArticle(fmt::format(
        "id: has {} bytes; expected at most {}. Where there is none, the url stands for it",
        article.id.size(), max_id));
  }
  if (article.title.empty() && article.body.empty()) {
    throw BadArticle("has neither title nor body; give it one of them");
  }
}

}  // namespace

Article parse_article(std::string_view text, std::vector<std::string>& warnings) {
  Draft draft{.article = {}, .byline = {}, .body_from_html = {}, .warnings = warnings};
  Article& article = draft.article;
  simdjson::dom::parser parser;
  const auto values = values_of(parse_object(text, parser), article.extra);
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (values[i] && !values[i]->is_null()) fields[i].take(*values[i], draft);
  }
  if (article.id.empty() && !article.url.empty()) article.id = canonical_url(article.url);
  if (article.body.empty()) article.body = std::move(draft.body_from_html);
  if (article.authors.empty()) article.authors = std::move(draft.byline);
  require_enough(article);
  return std::move(draft.article);
}

}  // namespace news
