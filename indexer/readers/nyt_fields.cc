#include "indexer/readers/nyt_fields.h"

#include <unicode/brkiter.h>
#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <cstdlib>

#include "common/country.h"
#include "common/text.h"

namespace news {
namespace {

/// `O'NEIL` is `O'Neil`, `SMITH-JONES` is `Smith-Jones`; what has small letters stays as it is.
std::string usual_letters(const std::string& name) {
  const icu::UnicodeString given = icu::UnicodeString::fromUTF8(name);
  if (icu::UnicodeString(given).toUpper() != given || given.countChar32() < 3) return name;
  icu::UnicodeString usual;
  bool begins_word = true;
  for (int32_t i = 0; i < given.length(); i = given.moveIndex32(i, 1)) {
    const icu::UnicodeString letter(given.char32At(i));
    icu::UnicodeString changed(letter);
    usual += begins_word ? changed : changed.toLower();
    begins_word = !u_isalpha(given.char32At(i));
  }
  std::string utf8;
  usual.toUTF8String(utf8);
  return utf8;
}

std::string person_name(const JsonValue& person) {
  std::string name;
  for (const char* part : {"firstname", "middlename", "lastname", "qualifier"}) {
    const std::string text = clean_line(repair_utf8(person.text(part)));
    if (!text.empty()) name += (name.empty() ? "" : " ") + usual_letters(text);
  }
  return name;
}

bool is_called(const std::string& name, std::initializer_list<std::string_view> names) {
  icu::UnicodeString folded = icu::UnicodeString::fromUTF8(name).foldCase();
  std::string lower;
  folded.toUTF8String(lower);
  return std::find(names.begin(), names.end(), lower) != names.end();
}

/// A place as The Times' index writes it: `Ukraine`, `Kyiv (Ukraine)`, `Athens (Ga)`.
void take_place(const std::string& value, SourceArticle& article) {
  // In this index the name alone is the state; the country is "Georgia (Georgian Republic)".
  if (value == "Georgia") return article.places.push_back(value);
  const std::size_t bracket = value.find(" (");
  const std::string name = value.substr(0, bracket);
  if (bracket == std::string::npos || !value.ends_with(')')) {
    return article.countries.push_back(value);
  }
  const std::string within = value.substr(bracket + 2, value.size() - bracket - 3);
  if (within == "Georgian Republic") return article.countries.push_back("GE");
  const bool is_country = within.size() > 3 && country_code(within).has_value();
  if (!is_country) return article.places.push_back(value);
  article.countries.push_back(within);
  if (country_code(name) != country_code(within)) article.places.push_back(name);
}

std::string absolute(const std::string& url) {
  if (url.empty() || url.find("://") != std::string::npos) return url;
  const std::string path = url.substr(std::min(url.find_first_not_of('/'), url.size()));
  const bool is_static = path.starts_with("images/");
  return (is_static ? "https://static01.nyt.com/" : "https://www.nytimes.com/") + path;
}

Image image_of(const JsonValue& rendition, const JsonValue& with_words) {
  return {.url = absolute(rendition.text("url")),
          .caption = with_words.text("caption"),
          .credit = with_words.text("credit")};
}

double width_of(const JsonValue& rendition) {
  return std::strtod(rendition.text("width").c_str(), nullptr);
}

}  // namespace

std::vector<Author> nyt_authors(const JsonValue& byline) {
  std::vector<Author> authors;
  for (const JsonValue& person : byline.member("person").elements()) {
    std::string role = person.text("role");
    // Said of nearly everyone.
    if (role == "reported") role.clear();
    Author author{.name = person_name(person), .role = role, .bio = {}, .url = {}};
    if (!author.name.empty()) authors.push_back(std::move(author));
  }
  return authors;
}

void take_nyt_keywords(const JsonValue& keywords, SourceArticle& article) {
  for (const JsonValue& keyword : keywords.elements()) {
    const std::string value = clean_line(repair_utf8(keyword.text("value")));
    if (value.empty()) continue;
    if (is_called(keyword.text("name"), {"glocations", "location", "locations"})) {
      take_place(value, article);
    } else {
      article.tags.push_back(value);
    }
  }
}

Image nyt_image(const JsonValue& multimedia) {
  if (multimedia.is_object()) {
    const JsonValue large = multimedia.member("default");
    return image_of(large.is_empty() ? multimedia.member("thumbnail") : large, multimedia);
  }
  JsonValue widest;
  for (const JsonValue& rendition : multimedia.elements()) {
    const std::string type = rendition.text("type");
    if (!type.empty() && type != "image") continue;
    if (widest.is_empty() || width_of(rendition) > width_of(widest)) widest = rendition;
  }
  return image_of(widest, widest);
}

}  // namespace news
