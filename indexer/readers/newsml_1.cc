#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/byline.h"
#include "common/text.h"
#include "common/url.h"
#include "indexer/readers/news_body.h"
#include "indexer/readers/newsml_item.h"
#include "indexer/xml_text.h"

namespace news {
namespace {

void set(std::string& field, const std::string& value) {
  if (field.empty()) field = clean_line(value);
}

/// The value of a topic: `FormalName`.
std::string formal(const XmlNode* node) { return clean_line(xml::attribute(node, "FormalName")); }

std::string party(const XmlNode* parent, std::string_view role) {
  return formal(xml::at(xml::first(parent, role), "Party"));
}

/// The identifier without its revision, which is its last part: it stays the same.
std::string id_of(const XmlNode* identifier) {
  const std::string provider = line_text(xml::first(identifier, "ProviderId"));
  const std::string date = line_text(xml::first(identifier, "DateId"));
  const std::string item = line_text(xml::first(identifier, "NewsItemId"));
  if (!provider.empty() && !date.empty() && !item.empty()) {
    return "urn:newsml:" + provider + ':' + date + ':' + item;
  }
  return line_text(xml::first(identifier, "PublicIdentifier"));
}

void take_management(const XmlNode* management, NewsmlItem& item) {
  SourceArticle& article = item.article;
  const std::string status = formal(xml::first(management, "Status"));
  const std::string instruction = formal(xml::first(management, "Instruction"));
  item.is_withdrawn = status == "Canceled" || status == "Cancelled" || status == "Withheld" ||
                      instruction == "Delete";
  article.published = clean_line(xml::text(xml::first(management, "ThisRevisionCreated")));
  article.first_published = clean_line(xml::text(xml::first(management, "FirstCreated")));
  keep("urgency", formal(xml::first(management, "Urgency")), article);
  if (status != "Embargoed") return;
  article.embargo_until =
      clean_line(xml::text(xml::at(management, "StatusWillChange/DateAndTime")));
  item.is_held_back = article.embargo_until.empty();
}

void take_other_line(const XmlNode* line, SourceArticle& article) {
  const std::string type = formal(xml::first(line, "NewsLineType"));
  const std::string text = line_text(xml::first(line, "NewsLineText"));
  if (type.find("Advisory") != std::string::npos || type.find("Note") != std::string::npos) {
    take_note(text, article);
  }
}

void take_lines(const XmlNode* lines, SourceArticle& article) {
  const auto line = [&](std::string_view name) { return line_text(xml::first(lines, name)); };
  set(article.title, line("HeadLine"));
  set(article.standfirst, line("SubHeadLine"));
  set(article.byline, line("ByLine"));
  // "KYIV, May 14 (Agency) -" leads over to the text.
  std::string dateline = line("DateLine");
  dateline.erase(dateline.find_last_not_of(" -") + 1);
  set(article.dateline, dateline);
  set(article.source, line("CreditLine"));
  keep("slugline", line("SlugLine"), article);
  for (const XmlNode* node = xml::first(lines); node != nullptr; node = xml::next(node)) {
    if (xml::is(node, "KeywordLine")) article.tags.push_back(line_text(node));
    if (xml::is(node, "NewsLine")) take_other_line(node, article);
  }
}

void take_location(const XmlNode* location, SourceArticle& article) {
  const bool is_origin = xml::attribute(location, "HowPresent") == "Origin";
  for (const XmlNode* property = xml::first(location, "Property"); property != nullptr;
       property = xml::next(property, "Property")) {
    const std::string value = clean_line(xml::attribute(property, "Value"));
    if (value.empty()) continue;
    if (formal(property) == "Country") {
      article.countries.push_back(value);
    } else if (is_origin) {
      set(article.dateline, value);
    } else {
      article.places.push_back(value);
    }
  }
}

void take_description(const XmlNode* meta, SourceArticle& article) {
  set(article.language, formal(xml::first(meta, "Language")));
  keep("genre", formal(xml::first(meta, "Genre")), article);
  for (const XmlNode* node = xml::first(meta); node != nullptr; node = xml::next(node)) {
    if (xml::is(node, "Location")) take_location(node, article);
    const bool is_keyword = xml::is(node, "Property") && formal(node) == "Keyword";
    if (is_keyword) article.tags.push_back(xml::attribute(node, "Value"));
  }
}

void take_administration(const XmlNode* meta, SourceArticle& article) {
  set(article.source, party(meta, "Provider"));
  set(article.source, party(meta, "Source"));
  set(article.byline, party(meta, "Creator"));
}

void take_content(const XmlNode* content, std::string_view role, SourceArticle& article) {
  const std::string media = formal(xml::first(content, "MediaType"));
  const std::string href = xml::attribute(content, "Href");
  const XmlNode* data = xml::first(content, "DataContent");
  if (media == "Photo" || media == "Picture" || media == "Image" || media == "Graphic") {
    if (is_web_url(href)) set(article.image.url, href);
  } else if (role.find("Caption") != std::string_view::npos) {
    set(article.image.caption, line_text(data));
  } else if (data != nullptr && article.body.empty()) {
    take_inline_text(data, article);
  }
}

/// A component, without those in it.
void take_component(const XmlNode* component, SourceArticle& article) {
  const std::string role = formal(xml::first(component, "Role"));
  const bool is_beside = role.find("Caption") != std::string::npos ||
                         role.find("Photo") != std::string::npos ||
                         role.find("Picture") != std::string::npos;
  if (is_beside) {
    const XmlNode* lines = xml::first(component, "NewsLines");
    set(article.image.credit, line_text(xml::first(lines, "CreditLine")));
  } else {
    take_lines(xml::first(component, "NewsLines"), article);
    take_administration(xml::first(component, "AdministrativeMetadata"), article);
    take_description(xml::first(component, "DescriptiveMetadata"), article);
  }
  for (const XmlNode* content = xml::first(component, "ContentItem"); content != nullptr;
       content = xml::next(content, "ContentItem")) {
    take_content(content, role, article);
  }
}

void take_components(const XmlNode* item, SourceArticle& article) {
  std::vector<const XmlNode*> open{xml::first(item, "NewsComponent")};
  while (!open.empty()) {
    const XmlNode* component = open.back();
    open.pop_back();
    if (component == nullptr) continue;
    open.push_back(xml::next(component, "NewsComponent"));
    open.push_back(xml::first(component, "NewsComponent"));
    take_component(component, article);
  }
}

}  // namespace

NewsmlItem newsml_1_item(const XmlNode* node) {
  NewsmlItem item;
  SourceArticle& article = item.article;
  const XmlNode* identifier = xml::at(node, "Identification/NewsIdentifier");
  item.id = article.id = id_of(identifier);
  item.version = line_text(xml::first(identifier, "RevisionId"));
  keep("public_identifier", line_text(xml::first(identifier, "PublicIdentifier")), article);
  keep("name_label", line_text(xml::at(node, "Identification/NameLabel")), article);
  take_management(xml::first(node, "NewsManagement"), item);
  take_components(node, article);
  set(article.language, xml::language(node));
  if (article.body.empty() && !article.image.url.empty()) {
    item.kind = NewsmlItem::Kind::Picture;
    item.picture = article.image;
  }
  return item;
}

}  // namespace news
