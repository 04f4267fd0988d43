#include "indexer/html/boilerplate.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "indexer/html/classes.h"

namespace news::html {
namespace {

using namespace std::string_view_literals;

constexpr std::array aside_tags{"nav"sv, "aside"sv, "footer"sv, "menu"sv, "dialog"sv};
constexpr std::array aside_roles{"navigation"sv,  "complementary"sv, "banner"sv,
                                 "contentinfo"sv, "search"sv,        "dialog"sv,
                                 "alertdialog"sv, "toolbar"sv};
/// Words that sites all over the world call their boxes by, in English as class names are.
constexpr std::array aside_words{"ad"sv,
                                 "ads"sv,
                                 "adslot"sv,
                                 "advert"sv,
                                 "advertisement"sv,
                                 "advertisements"sv,
                                 "advertising"sv,
                                 "adverts"sv,
                                 "banner"sv,
                                 "breadcrumb"sv,
                                 "breadcrumbs"sv,
                                 "categories"sv,
                                 "comment"sv,
                                 "comments"sv,
                                 "consent"sv,
                                 "cookie"sv,
                                 "cookies"sv,
                                 "copyright"sv,
                                 "cta"sv,
                                 "disclaimer"sv,
                                 "disqus"sv,
                                 "donate"sv,
                                 "donation"sv,
                                 "follow"sv,
                                 "footer"sv,
                                 "gdpr"sv,
                                 "login"sv,
                                 "masthead"sv,
                                 "menu"sv,
                                 "modal"sv,
                                 "nav"sv,
                                 "navbar"sv,
                                 "navigation"sv,
                                 "newsletter"sv,
                                 "newsletters"sv,
                                 "outbrain"sv,
                                 "pager"sv,
                                 "pagination"sv,
                                 "paywall"sv,
                                 "popular"sv,
                                 "popup"sv,
                                 "promo"sv,
                                 "promos"sv,
                                 "promoted"sv,
                                 "promotion"sv,
                                 "rail"sv,
                                 "recirc"sv,
                                 "recirculation"sv,
                                 "recommend"sv,
                                 "recommendation"sv,
                                 "recommendations"sv,
                                 "recommended"sv,
                                 "related"sv,
                                 "relatedposts"sv,
                                 "reply"sv,
                                 "respond"sv,
                                 "share"sv,
                                 "sharebar"sv,
                                 "sharedaddy"sv,
                                 "shares"sv,
                                 "sharing"sv,
                                 "sidebar"sv,
                                 "signup"sv,
                                 "skip"sv,
                                 "social"sv,
                                 "sponsor"sv,
                                 "sponsored"sv,
                                 "subscribe"sv,
                                 "subscription"sv,
                                 "taboola"sv,
                                 "tags"sv,
                                 "teaser"sv,
                                 "teasers"sv,
                                 "toolbar"sv,
                                 "toolbox"sv,
                                 "topics"sv,
                                 "trending"sv,
                                 "upsell"sv};
constexpr std::array caption_words{"attribution"sv, "caption"sv,     "captions"sv,
                                   "credit"sv,      "credits"sv,     "cutline"sv,
                                   "figcaption"sv,  "photocredit"sv, "photographer"sv};
constexpr std::array byline_words{"author"sv,  "authors"sv,     "bio"sv,          "biography"sv,
                                  "byline"sv,  "contributor"sv, "contributors"sv, "dateline"sv,
                                  "pubdate"sv, "timestamp"sv};

template <class Names>
bool is_one_of(std::string_view name, const Names& names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

template <class Names>
bool any_of_parts(const std::vector<std::string>& parts, const Names& names) {
  return std::any_of(parts.begin(), parts.end(),
                     [&](const std::string& part) { return is_one_of(part, names); });
}

/// A figure without a table or a text in it, of which only its caption is text.
bool is_picture(const Node& node) {
  constexpr std::array texts{"table"sv, "pre"sv, "blockquote"sv};
  if (node.name != "figure") return false;
  for (const Node* below = next_below(&node, &node); below != nullptr;
       below = next_below(below, &node)) {
    if (is_one_of(below->name, texts)) return false;
  }
  return true;
}

}  // namespace

Standing standing_of(const Node& node) {
  if (node.name.empty() || node.name == "body" || node.name == "html") return Standing::Unknown;
  if (node.name == "figcaption" || is_picture(node)) return Standing::Caption;
  if (is_one_of(node.name, aside_tags)) return Standing::Aside;
  if (is_one_of(attribute(node, "role"), aside_roles)) return Standing::Aside;
  const std::vector<std::string> parts = class_parts(node);
  if (any_of_parts(parts, caption_words)) return Standing::Caption;
  if (any_of_parts(parts, aside_words)) return Standing::Aside;
  if (any_of_parts(parts, byline_words)) return Standing::Byline;
  return Standing::Unknown;
}

}  // namespace news::html
