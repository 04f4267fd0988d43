#pragma once

#include <nlohmann/json_fwd.hpp>

#include "indexer/source_article.h"

namespace news {

/// The article that a ninjs object of any version describes.
SourceArticle ninjs_article(const nlohmann::json& item);

}  // namespace news
