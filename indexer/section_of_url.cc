#include "indexer/section_of_url.h"

namespace news {

std::string section_of_url(std::string_view) { return {}; }

}  // namespace news
