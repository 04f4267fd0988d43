#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

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

/// A code with the scheme's alias: "stat:canceled" in parts.
struct Code {
  std::string scheme;
  std::string value;
};

/// The code in an attribute and its `uri` form, whose scheme is an address.
Code code_of(const XmlNode* node, const char* qcode = "qcode", const char* uri = "uri") {
  const std::string code = clean_line(xml::attribute(node, qcode));
  const std::string whole = code.empty() ? clean_line(xml::attribute(node, uri)) : code;
  const std::size_t at = whole.find_last_of(code.empty() ? "/#" : ":");
  if (at == std::string::npos) return {.scheme = {}, .value = whole};
  return {.scheme = whole.substr(0, at), .value = whole.substr(at + 1)};
}

std::string type_of(const XmlNode* node) { return code_of(node, "type", "typeuri").value; }

/// The child of that name in the item's language, else in none, else the first.
const XmlNode* in_language(const XmlNode* parent, std::string_view name,
                           std::string_view language) {
  const XmlNode* best = xml::first(parent, name);
  int most = -1;
  for (const XmlNode* node = best; node != nullptr; node = xml::next(node, name)) {
    const std::string own = xml::attribute(node, "lang");
    const bool is_same = !own.empty() && own.substr(0, 2) == language.substr(0, 2);
    const int rank = is_same ? 2 : own.empty() ? 1 : 0;
    if (rank > most) best = node;
    most = std::max(rank, most);
  }
  return best;
}

std::string name_of(const XmlNode* node, std::string_view language) {
  return line_text(in_language(node, "name", language));
}

/// Whether a concept is a country, or a part of one, as its type or the scheme of its code says.
enum class Area { Country, Part, Unknown };

Area area_of(const XmlNode* node) {
  const std::string type = type_of(node);
  const std::string scheme = code_of(node).scheme;
  const auto has = [&](std::string_view word) { return scheme.find(word) != std::string::npos; };
  if (type == "country" || has("iso3166-1") || has("cntry") || has("country")) {
    return Area::Country;
  }
  const bool is_part = type == "city" || type == "statprov" || type == "region" || has("city") ||
                       has("reg") || has("prov") || has("iso3166-2");
  return is_part ? Area::Part : Area::Unknown;
}

/// The readable name of a place; some write it into the code: "city:Moscow".
std::string place_name(const XmlNode* node, std::string_view language) {
  std::string name = name_of(node, language);
  if (!name.empty() || area_of(node) == Area::Unknown) return name;
  const std::string code = code_of(node).value;
  const bool has_digit = code.find_first_of("0123456789") != std::string::npos;
  return has_digit ? std::string() : code;
}

void take_place(const XmlNode* place, std::string_view language, SourceArticle& article) {
  const std::string code = code_of(place).value;
  const bool is_iso = code_of(place).scheme.find("iso3166-1") != std::string::npos;
  std::string name = is_iso ? code : place_name(place, language);
  if (name.empty()) return;
  auto& list = area_of(place) == Area::Part ? article.places : article.countries;
  if (std::find(list.begin(), list.end(), name) == list.end()) list.push_back(std::move(name));
}

/// A place and what it is a part of.
void take_area(const XmlNode* area, std::string_view language, SourceArticle& article) {
  take_place(area, language, article);
  for (const XmlNode* broader = xml::first(area, "broader"); broader != nullptr;
       broader = xml::next(broader, "broader")) {
    if (area_of(broader) != Area::Unknown) take_place(broader, language, article);
  }
}

void take_subjects(const XmlNode* meta, SourceArticle& article) {
  for (const XmlNode* subject = xml::first(meta, "subject"); subject != nullptr;
       subject = xml::next(subject, "subject")) {
    const std::string type = type_of(subject);
    const bool is_area = type == "geoArea" || type == "geo" || type == "geography" ||
                         type == "country" || type == "city" || type == "statprov" || type == "poi";
    if (is_area) {
      take_area(subject, article.language, article);
    } else if (std::string name = name_of(subject, article.language); !name.empty()) {
      article.tags.push_back(std::move(name));
    }
  }
  for (const XmlNode* word = xml::first(meta, "keyword"); word != nullptr;
       word = xml::next(word, "keyword")) {
    article.tags.push_back(line_text(word));
  }
}

/// Where the content was made stands for a dateline that is not there.
void take_located(const XmlNode* meta, SourceArticle& article) {
  const XmlNode* located = xml::first(meta, "located");
  if (located == nullptr) return;
  set(article.dateline, place_name(located, article.language));
  SourceArticle origin;
  take_area(located, article.language, origin);
  if (article.countries.empty()) article.countries = std::move(origin.countries);
}

void take_creators(const XmlNode* meta, SourceArticle& article) {
  article.byline = line_text(xml::first(meta, "by"));
  set(article.byline, line_text(xml::first(meta, "byline")));
  if (!article.byline.empty()) return;
  for (const XmlNode* creator = xml::first(meta, "creator"); creator != nullptr;
       creator = xml::next(creator, "creator")) {
    const std::string scheme = code_of(creator).scheme;
    const bool is_agency =
        type_of(creator) == "organisation" || scheme == "web" || scheme == "nprov";
    const std::string name = name_of(creator, article.language);
    if (!is_agency) article.authors.push_back({.name = name});
  }
}

void take_descriptions(const XmlNode* meta, SourceArticle& article) {
  const XmlNode* chosen = nullptr;
  for (const XmlNode* node = xml::first(meta, "description"); node != nullptr;
       node = xml::next(node, "description")) {
    const bool is_summary = xml::attribute(node, "role").ends_with(":summary");
    if (chosen == nullptr || is_summary) chosen = node;
  }
  article.standfirst = line_text(chosen);
}

