#pragma once

#include <string>
#include <vector>

#include "indexer/source_article.h"
#include "indexer/xml_elements.h"

namespace news {

/// What an item of NewsML is to us, whatever the version.
struct NewsmlItem {
  enum class Kind { Text, Picture, Other };

  std::string id;  ///< The same for all versions.
  std::string version;
  Kind kind = Kind::Text;
  std::string kind_name;            ///< As the source calls it: "video".
  bool is_withdrawn = false;        ///< Canceled or withheld.
  bool is_held_back = false;        ///< Under an embargo without an end.
  SourceArticle article;            ///< Of a text.
  Image picture;                    ///< Of a picture.
  std::vector<std::string> linked;  ///< Ids of the items that it names.
};

/// A `newsItem` of NewsML-G2.
NewsmlItem newsml_g2_item(const XmlNode* item);
/// A `NewsItem` of NewsML 1.
NewsmlItem newsml_1_item(const XmlNode* item);

/// Takes the text of an article that stands in NITF, XHTML, other XML or as plain text below
/// `content`, and whatever else it says that `article` lacks.
void take_inline_text(const XmlNode* content, SourceArticle& article);

}  // namespace news
