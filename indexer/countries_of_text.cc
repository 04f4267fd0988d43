#include "indexer/countries_of_text.h"

namespace news {

std::vector<std::string> countries_of_text(const Article&) { return {}; }

}  // namespace news