void take_content_meta(const XmlNode* item, SourceArticle& article) {
  const XmlNode* meta = xml::first(item, "contentMeta");
  article.language = xml::attribute(xml::first(meta, "language"), "tag");
  set(article.language, xml::language(item));
  article.title = line_text(in_language(meta, "headline", article.language));
  take_descriptions(meta, article);
  take_creators(meta, article);
  article.dateline = line_text(xml::first(meta, "dateline"));
  take_subjects(meta, article);
  take_located(meta, article);
  set(article.published, xml::text(xml::first(meta, "contentCreated")));
  article.updated = clean_line(xml::text(xml::first(meta, "contentModified")));
  set(article.source, name_of(xml::first(meta, "infoSource"), article.language));
  set(article.source, line_text(xml::first(meta, "creditline")));
  keep("slugline", line_text(xml::first(meta, "slugline")), article);
  keep("urgency", xml::text(xml::first(meta, "urgency")), article);
  keep("genre", name_of(xml::first(meta, "genre"), article.language), article);
}

void take_signals(const XmlNode* meta, SourceArticle& article) {
  bool is_corrected = false;
  for (const XmlNode* signal = xml::first(meta, "signal"); signal != nullptr;
       signal = xml::next(signal, "signal")) {
    is_corrected = is_corrected || is_correction(code_of(signal).value);
  }
  const std::string note = line_text(xml::first(meta, "edNote"));
  if (is_corrected) {
    article.correction = note.empty() ? "Correction" : note;
  } else if (!note.empty()) {
    take_note(note, article);
  }
}

void take_item_meta(const XmlNode* meta, NewsmlItem& item) {
  SourceArticle& article = item.article;
  const XmlNode* item_class = xml::first(meta, "itemClass");
  item.kind_name = code_of(item_class).value;
  const bool is_picture = item.kind_name == "picture" || item.kind_name == "graphic";
  const bool is_text = item.kind_name.empty() || item.kind_name == "text";
  item.kind = is_text      ? NewsmlItem::Kind::Text
              : is_picture ? NewsmlItem::Kind::Picture
                           : NewsmlItem::Kind::Other;
  const std::string status = code_of(xml::first(meta, "pubStatus")).value;
  item.is_withdrawn = status == "canceled" || status == "cancelled" || status == "withheld";
  article.published = clean_line(xml::text(xml::first(meta, "versionCreated")));
  article.first_published = clean_line(xml::text(xml::first(meta, "firstCreated")));
  const XmlNode* embargo = xml::first(meta, "embargoed");
  article.embargo_until = clean_line(xml::text(embargo));
  item.is_held_back = embargo != nullptr && article.embargo_until.empty();
  const XmlNode* provider = xml::first(meta, "provider");
  article.source = name_of(provider, xml::language(meta));
  set(article.source, xml::attribute(provider, "literal"));
  if (!xml::attribute(provider, "qcode").empty()) set(article.source, code_of(provider).value);
  take_signals(meta, article);
  for (const XmlNode* link = xml::first(meta, "link"); link != nullptr;
       link = xml::next(link, "link")) {
    item.linked.push_back(xml::attribute(link, "residref"));
  }
}

/// The rendition that suits a page best.
std::string rendition_of(const XmlNode* content) {
  std::string best;
  int most = 0;
  for (const XmlNode* remote = xml::first(content, "remoteContent"); remote != nullptr;
       remote = xml::next(remote, "remoteContent")) {
    const std::string href = xml::attribute(remote, "href");
    const std::string rendition = code_of(remote, "rendition", "renditionuri").value;
    const bool is_middle = rendition == "preview" || rendition == "web" || rendition == "midRes";
    const int rank = is_middle ? 3 : rendition == "highRes" ? 2 : 1;
    if (!is_web_url(href) || rank <= most) continue;
    best = href;
    most = rank;
  }
  return best;
}

void take_picture(const XmlNode* node, NewsmlItem& item) {
  const XmlNode* meta = xml::first(node, "contentMeta");
  const std::string language = xml::language(node);
  item.picture.url = rendition_of(xml::first(node, "contentSet"));
  item.picture.caption = line_text(in_language(meta, "description", language));
  set(item.picture.caption, line_text(in_language(meta, "headline", language)));
  item.picture.credit = line_text(xml::first(meta, "creditline"));
  set(item.picture.credit, line_text(xml::first(meta, "by")));
  set(item.picture.credit, name_of(xml::first(meta, "creator"), language));
}

}  // namespace

NewsmlItem newsml_g2_item(const XmlNode* node) {
  NewsmlItem item;
  item.id = clean_line(xml::attribute(node, "guid"));
  item.version = xml::attribute(node, "version");
  take_item_meta(xml::first(node, "itemMeta"), item);
  if (item.kind == NewsmlItem::Kind::Picture) take_picture(node, item);
  SourceArticle& article = item.article;
  article.id = item.id;
  if (is_web_url(item.id)) article.url = item.id;
  keep("version", item.version, article);
  take_content_meta(node, article);
  const XmlNode* content = xml::first(node, "contentSet");
  for (const XmlNode* part = xml::first(content); part != nullptr; part = xml::next(part)) {
    const bool is_encoded = !xml::attribute(part, "encoding").empty();
    const bool is_inline = xml::is(part, "inlineXML") || xml::is(part, "inlineData");
    if (is_inline && !is_encoded && article.body.empty()) take_inline_text(part, article);
  }
  return item;
}

}  // namespace news
