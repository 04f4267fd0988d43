#include "indexer/readers/loose_values.h"

#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <cstring>

#include "common/html_text.h"
#include "common/text.h"

namespace news {
namespace {

constexpr std::string_view white_space = " \t\r\n";

/// Members that say what an object is, the likeliest first: schema.org's name, WordPress's
/// rendered, MongoDB's $date and $oid.
constexpr std::array telling_members{"name",  "rendered", "text", "title",       "label",
                                     "value", "$date",    "$oid", "$numberLong", "@value",
                                     "#text", "url",      "href", "@id"};

std::string_view trimmed(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of(white_space), text.size()));
  text.remove_suffix(text.size() - (text.find_last_not_of(white_space) + 1));
  return text;
}

/// The value of the first member of `names` that has text.
std::string first_text(const JsonValue& object, const std::vector<const char*>& names) {
  for (const char* name : names) {
    std::string text = text_in(object.member(name));
    if (!text.empty()) return text;
  }
  return {};
}

/// One quoted string of a written list, of which `text` begins with the quote; moved past it.
std::string take_quoted(std::string_view& text) {
  const char quote = text.front();
  std::string taken;
  text.remove_prefix(1);
  while (!text.empty() && text.front() != quote) {
    if (text.front() == '\\' && text.size() > 1) text.remove_prefix(1);
    taken += text.front();
    text.remove_prefix(1);
  }
  text.remove_prefix(std::min<std::size_t>(1, text.size()));
  return taken;
}

Author author_of(const JsonValue& value) {
  if (!value.is_object()) return {.name = value.text(), .role = {}, .bio = {}, .url = {}};
  Author author;
  author.name = first_text(value, {"name", "full_name", "fullName", "display_name", "displayName",
                                   "title", "author", "rendered"});
  if (author.name.empty()) {
    const std::string first =
        first_text(value, {"firstname", "first_name", "firstName", "givenName", "given_name"});
    const std::string last =
        first_text(value, {"lastname", "last_name", "lastName", "familyName", "family_name"});
    author.name = clean_line(repair_utf8(first + ' ' + last));
  }
  author.role = first_text(value, {"role", "jobTitle", "job_title", "position"});
  author.bio = plain_line(first_text(value, {"bio", "description", "biography"}));
  author.url = first_text(value, {"url", "link", "profile_url", "href"});
  return author;
}

}  // namespace

std::string text_in(const JsonValue& value) {
  if (!value.is_object() && !value.is_array()) return value.text();
  // Two levels and no more, for documents are nested deeper than they mean anything.
  const auto below = [](const JsonValue& inner) {
    if (!inner.is_object()) return inner.text();
    for (const char* name : telling_members) {
      std::string text = inner.member(name).text();
      if (!text.empty()) return text;
    }
    return std::string();
  };
  for (const JsonValue& element : value.elements()) {
    std::string text = below(element);
    if (!text.empty()) return text;
  }
  for (const char* name : telling_members) {
    std::string text = below(value.member(name));
    if (!text.empty()) return text;
  }
  return {};
}

std::vector<std::string> listed(std::string_view text) {
  std::vector<std::string> elements;
  text = trimmed(text);
  if (!text.starts_with('[') || !text.ends_with(']')) return elements;
  text = text.substr(1, text.size() - 2);
  for (text = trimmed(text); !text.empty(); text = trimmed(text)) {
    if (text.front() == '"' || text.front() == '\'') {
      elements.push_back(take_quoted(text));
      text.remove_prefix(std::min(text.find(','), text.size()));
    } else {
      const std::string_view element = text.substr(0, text.find(','));
      elements.emplace_back(trimmed(element));
      text.remove_prefix(element.size());
    }
    text.remove_prefix(std::min<std::size_t>(1, text.size()));
  }
  std::erase(elements, "");
  return elements;
}

std::vector<std::string> separated(std::string_view text) {
  constexpr std::array separators{';', '|', ','};
  const auto* const found = std::find_if(separators.begin(), separators.end(), [&](char c) {
    return text.find(c) != std::string_view::npos;
  });
  std::vector<std::string> parts;
  const char separator = found == separators.end() ? ';' : *found;
  while (!text.empty()) {
    const std::string_view part = text.substr(0, text.find(separator));
    if (!trimmed(part).empty()) parts.emplace_back(trimmed(part));
    text.remove_prefix(std::min(part.size() + 1, text.size()));
  }
  return parts;
}

std::vector<std::string> texts_in(const JsonValue& value) {
  std::vector<std::string> texts;
  if (value.is_array()) {
    for (const JsonValue& element : value.elements()) texts.push_back(text_in(element));
    std::erase(texts, "");
    return texts;
  }
  const std::string text = text_in(value);
  texts = listed(text);
  return texts.empty() ? separated(text) : texts;
}

std::vector<Author> authors_in(const JsonValue& value) {
  std::vector<Author> authors;
  if (value.is_object()) authors.push_back(author_of(value));
  for (const JsonValue& element : value.elements()) authors.push_back(author_of(element));
  for (std::string& name : listed(value.text())) {
    authors.push_back({.name = std::move(name), .role = {}, .bio = {}, .url = {}});
  }
  std::erase_if(authors, [](const Author& author) {
    const bool is_number = author.name.find_first_not_of("0123456789") == std::string::npos;
    return is_number || !has_letter_or_digit(repair_utf8(author.name));
  });
  return authors;
}

Image image_in(const JsonValue& value) {
  if (value.is_array()) {
    const auto elements = value.elements();
    return elements.empty() || elements.front().is_array() ? Image() : image_in(elements.front());
  }
  if (!value.is_object()) return {.url = value.text(), .caption = {}, .credit = {}};
  return {.url = first_text(value, {"url", "contentUrl", "src", "href", "link"}),
          .caption = first_text(value, {"caption", "alt", "description", "title"}),
          .credit = first_text(value, {"credit", "copyright", "author", "photographer"})};
}

bool looks_like_html(std::string_view text) {
  constexpr std::array tags{"</p>", "<p>", "<br", "<div", "</a>", "</h2>", "<li>", "</P>", "<BR"};
  return std::any_of(tags.begin(), tags.end(),
                     [&](const char* tag) { return text.find(tag) != std::string_view::npos; });
}

std::string plain_line(const std::string& text) {
  const std::size_t entity = text.find('&');
  const bool has_entity =
      entity != std::string::npos && text.find(';', entity) != std::string::npos;
  if (text.find("</") == std::string::npos && !looks_like_html(text) && !has_entity) return text;
  if (find_invalid_utf8(text)) return text;
  const std::string plain = clean_line(html_text(text));
  return plain.empty() ? text : plain;
}

std::string language_code(const std::string& text) {
  constexpr std::size_t longest_code = 3;
  if (text.size() <= longest_code || text.find_first_of("-_") != std::string::npos) return text;
  const icu::UnicodeString wanted = icu::UnicodeString::fromUTF8(text);
  for (const char* const* code = icu::Locale::getISOLanguages(); *code != nullptr; ++code) {
    if (std::strlen(*code) != 2) continue;
    icu::UnicodeString name;
    icu::Locale(*code).getDisplayLanguage(icu::Locale::getEnglish(), name);
    if (name.caseCompare(wanted, 0) == 0) return *code;
  }
  return text;
}

}  // namespace news
