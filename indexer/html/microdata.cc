#include "indexer/html/microdata.h"

#include <algorithm>
#include <array>
#include <string>

#include "common/text.h"
#include "indexer/html/classes.h"
#include "indexer/html/values.h"

namespace news::html {
namespace {

/// The item that a property stands in; nullptr if none.
const Node* item_around(const Node& property) {
  const Node* node = property.parent;
  while (node != nullptr && !has_attribute(*node, "itemscope")) node = node->parent;
  return node;
}

bool is_article_item(const Node& node) {
  const std::string_view type = attribute(node, "itemtype");
  return has_attribute(node, "itemscope") && is_article_type(type.substr(type.rfind('/') + 1));
}

bool has_property(const Node& node, std::string_view name) {
  return has_word(attribute(node, "itemprop"), name);
}

/// The element below `item` that is its property of this name; nullptr if there is none.
const Node* property_of(const Node& item, std::string_view name) {
  for (const Node* node = next_below(&item, &item); node != nullptr;
       node = next_below(node, &item)) {
    if (has_property(*node, name)) return node;
  }
  return nullptr;
}

/// A property's value as HTML says it is written for each element.
std::string value_of(const Node& node) {
  if (has_attribute(node, "content")) return decoded(attribute(node, "content"));
  if (node.name == "time" && has_attribute(node, "datetime")) {
    return clean_line(attribute(node, "datetime"));
  }
  if (node.name == "img") return clean_line(attribute(node, "src"));
  if (has_attribute(node, "itemscope")) {
    const Node* const name = property_of(node, "name");
    if (name != nullptr) return value_of(*name);
  }
  return text_of(node);
}

std::string address_of(const Node& node) {
  for (const char* name : {"href", "src", "content", "resource"}) {
    if (has_attribute(node, name)) return clean_line(attribute(node, name));
  }
  const Node* const url = has_attribute(node, "itemscope") ? property_of(node, "url") : nullptr;
  return url == nullptr ? std::string() : address_of(*url);
}

void take_author(const Node& node, SourceArticle& article) {
  const Node* const role =
      has_attribute(node, "itemscope") ? property_of(node, "jobTitle") : nullptr;
  add_author({.name = value_of(node), .role = role == nullptr ? "" : value_of(*role)}, article);
}

void first_value(const Node& node, std::string& field) {
  if (field.empty()) field = value_of(node);
}

struct Property {
  std::string_view name;
  void (*take)(const Node& node, SourceArticle& article);
};

constexpr std::array properties{
    Property{"headline", [](const Node& n, SourceArticle& a) { first_value(n, a.title); }},
    Property{"name", [](const Node& n, SourceArticle& a) { first_value(n, a.title); }},
    Property{"description", [](const Node& n, SourceArticle& a) { first_value(n, a.standfirst); }},
    Property{"datePublished", [](const Node& n, SourceArticle& a) { first_value(n, a.published); }},
    Property{"dateCreated",
             [](const Node& n, SourceArticle& a) { first_value(n, a.first_published); }},
    Property{"dateModified", [](const Node& n, SourceArticle& a) { first_value(n, a.updated); }},
    Property{"author", take_author},
    Property{"creator", take_author},
    Property{"articleSection", [](const Node& n, SourceArticle& a) { first_value(n, a.section); }},
    Property{"publisher", [](const Node& n, SourceArticle& a) { first_value(n, a.source); }},
    Property{"inLanguage", [](const Node& n, SourceArticle& a) { first_value(n, a.language); }},
    Property{"dateline", [](const Node& n, SourceArticle& a) { first_value(n, a.dateline); }},
    Property{"keywords", [](const Node& n, SourceArticle& a) { add_tags(value_of(n), a); }},
    Property{"image",
             [](const Node& n, SourceArticle& a) {
               if (a.image.url.empty()) a.image.url = address_of(n);
             }},
    Property{"url",
             [](const Node& n, SourceArticle& a) {
               if (a.url.empty()) a.url = address_of(n);
             }},
};

const Node* article_item(const Page& page) {
  const auto& nodes = page.nodes();
  const auto found = std::find_if(nodes.begin(), nodes.end(), is_article_item);
  return found == nodes.end() ? nullptr : &*found;
}

}  // namespace

SourceArticle microdata_article(const Page& page) {
  SourceArticle article;
  const Node* const item = article_item(page);
  for (const Node& node : page.nodes()) {
    if (!has_attribute(node, "itemprop") || item_around(node) != item) continue;
    for (const Property& property : properties) {
      // Outside an item, a name is anything's.
      const bool vague = item == nullptr && (property.name == "name" || property.name == "url");
      if (!vague && has_property(node, property.name)) property.take(node, article);
    }
  }
  // The date of creation is that of publication where there is no other.
  if (article.published.empty()) std::swap(article.published, article.first_published);
  article.first_published.clear();
  return article;
}

}  // namespace news::html
