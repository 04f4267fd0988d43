#include "common/article_json.h"

#include <fmt/format.h>
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

using nlohmann::json;

constexpr std::size_t max_id = 2048;

/// An article on its way from JSON, with what stands for something else.
struct Draft {
  Article article;
  std::vector<Author> byline;
  std::string body_from_html;
  std::vector<std::string>& warnings;
};

[[noreturn]] void wrong_type(std::string_view field, std::string_view expected, const json& value) {
  throw BadArticle(fmt::format("{}: expected {}, got {} {}", field, expected,
                               value.is_array() || value.is_object() ? "an" : "a",
                               value.type_name()));
}

const std::string& text_of(const json& value, std::string_view field) {
  if (!value.is_string()) wrong_type(field, "a string", value);
  return value.get_ref<const std::string&>();
}

std::string line_of(const json& value, std::string_view field) {
  return clean_line(text_of(value, field));
}

/// The strings of an array, or the one string that stands for it; empty ones left out.
std::vector<std::string> lines_of(const json& value, std::string_view field) {
  if (value.is_string()) return lines_of(json::array({value}), field);
  if (!value.is_array()) wrong_type(field, "an array of strings", value);
  std::vector<std::string> lines;
  for (const json& element : value) {
    std::string line = line_of(element, field);
    const bool known = std::find(lines.begin(), lines.end(), line) != lines.end();
    if (!line.empty() && !known) lines.push_back(std::move(line));
  }
  return lines;
}

std::optional<Date> date_of(const json& value, std::string_view field) {
  const std::string text = line_of(value, field);
  if (text.empty()) return std::nullopt;
  const std::optional<Date> date = parse_date(text);
  if (!date) throw BadArticle(fmt::format("{}: {}", field, explain_bad_date(text)));
  return date;
}

/// A URL that may be a link; anything else is said in `warnings` and left out.
std::string url_of(const json& value, std::string_view field, std::vector<std::string>& warnings) {
  std::string url = line_of(value, field);
  if (url.empty() || is_web_url(url)) return url;
  warnings.push_back(fmt::format("{}: \"{}\" is left out; expected an http or https address", field,
                                 truncate_utf8(url, 100)));
  return {};
}

/// The value of a member that is a line of text; empty if there is none.
std::string member(const json& object, const char* name, std::string_view field) {
  const auto found = object.find(name);
  if (found == object.end() || found->is_null()) return {};
  return line_of(*found, fmt::format("{}.{}", field, name));
}

std::optional<Author> author_of(const json& value, std::vector<std::string>& warnings) {
  if (!value.is_string() && !value.is_object()) {
    wrong_type("authors", "names or objects with a name", value);
  }
  Author author;
  if (value.is_string()) {
    author.name = line_of(value, "authors");
  } else {
    author.name = member(value, "name", "authors");
    author.role = member(value, "role", "authors");
    author.bio = member(value, "bio", "authors");
    if (value.contains("url") && !value["url"].is_null()) {
      author.url = url_of(value["url"], "authors.url", warnings);
    }
  }
  if (author.name.empty()) return std::nullopt;
  return author;
}

void take_authors(const json& value, Draft& draft) {
  if (value.is_string() || value.is_object()) return take_authors(json::array({value}), draft);
  if (!value.is_array()) wrong_type("authors", "an array", value);
  for (const json& element : value) {
    auto author = author_of(element, draft.warnings);
    if (author) draft.article.authors.push_back(std::move(*author));
  }
}

