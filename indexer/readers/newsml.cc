#include "indexer/readers/newsml.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "indexer/readers/native_article.h"
#include "indexer/readers/newsml_item.h"
#include "indexer/readers/versions.h"
#include "indexer/readers/xml_source.h"

namespace news {
namespace {

constexpr std::array items{"newsItem",     "packageItem", "conceptItem", "knowledgeItem",
                           "planningItem", "catalogItem", "NewsItem"};
constexpr std::array roots{"newsMessage", "NewsML",   "itemSet",   "contentMeta",
                           "itemMeta",    "groupSet", "contentSet"};

bool is_one_of(std::string_view name, const auto& names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// Takes the items of one source. Texts wait for the pictures that come with them.
class NewsmlReader {
 public:
  explicit NewsmlReader(Intake& intake) : intake_(intake) {}

  void take(const XmlNode* node, const Place& place) {
    ++count_;
    if (xml::is(node, "newsItem")) return take_item(newsml_g2_item(node), place);
    if (xml::is(node, "NewsItem")) return take_item(newsml_1_item(node), place);
    if (xml::is(node, "packageItem")) return take_package(node, place);
    intake_.skipped(place, "concepts, plans and catalogs");
  }

  /// Tells the texts that wait.
  void flush() {
    for (Waiting& text : waiting_) {
      add_picture(text);
      take_article(std::move(text.item.article), text.place, intake_);
    }
    waiting_.clear();
    waiting_size_ = 0;
  }

  std::size_t count() const { return count_; }

 private:
  struct Waiting {
    NewsmlItem item;
    Place place;
  };

  void take_item(NewsmlItem&& item, const Place& place) {
    if (!item.id.empty() && !versions_.is_current(item.id, item.version)) {
      return intake_.skipped(place, "older versions");
    }
    if (item.kind == NewsmlItem::Kind::Picture) return take_picture(std::move(item), place);
    if (item.is_withdrawn && !item.id.empty()) {
      flush();  // It may wait itself.
      return intake_.removed(item.id, place);
    }
    if (item.is_held_back) return intake_.skipped(place, "items under an embargo without an end");
    if (item.kind == NewsmlItem::Kind::Other && item.article.body.empty()) {
      return intake_.skipped(place, "items that are neither texts nor pictures");
    }
    wait(std::move(item), place);
  }

  void wait(NewsmlItem&& item, const Place& place) {
    constexpr std::size_t most = 1000;
    waiting_size_ += item.article.body.size();
    waiting_.push_back({std::move(item), place});
    if (waiting_.size() >= most || waiting_size_ > max_article_bytes) flush();
  }

  void take_picture(NewsmlItem&& item, const Place& place) {
    constexpr std::size_t most = 10'000;
    if (pictures_.size() < most) pictures_.emplace(item.id, std::move(item.picture));
    intake_.skipped(place, "pictures");
  }

  void take_package(const XmlNode* package, const Place& place) {
    constexpr std::size_t most = 10'000;
    std::vector<std::string> ids;
    const XmlNode* groups = xml::first(package, "groupSet");
    for (const XmlNode* group = xml::first(groups, "group"); group != nullptr;
         group = xml::next(group, "group")) {
      for (const XmlNode* ref = xml::first(group, "itemRef"); ref != nullptr;
           ref = xml::next(ref, "itemRef")) {
        ids.push_back(xml::attribute(ref, "residref"));
      }
    }
    if (packages_.size() < most) packages_.push_back(std::move(ids));
    intake_.skipped(place, "packages");
  }

  const Image* first_picture(const std::vector<std::string>& ids) const {
    for (const std::string& id : ids) {
      const auto found = pictures_.find(id);
      if (found != pictures_.end()) return &found->second;
    }
    return nullptr;
  }

  /// The picture that a text names, or that stands in a package with it.
  const Image* picture_of(const NewsmlItem& item) const {
    const Image* picture = first_picture(item.linked);
    for (const auto& ids : packages_) {
      const bool is_in = std::find(ids.begin(), ids.end(), item.id) != ids.end();
      if (picture == nullptr && is_in) picture = first_picture(ids);
    }
    // One text with its pictures needs no package.
    const bool is_alone = packages_.empty() && waiting_.size() == 1 && !pictures_.empty();
    return picture == nullptr && is_alone ? &pictures_.begin()->second : picture;
  }

  void add_picture(Waiting& text) const {
    const Image* picture = picture_of(text.item);
    if (picture == nullptr) return;
    Image& image = text.item.article.image;
    if (!picture->url.empty()) image.url = picture->url;
    if (image.caption.empty()) image.caption = picture->caption;
    if (image.credit.empty()) image.credit = picture->credit;
  }

  Intake& intake_;
  std::size_t count_ = 0;
  Versions versions_;
  std::vector<Waiting> waiting_;
  std::size_t waiting_size_ = 0;  // of their bodies
  std::map<std::string, Image> pictures_;
  std::vector<std::vector<std::string>> packages_;  // the ids of the items in each
};

}  // namespace

bool knows_newsml(std::string_view beginning, std::string_view) {
  const std::string root = root_element(beginning);
  return is_one_of(root, items) || is_one_of(root, roots);
}

void read_newsml(const Source& source, Intake& intake) {
  NewsmlReader reader(intake);
  std::string root;
  const auto wanted = [&](std::string_view name, int) {
    if (root.empty()) root = name;
    return is_one_of(name, items);
  };
  const auto take = [&](const XmlNode* node, const Place& place) { reader.take(node, place); };
  bool is_whole = false;
  try {
    is_whole = read_elements(source, intake, wanted, take);
  } catch (const BadSource&) {
    reader.flush();
    throw;
  }
  reader.flush();
  const bool is_fragment = reader.count() == 0 && root != "newsMessage" && root != "NewsML";
  if (!is_fragment || !is_whole) return;
  intake.rejected({.source = source.name},
                  fmt::format("is a fragment of NewsML that begins with {}; expected a whole "
                              "newsItem, newsMessage or NewsML",
                              root),
                  {});
}

}  // namespace news
