#pragma once

#include <string_view>

#include "indexer/intake.h"
#include "indexer/readers/source.h"

namespace news {

/// A web archive (WARC 0.17, 1.0, 1.1): each page of HTML in a `response` of status 200 or a
/// `resource` is read as read_html does, with the record's target and date where the page names no
/// address or date of publication. Other records are skipped. One record is held at a time; those
/// of more than max_article_bytes are rejected, and so are those whose length is wrong.
bool knows_warc(std::string_view beginning, std::string_view name);
void read_warc(const Source& source, Intake& intake);

}  // namespace news
