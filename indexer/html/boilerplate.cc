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
constexpr std::array aside_words{
    "ad"sv,          "ads"sv,       "advert"sv,      "advertisement"sv,
    "advertising"sv, "adslot"sv,    "breadcrumb"sv,  "breadcrumbs"sv,
    "comment"sv,     "comments"sv,  "consent"sv,     "cookie"sv,
    "cookies"sv,     "copyright"sv, "disqus"sv,      "donate"sv,
    "follow"sv,      "footer"sv,    "gdpr"sv,        "hidden"sv,
    "login"sv,       "masthead"sv,  "menu"sv,        "modal"sv,
    "nav"sv,         "navbar"sv,    "navigation"sv,  "newsletter"sv,
    "newsletters"sv, "outbrain"sv,  "pager"sv,       "pagination"sv,
    "paywall"sv,     "popular"sv,   "popup"sv,       "print"sv,
    "promo"sv,       "promos"sv,    "promotion"sv,   "rail"sv,
    "recirc"sv,      "recommend"sv, "recommended"sv, "recommendations"sv,
    "related"sv,     "reply"sv,     "respond"sv,     "screen"sv,
    "share"sv,       "sharing"sv,   "sharebar"sv,    "sharedaddy"sv,
    "sidebar"sv,     "signup"sv,    "skip"sv,        "social"sv,
    "sponsor"sv,     "sponsored"sv, "subscribe"sv,   "subscription"sv,
    "taboola"sv,     "tags"sv,      "teaser"sv,      "teasers"sv,
    "toolbar"sv,     "toolbox"sv,   "trending"sv,    "upsell"sv,
    "widget"sv,      "widgets"sv,   "categories"sv,  "disclaimer"sv,
    "topics"sv,      "jp"sv};
constexpr std::array caption_words{"caption"sv, "captions"sv,   "credit"sv,
                                   "credits"sv, "figcaption"sv, "photographer"sv};
constexpr std::array byline_words{"byline"sv,       "author"sv,     "authors"sv, "bio"sv,
                                  "timestamp"sv,    "dateline"sv,   "pubdate"sv, "biography"sv,
                                  "contributors"sv, "contributor"sv};

template <class Names>
bool is_one_of(std::string_view name, const Names& names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

template <class Names>
bool any_of_parts(const std::vector<std::string>& parts, const Names& names) {
  return std::any_of(parts.begin(), parts.end(),
                     [&](const std::string& part) { return is_one_of(part, names); });
}

}  // namespace

Standing standing_of(const Node& node) {
  if (node.name.empty() || node.name == "body" || node.name == "html") return Standing::Unknown;
  if (node.name == "figcaption") return Standing::Caption;
  if (is_one_of(node.name, aside_tags)) return Standing::Aside;
  if (is_one_of(attribute(node, "role"), aside_roles)) return Standing::Aside;
  const std::vector<std::string> parts = class_parts(node);
  if (any_of_parts(parts, caption_words)) return Standing::Caption;
  if (any_of_parts(parts, aside_words)) return Standing::Aside;
  if (any_of_parts(parts, byline_words)) return Standing::Byline;
  return Standing::Unknown;
}

}  // namespace news::html
