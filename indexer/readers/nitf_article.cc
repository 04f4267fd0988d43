#include "indexer/readers/nitf_article.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "common/byline.h"
#include "common/text.h"
#include "common/url.h"
#include "indexer/readers/news_body.h"
#include "indexer/readers/nitf_head.h"
#include "indexer/xml_text.h"

namespace news {
namespace {

void set(std::string& field, std::string value) {
  if (field.empty()) field = std::move(value);
}

/// Without the commas and dashes that are left at the end where a part has been taken out.
std::string trim_end(const std::string& text) {
  const std::size_t last = text.find_last_not_of(" ,;:-");
  return text.substr(0, last == std::string::npos ? 0 : last + 1);
}

void add_people(const std::string& names, const std::string& role, SourceArticle& article) {
  for (Author& author : read_byline(names)) {
    if (!role.empty()) author.role = role;
    article.authors.push_back(std::move(author));
  }
}

/// The next `byttl` behind a person, before the next one.
std::string title_behind(const XmlNode* person) {
  const XmlNode* next = xml::next(person);
  return xml::is(next, "byttl") || xml::is(next, "bytag") ? line_text(next) : std::string();
}

void take_byline(const XmlNode* byline, SourceArticle& article) {
  const XmlNode* title = xml::first(byline, "byttl");
  bool has_person = false;
  for (const XmlNode* person = xml::first(byline, "person"); person != nullptr;
       person = xml::next(person, "person")) {
    has_person = true;
    add_people(line_text(person, {"function"}), title_behind(person), article);
  }
  if (has_person) return;
  const std::string names = trim_end(line_text(byline, {"byttl", "bytag"}));
  if (!names.empty()) return add_people(names, line_text(title), article);
  // A title alone is the agency.
  set(article.source, line_text(title));
}

void take_bylines(const XmlNode* head, SourceArticle& article) {
  const XmlNode* normalized = nullptr;
  for (const XmlNode* byline = xml::first(head, "byline"); byline != nullptr;
       byline = xml::next(byline, "byline")) {
    if (has_class(byline, "normalized_byline")) {
      normalized = byline;
    } else {
      take_byline(byline, article);
    }
  }
  if (!article.authors.empty() || normalized == nullptr) return;
  article.authors.push_back({.name = line_text(normalized)});
}

void take_headlines(const XmlNode* nitf, const XmlNode* head, SourceArticle& article) {
  const XmlNode* headlines = xml::first(head, "hedline");
  const XmlNode* first = xml::first(headlines, "hl1");
  article.title = line_text(first == nullptr ? headlines : first, {"hl2"});
  set(article.title, line_text(xml::at(nitf, "head/title")));
  article.standfirst = line_text(xml::first(head, "abstract"));
  for (const XmlNode* second = xml::first(headlines, "hl2"); second != nullptr;
       second = xml::next(second, "hl2")) {
    if (has_class(second, "online_headline")) {
      keep("online_headline", line_text(second), article);
      set(article.title, line_text(second));
    } else if (article.standfirst.empty()) {
      article.standfirst = line_text(second);
    } else {
      keep("subheadline", line_text(second), article);
    }
  }
}

void take_dateline(const XmlNode* head, SourceArticle& article) {
  const XmlNode* dateline = xml::first(head, "dateline");
  article.dateline = trim_end(line_text(dateline, {"story.date"}));
  set(article.published, xml::attribute(xml::find(dateline, "story.date"), "norm"));
  const std::string code = xml::attribute(xml::find(dateline, "country"), "iso-cc");
  if (!code.empty() && article.countries.empty()) article.countries.push_back(code);
}

/// Without the first paragraph where the second says the same: the New York Times corpus has
/// "LEAD: ..." before it.
std::string without_lead_twice(std::string text) {
  constexpr std::string_view mark = "LEAD: ";
  if (!text.starts_with(mark)) return text;
  text.erase(0, mark.size());
  const std::size_t end = text.find("\n\n");
  if (end == std::string::npos) return text;
  const std::string lead = text.substr(0, end);
  return std::string_view(text).substr(end + 2).starts_with(lead) ? text.substr(end + 2) : text;
}

void take_content(const XmlNode* content, SourceArticle& article) {
  const XmlNode* text = find_class(content, "full_text");
  if (text == nullptr) text = find_class(content, "lead_paragraph");
  if (text == nullptr) text = content;
  article.body = without_lead_twice(block_text(text, {"media"}));
  const XmlNode* correction = find_class(content, "correction_text");
  if (correction != nullptr) article.correction = block_text(correction);
}

void take_media(const XmlNode* content, SourceArticle& article) {
  for (const XmlNode* media = xml::find(content, "media"); media != nullptr;
       media = xml::next(media, "media")) {
    const XmlNode* reference = xml::first(media, "media-reference");
    const std::string type = xml::attribute(media, "media-type");
    const bool is_image = type == "image" || type == "photo" || type == "Photo" ||
                          type == "Image" ||
                          xml::attribute(reference, "mime-type").starts_with("image");
    if (!is_image) continue;
    const std::string url = clean_line(xml::attribute(reference, "source"));
    article.image = {.url = is_web_url(url) ? url : std::string(),
                     .caption = line_text(xml::first(media, "media-caption")),
                     .credit = line_text(xml::first(media, "media-producer"))};
    return;
  }
}

void take_sources(const XmlNode* nitf, const XmlNode* head, SourceArticle& article) {
  set(article.source, line_text(xml::first(head, "distributor")));
  const XmlNode* data = xml::at(nitf, "head/docdata");
  set(article.source, xml::attribute(xml::first(data, "doc-id"), "regsrc"));
  set(article.source, xml::attribute(xml::first(data, "doc.copyright"), "holder"));
}

}  // namespace

SourceArticle nitf_article(const XmlNode* nitf) {
  SourceArticle article;
  const XmlNode* head = xml::at(nitf, "body/body.head");
  const XmlNode* content = xml::at(nitf, "body/body.content");
  take_nitf_head(xml::first(nitf, "head"), article);
  take_headlines(nitf, head, article);
  take_bylines(head, article);
  take_dateline(head, article);
  take_content(content == nullptr ? xml::first(nitf, "body") : content, article);
  take_media(xml::first(nitf, "body"), article);
  take_sources(nitf, head, article);
  article.language = xml::attribute(nitf, "baselang");
  if (article.language.empty()) article.language = xml::language(nitf);
  return article;
}

bool is_withdrawn_nitf(const XmlNode* nitf) {
  const std::string status = xml::attribute(xml::at(nitf, "head/docdata"), "management-status");
  return status == "canceled" || status == "withheld";
}

}  // namespace news
