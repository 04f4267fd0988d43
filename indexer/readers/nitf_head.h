#pragma once

#include "indexer/source_article.h"
#include "indexer/xml_elements.h"

namespace news {

/// Fills in what the head of a NITF document says: `docdata` (ids, dates, keywords, identified
/// content, places of the event, corrections), `pubdata`, `tobject`, `meta`.
void take_nitf_head(const XmlNode* head, SourceArticle& article);

}  // namespace news
