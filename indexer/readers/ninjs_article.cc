#include "indexer/readers/ninjs_article.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>

#include "common/html_text.h"
#include "common/text.h"
#include "common/url.h"
#include "indexer/readers/json_fields.h"
#include "indexer/readers/news_body.h"

namespace news {
namespace {

using json_field::elements;
using json_field::first_text;
using json_field::member;
using json_field::text;
using nlohmann::json;

bool is_html(const json& part) {
  const std::string type = text(part, "contenttype");
  const std::string role = text(part, "role");
  return type.find("html") != std::string::npos || role.find("html") != std::string::npos;
}

bool is_plain(const json& part) {
  const std::string type = text(part, "contenttype");
  return !is_html(part) && (type.empty() || type.starts_with("text/plain"));
}

/// The value of the part with that role, else of the first.
std::string value_of_role(const json& item, const char* list, std::string_view role) {
  const auto parts = elements(item, list);
  const auto found = std::find_if(parts.begin(), parts.end(),
                                  [&](const json* part) { return text(*part, "role") == role; });
  if (found != parts.end()) return text(**found, "value");
  return parts.empty() ? std::string() : text(*parts.front(), "value");
}

std::string headline_of(const json& item) {
  std::string headline = first_text(item, {"headline", "headline_text"});
  if (headline.empty()) headline = value_of_role(item, "headlines", "main");
  return clean_line(headline.empty() ? html_text(text(item, "title")) : headline);
}

void take_body(const json& item, SourceArticle& article) {
  const std::string html = first_text(item, {"body_xhtml", "body_html", "body_html5"});
  if (!html.empty()) article.body = html_body(html, article.title);
  if (article.body.empty()) article.body = text(item, "body_text");
  const auto bodies = elements(item, "bodies");
  const auto take = [&](bool (*fits)(const json&)) {
    for (const json* part : bodies) {
      if (!article.body.empty() || !fits(*part)) continue;
      const std::string value = text(*part, "value");
      article.body = is_html(*part) ? html_body(value, article.title) : value;
    }
  };
  take(is_html);
  take(is_plain);
}

/// A summary, or the caption of a picture.
std::string description_of(const json& item) {
  std::string description = text(item, "description_text");
  if (description.empty()) {
    description = html_text(first_text(item, {"description_xhtml", "description_html"}));
  }
  for (const json* part : elements(item, "descriptions")) {
    const std::string role = text(*part, "role");
    const bool is_credit = role == "creditline" || role == "credit";
    if (!description.empty() || is_credit) continue;
    const std::string value = text(*part, "value");
    description = is_html(*part) ? html_text(value) : value;
  }
  return clean_line(description);
}

void take_people(const json& item, SourceArticle& article) {
  for (const json* author : elements(item, "authors")) {
    article.authors.push_back({.name = text(*author, "name"),
                               .role = text(*author, "role"),
                               .bio = text(*author, "biography")});
  }
  article.byline = first_text(item, {"byline", "by"});
  for (const json* byline : elements(item, "bylines")) {
    if (article.byline.empty()) {
      article.byline =
          byline->is_string() ? byline->get<std::string>() : first_text(*byline, {"value", "name"});
    }
  }
}

void take_places(const json& item, SourceArticle& article) {
  for (const char* list : {"place", "places"}) {
    for (const json* place : elements(item, list)) {
      const bool is_code = text(*place, "scheme").find("iso3166") != std::string::npos;
      std::string name = text(*place, is_code ? "code" : "name");
      std::transform(name.begin(), is_code ? name.end() : name.begin(), name.begin(),
                     [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
      if (!name.empty()) article.countries.push_back(std::move(name));
    }
  }
}

void take_tags(const json& item, SourceArticle& article) {
  constexpr std::array lists{"subject",      "subjects",      "person",  "people",
                             "organisation", "organisations", "object",  "objects",
                             "event",        "events",        "keywords"};
  for (const char* list : lists) {
    for (std::string& name : json_field::names(item, list)) article.tags.push_back(std::move(name));
  }
}

/// The largest rendition that is a picture for a page; the main one where there is one.
std::string rendition_of(const json& picture) {
  std::string best;
  long long most = -1;
  const json& renditions = member(picture, "renditions");
  if (!renditions.is_array() && !renditions.is_object()) return best;
  for (const auto& [key, rendition] : renditions.items()) {
    const std::string name = renditions.is_object() ? key : text(rendition, "name");
    const std::string type = first_text(rendition, {"contenttype", "mimetype"});
    const std::string href = text(rendition, "href");
    if (href.empty() || (!type.empty() && !type.starts_with("image"))) continue;
    const json& width = member(rendition, "width");
    long long size = width.is_number_integer() ? width.get<long long>() : 0;
    if (name == "main" || name == "original") size = 1'000'000;
    if (size > most) best = href;
    most = std::max(size, most);
  }
  return best;
}

/// How well an association serves as the picture of the article; 0: not at all.
int picture_rank(const json& association, const std::string& name) {
  const std::string type = text(association, "type");
  const bool is_logo = name.find("logo") != std::string::npos;
  if (type == "picture") return name == "featuremedia" ? 4 : is_logo ? 1 : 3;
  return type == "graphic" ? (is_logo ? 1 : 2) : 0;
}

void take_picture(const json& item, SourceArticle& article) {
  const json& associations = member(item, "associations");
  const json* best = nullptr;
  int most = 0;
  if (!associations.is_array() && !associations.is_object()) return;
  for (const auto& [key, association] : associations.items()) {
    const std::string name = associations.is_object() ? key : text(association, "name");
    const int rank = picture_rank(association, name);
    if (rank > most) best = &association;
    most = std::max(rank, most);
  }
  if (best == nullptr) return;
  article.image = {.url = rendition_of(*best),
                   .caption = description_of(*best),
                   .credit = first_text(*best, {"by", "byline", "creditline", "copyrightholder"})};
  if (article.image.caption.empty()) article.image.caption = clean_line(text(*best, "body_text"));
}

std::string source_of(const json& item) {
  for (const char* list : {"infosource", "infosources"}) {
    const std::vector<std::string> names = json_field::names(item, list);
    if (!names.empty()) return names.front();
    const std::string name = text(member(item, list), "name");
    if (!name.empty()) return name;
  }
  return first_text(item, {"source", "provider", "copyrightholder"});
}

void take_extra(const json& item, SourceArticle& article) {
  for (const char* name :
       {"slugline", "urgency", "version", "profile", "expires", "embargoedreason", "usageterms"}) {
    keep(name, text(item, name), article);
  }
  for (const char* list : {"genre", "genres"}) {
    const std::vector<std::string> names = json_field::names(item, list);
    if (!names.empty()) keep("genre", names.front(), article);
  }
  const json& others = member(item, "altids");
  if (!others.is_array() && !others.is_object()) return;
  for (const auto& [key, other] : others.items()) {
    const bool is_text = other.is_string();
    const std::string role = is_text ? key : text(other, "role");
    const std::string value = is_text ? other.get<std::string>() : text(other, "value");
    keep(("altid_" + (role.empty() ? "other" : role)).c_str(), value, article);
  }
}

}  // namespace

SourceArticle ninjs_article(const json& item) {
  SourceArticle article;
  article.id = text(item, "uri");
  const std::string url = first_text(item, {"url", "uri"});
  if (is_web_url(url)) article.url = url;
  article.title = headline_of(item);
  take_body(item, article);
  article.standfirst = description_of(item);
  take_people(item, article);
  article.published = first_text(item, {"versioncreated", "contentcreated", "firstcreated"});
  article.first_published = text(item, "firstcreated");
  article.updated = text(item, "contentmodified");
  article.embargo_until = text(item, "embargoed");
  take_places(item, article);
  const std::vector<std::string> services = json_field::names(item, "service");
  if (!services.empty()) article.section = services.front();
  article.source = source_of(item);
  article.language = text(item, "language");
  take_tags(item, article);
  article.dateline = clean_line(first_text(item, {"dateline", "located"}));
  take_picture(item, article);
  const std::string note = first_text(item, {"ednote", "edNote"});
  if (!note.empty()) take_note(note, article);
  take_extra(item, article);
  return article;
}

}  // namespace news
