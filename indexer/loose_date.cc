#include "indexer/loose_date.h"

namespace news {

std::optional<Date> read_date(std::string_view text, std::string_view) { return parse_date(text); }

}  // namespace news
