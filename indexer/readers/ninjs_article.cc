#include "indexer/readers/ninjs_article.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "common/html_text.h"
#include "common/text.h"
#include "common/url.h"
#include "indexer/readers/json_fields.h"
#include "indexer/readers/news_body.h"

namespace news {
namespace {

bool is_html(JsonField part) {
  const std::string type = part.text("contenttype");
  const std::string role = part.text("role");
  return type.find("html") != std::string::npos || role.find("html") != std::string::npos;
}

bool is_plain(JsonField part) {
  const std::string type = part.text("contenttype");
  return !is_html(part) && (type.empty() || type.starts_with("text/plain"));
}

/// The value of the part with that role, else of the first.
std::string value_of_role(JsonField item, const char* list, std::string_view role) {
  const auto parts = item.elements(list);
  const auto found = std::find_if(parts.begin(), parts.end(),
                                  [&](JsonField part) { return part.text("role") == role; });
  if (found != parts.end()) return found->text("value");
  return parts.empty() ? std::string() : parts.front().text("value");
}

std::string headline_of(JsonField item) {
  std::string headline = item.first_text({"headline", "headline_text"});
  if (headline.empty()) headline = value_of_role(item, "headlines", "main");
  return clean_line(headline.empty() ? html_text(item.text("title")) : headline);
}

void take_body(JsonField item, SourceArticle& article) {
  const std::string html = item.first_text({"body_xhtml", "body_html", "body_html5"});
  if (!html.empty()) article.body = html_body(html, article.title);
  if (article.body.empty()) article.body = item.text("body_text");
  const auto bodies = item.elements("bodies");
  const auto take = [&](bool (*fits)(JsonField)) {
    for (const JsonField part : bodies) {
      if (!article.body.empty() || !fits(part)) continue;
      const std::string value = part.text("value");
      article.body = is_html(part) ? html_body(value, article.title) : value;
    }
  };
  take(is_html);
  take(is_plain);
}

/// A summary, or the caption of a picture.
std::string description_of(JsonField item) {
  std::string description = item.text("description_text");
  if (description.empty()) {
    description = html_text(item.first_text({"description_xhtml", "description_html"}));
  }
  for (const JsonField part : item.elements("descriptions")) {
    const std::string role = part.text("role");
    const bool is_credit = role == "creditline" || role == "credit";
    if (!description.empty() || is_credit) continue;
    const std::string value = part.text("value");
    description = is_html(part) ? html_text(value) : value;
  }
  return clean_line(description);
}

void take_people(JsonField item, SourceArticle& article) {
  for (const JsonField author : item.elements("authors")) {
    article.authors.push_back({.name = author.text("name"),
                               .role = author.text("role"),
                               .bio = author.text("biography")});
  }
  article.byline = item.first_text({"byline", "by"});
  for (const JsonField byline : item.elements("bylines")) {
    if (article.byline.empty()) {
      article.byline = byline.is_string() ? byline.text() : byline.first_text({"value", "name"});
    }
  }
}

void take_places(JsonField item, SourceArticle& article) {
  for (const char* list : {"place", "places"}) {
    for (const JsonField place : item.elements(list)) {
      const bool is_code = place.text("scheme").find("iso3166") != std::string::npos;
      std::string name = place.text(is_code ? "code" : "name");
      std::transform(name.begin(), is_code ? name.end() : name.begin(), name.begin(),
                     [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
      if (!name.empty()) article.countries.push_back(std::move(name));
    }
  }
}

void take_tags(JsonField item, SourceArticle& article) {
  constexpr std::array lists{"subject",      "subjects",      "person",  "people",
                             "organisation", "organisations", "object",  "objects",
                             "event",        "events",        "keywords"};
  for (const char* list : lists) {
    for (std::string& name : item.names(list)) article.tags.push_back(std::move(name));
  }
}

/// The largest rendition that is a picture for a page; the main one where there is one.
std::string rendition_of(JsonField picture) {
  std::string best;
  long long most = -1;
  for (const auto& [name, rendition] : picture.named_elements("renditions")) {
    const std::string type = rendition.first_text({"contenttype", "mimetype"});
    const std::string href = rendition.text("href");
    if (href.empty() || (!type.empty() && !type.starts_with("image"))) continue;
    long long size = rendition.member("width").integer();
    if (name == "main" || name == "original") size = 1'000'000;
    if (size > most) best = href;
    most = std::max(size, most);
  }
  return best;
}

/// How well an association serves as the picture of the article; 0: not at all.
int picture_rank(JsonField association, const std::string& name) {
  const std::string type = association.text("type");
  const bool is_logo = name.find("logo") != std::string::npos;
  if (type == "picture") return name == "featuremedia" ? 4 : is_logo ? 1 : 3;
  return type == "graphic" ? (is_logo ? 1 : 2) : 0;
}

void take_picture(JsonField item, SourceArticle& article) {
  JsonField best;
  int most = 0;
  for (const auto& [name, association] : item.named_elements("associations")) {
    const int rank = picture_rank(association, name);
    if (rank > most) best = association;
    most = std::max(rank, most);
  }
  if (most == 0) return;
  article.image = {.url = rendition_of(best),
                   .caption = description_of(best),
                   .credit = best.first_text({"by", "byline", "creditline", "copyrightholder"})};
  if (article.image.caption.empty()) article.image.caption = clean_line(best.text("body_text"));
}

std::string source_of(JsonField item) {
  for (const char* list : {"infosource", "infosources"}) {
    const std::vector<std::string> names = item.names(list);
    if (!names.empty()) return names.front();
    std::string name = item.member(list).text("name");
    if (!name.empty()) return name;
  }
  return item.first_text({"source", "provider", "copyrightholder"});
}

void take_extra(JsonField item, SourceArticle& article) {
  for (const char* name :
       {"slugline", "urgency", "version", "profile", "expires", "embargoedreason", "usageterms"}) {
    keep(name, item.text(name), article);
  }
  for (const char* list : {"genre", "genres"}) {
    const std::vector<std::string> names = item.names(list);
    if (!names.empty()) keep("genre", names.front(), article);
  }
  for (const auto& [name, other] : item.named_elements("altids")) {
    const bool is_text = other.is_string();
    const std::string role = is_text ? name : other.text("role");
    const std::string value = is_text ? other.text() : other.text("value");
    keep(("altid_" + (role.empty() ? "other" : role)).c_str(), value, article);
  }
}

}  // namespace

SourceArticle ninjs_article(JsonField item) {
  SourceArticle article;
  article.id = item.text("uri");
  const std::string url = item.first_text({"url", "uri"});
  if (is_web_url(url)) article.url = url;
  article.title = headline_of(item);
  take_body(item, article);
  article.standfirst = description_of(item);
  take_people(item, article);
  article.published = item.first_text({"versioncreated", "contentcreated", "firstcreated"});
  article.first_published = item.text("firstcreated");
  article.updated = item.text("contentmodified");
  article.embargo_until = item.text("embargoed");
  take_places(item, article);
  const std::vector<std::string> services = item.names("service");
  if (!services.empty()) article.section = services.front();
  article.source = source_of(item);
  article.language = item.text("language");
  take_tags(item, article);
  article.dateline = clean_line(item.first_text({"dateline", "located"}));
  take_picture(item, article);
  const std::string note = item.first_text({"ednote", "edNote"});
  if (!note.empty()) take_note(note, article);
  take_extra(item, article);
  return article;
}

}  // namespace news
