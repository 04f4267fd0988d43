#include "indexer/readers/mediawiki.h"

#include <algorithm>
#include <string>
#include <utility>

#include "indexer/readers/mediawiki_article.h"
#include "indexer/readers/native_article.h"
#include "indexer/xml_elements.h"

namespace news {
namespace {

/// Puts the parts of a page together, which come one after another.
class Pages {
 public:
  Pages(const std::string& source, Intake& intake) : source_(source), intake_(intake) {}

  void add(const XmlNode* node, std::uint64_t line) {
    if (xml::is(node, "siteinfo")) take_site(node);
    if (xml::is(node, "title")) begin(node, line);
    if (xml::is(node, "ns")) page_.number_of_namespace = xml::text(node);
    if (xml::is(node, "id")) page_.id = xml::text(node);
    if (xml::is(node, "redirect")) page_.is_redirect = true;
    if (xml::is(node, "revision")) take_revision(node);
  }

  void set_language(std::string language) { language_ = std::move(language); }

  /// Tells the last page if it is whole, though the source breaks off behind it.
  void finish_whole() {
    if (page_.has_revision) finish();
  }

  /// Tells the page that is complete, if there is one.
  void finish() {
    if (line_ == 0) return;
    const Place place{.source = source_, .line = line_};
    const std::string_view kind = wiki_page_kind(page_);
    if (!kind.empty()) {
      intake_.skipped(place, kind);
    } else if (!page_.has_revision) {
      intake_.rejected(place, "the page '" + page_.title + "' has no revision", {});
    } else if (auto article = wiki_article(page_, site_)) {
      take_article(std::move(*article), place, intake_);
    } else {
      intake_.skipped(place, "unpublished drafts");
    }
    line_ = 0;
    page_ = {};
  }

 private:
  void begin(const XmlNode* title, std::uint64_t line) {
    finish();
    line_ = line;
    page_.title = xml::text(title);
  }

  void take_site(const XmlNode* info) {
    site_ = wiki_site(xml::text(xml::first(info, "sitename")), xml::text(xml::first(info, "base")),
                      language_);
  }

  /// The newest one stays, in whatever order they come.
  void take_revision(const XmlNode* revision) {
    std::string timestamp = xml::text(xml::first(revision, "timestamp"));
    if (page_.has_revision && timestamp < page_.timestamp) return;
    page_.timestamp = std::move(timestamp);
    page_.text = xml::text(xml::first(revision, "text"));
    page_.has_revision = true;
  }

  const std::string& source_;
  Intake& intake_;
  WikiSite site_;
  std::string language_;
  WikiPage page_;
  std::uint64_t line_ = 0;  // where the page begins; 0 outside of one
};

bool is_part(std::string_view name, int depth) {
  constexpr std::string_view parts[]{"title", "ns", "id", "redirect", "revision"};
  if (depth == 1) return name == "siteinfo";
  return depth == 2 && std::find(std::begin(parts), std::end(parts), name) != std::end(parts);
}

/// The value of `xml:lang` in the root's tag, which stands in the first bytes.
std::string language_of(std::string_view beginning) {
  constexpr std::string_view start = "xml:lang=\"";
  const std::size_t at = beginning.substr(0, beginning.find("<page>")).find(start);
  if (at == std::string_view::npos) return {};
  const std::string_view value = beginning.substr(at + start.size());
  return std::string(value.substr(0, std::min<std::size_t>(value.find('"'), 35)));
}

}  // namespace

bool knows_mediawiki(std::string_view beginning, std::string_view) {
  const std::size_t root = beginning.find("<mediawiki");
  return root != std::string_view::npos && root < 1000 &&
         beginning.find_first_not_of(" \t\r\n\xef\xbb\xbf") == beginning.find('<');
}

void read_mediawiki(const Source& source, Intake& intake) {
  PeekedStream bytes(source.bytes);
  Pages pages(source.name, intake);
  pages.set_language(language_of(bytes.beginning()));
  XmlElements elements(bytes, max_article_bytes, is_part);
  try {
    while (const XmlNode* node = elements.next()) pages.add(node, elements.line());
    pages.finish();
  } catch (const BrokenXml& broken) {
    pages.finish_whole();
    intake.rejected({.source = source.name, .line = broken.line()},
                    std::string(broken.what()) + "; what follows is not read, mend it there", {});
  }
}

}  // namespace news
