#pragma once

#include "indexer/source_article.h"
#include "indexer/xml_elements.h"

namespace news {

/// The article that an element `nitf` of any version of NITF 3 describes, as agencies or as the New
/// York Times corpus use it. What the document does not say is empty.
SourceArticle nitf_article(const XmlNode* nitf);

/// Whether the document says that it is no more, or not to be published.
bool is_withdrawn_nitf(const XmlNode* nitf);

}  // namespace news
