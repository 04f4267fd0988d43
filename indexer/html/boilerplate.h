#pragma once

#include "indexer/html/page.h"

namespace news::html {

/// What an element says of itself, by its tag, role, class and id.
enum class Standing {
  Unknown,
  Aside,    ///< Not part of the text: navigation, share bars, related articles, comments, ads.
  Caption,  ///< A picture's caption or credit.
  Byline,   ///< Who wrote it and when.
};

Standing standing_of(const Node& node);

}  // namespace news::html
