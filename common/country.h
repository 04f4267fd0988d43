#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace news {

/// The ISO 3166-1 alpha-2 code for a code (alpha-2 or alpha-3, any case) or for a country's name
/// in a common language ("Ukraine", "Deutschland", "U.S.", "Україна", "Czech Republic"). Case,
/// diacritics and punctuation do not matter. Nothing if nobody knows such a country.
/// May be called from several threads.
std::optional<std::string> country_code(std::string_view code_or_name);

/// The country's name in `language` (BCP 47), from ICU; the code itself if ICU has none.
std::string country_name(std::string_view code, std::string_view language = "en");

}  // namespace news