void take_countries(const json& value, Draft& draft) {
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

void take_language(const json& value, Draft& draft) {
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

void take_image(const json& value, Draft& draft) {
  if (!value.is_object()) wrong_type("image", "an object with url, caption, credit", value);
  Image image{.caption = member(value, "caption", "image"),
              .credit = member(value, "credit", "image")};
  if (value.contains("url") && !value["url"].is_null()) {
    image.url = url_of(value["url"], "image.url", draft.warnings);
  }
  if (image != Image{}) draft.article.image = std::move(image);
}

void take_id(const json& value, Draft& draft) {
  if (value.is_number_integer()) {
    draft.article.id = value.dump();
    return;
  }
  const std::string& id = text_of(value, "id");
  const bool control = std::any_of(id.begin(), id.end(), [](char c) {
    return static_cast<unsigned char>(c) < ' ' || c == 0x7f;
  });
  if (control) throw BadArticle("id: has a control character in it; expected plain text");
  draft.article.id = clean_line(id);
}

/// Every field that has a meaning to us, and how it is read.
struct Field {
  std::string_view name;
  void (*take)(const json&, Draft&);
};

constexpr std::array fields{
    Field{"id", take_id},
    Field{"url", [](const json& v, Draft& d) { d.article.url = url_of(v, "url", d.warnings); }},
    Field{"title", [](const json& v, Draft& d) { d.article.title = line_of(v, "title"); }},
    Field{"standfirst",
          [](const json& v, Draft& d) { d.article.standfirst = line_of(v, "standfirst"); }},
    Field{"body", [](const json& v, Draft& d) { d.article.body = clean_text(text_of(v, "body")); }},
    Field{"body_html",
          [](const json& v, Draft& d) {
            d.body_from_html = clean_text(html_text(text_of(v, "body_html")));
          }},
    Field{"authors", take_authors},
    Field{"byline", [](const json& v, Draft& d) { d.byline = read_byline(text_of(v, "byline")); }},
    Field{"published",
          [](const json& v, Draft& d) { d.article.published = date_of(v, "published"); }},
    Field{
        "first_published",
        [](const json& v, Draft& d) { d.article.first_published = date_of(v, "first_published"); }},
    Field{"updated", [](const json& v, Draft& d) { d.article.updated = date_of(v, "updated"); }},
    Field{"countries", take_countries},
    Field{"places", [](const json& v, Draft& d) { d.article.places = lines_of(v, "places"); }},
    Field{"section", [](const json& v, Draft& d) { d.article.section = line_of(v, "section"); }},
    Field{"source", [](const json& v, Draft& d) { d.article.source = line_of(v, "source"); }},
    Field{"language", take_language},
    Field{"tags", [](const json& v, Draft& d) { d.article.tags = lines_of(v, "tags"); }},
    Field{"dateline", [](const json& v, Draft& d) { d.article.dateline = line_of(v, "dateline"); }},
    Field{"image", take_image},
    Field{"embargo_until",
          [](const json& v, Draft& d) { d.article.embargo_until = date_of(v, "embargo_until"); }},
    Field{"correction",
          [](const json& v, Draft& d) {
            d.article.correction = clean_text(text_of(v, "correction"));
          }},
    Field{"story", [](const json& v, Draft& d) { d.article.story = line_of(v, "story"); }},
    Field{"derived", [](const json& v, Draft& d) { d.article.derived = lines_of(v, "derived"); }},
};

json parse_object(std::string_view text) {
  require_parsable_json(text);
  try {
    json object = json::parse(text);
    if (!object.is_object()) wrong_type("the article", "an object", object);
    return object;
  } catch (const json::parse_error& error) {
    throw BadArticle(
        fmt::format("is not JSON: it breaks off or goes wrong at byte {}; expected "
                    "one object a line",
                    error.byte));
  } catch (const json::exception&) {
    throw BadArticle("has a number in it that is too large");
  }
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
  json object = parse_object(text);
  for (const Field& field : fields) {
    const auto found = object.find(field.name);
    if (found == object.end()) continue;
    if (!found->is_null()) field.take(*found, draft);
    object.erase(found);
  }
  Article& article = draft.article;
  if (!object.empty()) article.extra = object.dump();
  if (article.id.empty() && !article.url.empty()) article.id = canonical_url(article.url);
  if (article.body.empty()) article.body = std::move(draft.body_from_html);
  if (article.authors.empty()) article.authors = std::move(draft.byline);
  require_enough(article);
  return std::move(draft.article);
}

}  // namespace news
