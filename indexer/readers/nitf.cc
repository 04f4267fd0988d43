#include "indexer/readers/nitf.h"

#include <string>
#include <utility>

#include "indexer/readers/nitf_article.h"
#include "indexer/readers/xml_source.h"

namespace news {

bool knows_nitf(std::string_view beginning, std::string_view) {
  const std::string root = root_element(beginning);
  const bool has_nitf = beginning.find("<nitf") != std::string_view::npos;
  return root == "nitf" || ((root == "contentSet" || root == "inlineXML") && has_nitf);
}

void read_nitf(const Source& source, Intake& intake) {
  std::size_t number = 0;
  const auto wanted = [](std::string_view name, int) { return name == "nitf"; };
  const bool is_whole =
      read_elements(source, intake, wanted, [&](const XmlNode* node, const Place& place) {
        SourceArticle article = nitf_article(node);
        ++number;
        const std::string& known = article.id.empty() ? article.url : article.id;
        if (is_withdrawn_nitf(node) && !known.empty()) return intake.removed(known, place);
        if (known.empty()) {
          article.id = source.name + (number > 1 ? '#' + std::to_string(number) : std::string());
        }
        take_article(std::move(article), place, intake);
      });
  if (number == 0 && is_whole) {
    intake.rejected({.source = source.name}, "has no NITF document in it; expected an element nitf",
                    {});
  }
}

}  // namespace news
