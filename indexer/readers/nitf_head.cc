#include "indexer/readers/nitf_head.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "common/text.h"
#include "common/url.h"
#include "indexer/readers/news_body.h"
#include "indexer/xml_text.h"

namespace news {
namespace {

void set(std::string& field, const std::string& value) {
  if (field.empty()) field = clean_line(value);
}

void add(std::vector<std::string>& list, std::string value) {
  value = clean_line(value);
  if (!value.empty()) list.push_back(std::move(value));
}

/// What an element names: by its `value` or `norm`, or by its text.
std::string named(const XmlNode* node) {
  for (const char* name : {"value", "norm"}) {
    std::string value = xml::attribute(node, name);
    if (!value.empty()) return value;
  }
  return line_text(node, {"alt-code", "function"});
}

/// An element of a document's head and what it says.
struct Element {
  std::string_view name;
  void (*take)(const XmlNode*, SourceArticle&);
};

void take_all(const XmlNode* parent, const auto& elements, SourceArticle& article) {
  for (const XmlNode* node = xml::first(parent); node != nullptr; node = xml::next(node)) {
    for (const Element& element : elements) {
      if (xml::is(node, element.name)) element.take(node, article);
    }
  }
}

void take_country(const XmlNode* country, SourceArticle& article) {
  const std::string code = xml::attribute(country, "iso-cc");
  add(article.countries, code.empty() ? named(country) : code);
}

/// A place with its parts marked up, or a name that may be of a country.
void take_location(const XmlNode* location, SourceArticle& article) {
  if (xml::first(location) == nullptr) {
    return add(article.countries, named(location));
  }
  constexpr std::array parts{
      Element{"city", [](const XmlNode* n, SourceArticle& a) { add(a.places, named(n)); }},
      Element{"state", [](const XmlNode* n, SourceArticle& a) { add(a.places, named(n)); }},
      Element{"region", [](const XmlNode* n, SourceArticle& a) { add(a.places, named(n)); }},
      Element{"country", take_country}};
  take_all(location, parts, article);
}

/// Where it happened. Some agencies have names of countries in `county-dist`.
void take_event_location(const XmlNode* place, SourceArticle& article) {
  add(article.countries, xml::attribute(place, "iso-cc"));
  add(article.places, xml::attribute(place, "city"));
  add(article.places, xml::attribute(place, "state-prov"));
  add(article.countries, xml::attribute(place, "county-dist"));
}

void take_classifier(const XmlNode* classifier, SourceArticle& article) {
  const std::string type = xml::attribute(classifier, "type");
  std::string value = named(classifier);
  if (type == "types_of_material") return keep(type.c_str(), std::move(value), article);
  if (type != "taxonomic_classifier") return add(article.tags, std::move(value));
  // A path of the New York Times' taxonomy, of which these name what it is about.
  constexpr std::string_view countries = "/Countries and Territories/";
  const std::size_t at = value.find(countries);
  if (at == std::string::npos) return;
  const std::string name = value.substr(at + countries.size());
  const bool is_listed = std::find(article.countries.begin(), article.countries.end(), name) !=
                         article.countries.end();
  if (!is_listed) add(article.countries, name.substr(0, name.find('/')));
}

void take_tag(const XmlNode* node, SourceArticle& article) { add(article.tags, named(node)); }

constexpr std::array identified{Element{"classifier", take_classifier},
                                Element{"event", take_tag},
                                Element{"location", take_location},
                                Element{"object.title", take_tag},
                                Element{"org", take_tag},
                                Element{"person", take_tag}};

void take_identified(const XmlNode* content, SourceArticle& article) {
  take_all(content, identified, article);
}

void take_keywords(const XmlNode* list, SourceArticle& article) {
  for (const XmlNode* word = xml::first(list, "keyword"); word != nullptr;
       word = xml::next(word, "keyword")) {
    add(article.tags, xml::attribute(word, "key"));
  }
}

void take_id(const XmlNode* id, SourceArticle& article) {
  set(article.id, xml::attribute(id, "id-string"));
  keep("registered_by", xml::attribute(id, "regsrc"), article);
}

constexpr std::array docdata{
    Element{"doc-id", take_id},
    Element{"correction", [](const XmlNode* n,
                             SourceArticle& a) { set(a.correction, xml::attribute(n, "info")); }},
    Element{"ed-msg",
            [](const XmlNode* n, SourceArticle& a) {
              const std::string message = xml::attribute(n, "info");
              if (!message.empty()) take_note(message, a);
            }},
    Element{"urgency", [](const XmlNode* n,
                          SourceArticle& a) { keep("urgency", xml::attribute(n, "ed-urg"), a); }},
    Element{"fixture", [](const XmlNode* n,
                          SourceArticle& a) { keep("fixture", xml::attribute(n, "fix-id"), a); }},
    Element{"series",
            [](const XmlNode* n, SourceArticle& a) {
              keep("series", xml::attribute(n, "series.name"), a);
            }},
    Element{"du-key", [](const XmlNode* n,
                         SourceArticle& a) { keep("du_key", xml::attribute(n, "key"), a); }},
    Element{"date.issue", [](const XmlNode* n,
                             SourceArticle& a) { set(a.published, xml::attribute(n, "norm")); }},
    Element{"date.release",
            [](const XmlNode* n, SourceArticle& a) {
              set(a.embargo_until, xml::attribute(n, "norm"));
            }},
    Element{"date.expire", [](const XmlNode* n,
                              SourceArticle& a) { keep("expires", xml::attribute(n, "norm"), a); }},
    Element{"key-list", take_keywords},
    Element{"identified-content", take_identified},
    Element{"evloc", take_event_location}};

/// A page or desk is no section of readers'; "A" and "1" say nothing.
void take_section(const std::string& name, SourceArticle& article) {
  constexpr std::size_t shortest = 3;
  if (name.size() >= shortest) set(article.section, name);
}

void take_pubdata(const XmlNode* node, SourceArticle& article) {
  set(article.published, xml::attribute(node, "date.publication"));
  set(article.source, xml::attribute(node, "name"));
  const std::string url = clean_line(xml::attribute(node, "ex-ref"));
  if (is_web_url(url)) set(article.url, url);
  take_section(xml::attribute(node, "position.section"), article);
}

void take_subject(const XmlNode* subject, SourceArticle& article) {
  for (const char* name :
       {"tobject.subject.type", "tobject.subject.matter", "tobject.subject.detail"}) {
    add(article.tags, xml::attribute(subject, name));
  }
}

void take_tobject(const XmlNode* node, SourceArticle& article) {
  const std::string type = xml::attribute(node, "tobject.type");
  if (type != "news" && type != "News") take_section(type, article);
  constexpr std::array subjects{Element{"tobject.subject", take_subject}};
  take_all(node, subjects, article);
}

std::string meta(const XmlNode* head, std::string_view name) {
  for (const XmlNode* node = xml::first(head, "meta"); node != nullptr;
       node = xml::next(node, "meta")) {
    if (xml::attribute(node, "name") == name) return clean_line(xml::attribute(node, "content"));
  }
  return {};
}

/// The day of publication in the New York Times corpus.
std::string meta_date(const XmlNode* head) {
  const std::string year = meta(head, "publication_year");
  const std::string month = meta(head, "publication_month");
  const std::string day = meta(head, "publication_day_of_month");
  if (year.size() != 4 || month.empty() || day.empty()) return {};
  const auto two = [](const std::string& number) {
    return number.size() == 1 ? '0' + number : number;
  };
  return year + '-' + two(month) + '-' + two(day);
}

void take_meta(const XmlNode* head, SourceArticle& article) {
  const std::string sections = meta(head, "online_sections");
  set(article.section, sections.substr(0, sections.find(';')));
  for (const char* name : {"canonical", "alternate_url"}) {
    const std::string url = meta(head, name);
    if (is_web_url(url)) set(article.url, url);
  }
  for (const char* name : {"slug", "dsk", "print_section", "print_page_number", "column_name",
                           "series_name", "feature_page", "banner"}) {
    keep(name, meta(head, name), article);
  }
}

}  // namespace

void take_nitf_head(const XmlNode* head, SourceArticle& article) {
  const XmlNode* data = xml::first(head, "docdata");
  const XmlNode* publication = xml::first(head, "pubdata");
  set(article.published, xml::attribute(publication, "date.publication"));
  take_all(data, docdata, article);
  take_meta(head, article);
  constexpr std::array parts{Element{"pubdata", take_pubdata}, Element{"tobject", take_tobject}};
  take_all(head, parts, article);
  set(article.published, meta_date(head));
  set(article.published, article.embargo_until);
}

}  // namespace news
