#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/article.h"

namespace news {

/// The people who wrote it by a byline, each once, in order, with the roles it gives them: "By ANNA
/// KOWALSKA, Chief Correspondent, and Tom O'Neil in Kyiv; editing by John Smith" gives Anna
/// Kowalska (Chief Correspondent) and Tom O'Neil. Editors, photographers and translators are left
/// out, and so are places, agencies, newspapers, "Staff", addresses and handles. "Kowalska, Anna"
/// is turned round where all of the byline is written so. At most the first 2000 bytes are read.
/// May be called from several threads.
std::vector<Author> read_byline(std::string_view byline);

/// The agency of a byline that has nothing but the name of a known news agency ("By REUTERS" is
/// REUTERS); else empty.
std::string agency_of_byline(std::string_view byline);

}  // namespace news
