#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace news {

/// The ISO 3166-1 alpha-2 code for a code (alpha-2 or alpha-3, any case) or for a country's name
/// in a common language ("Ukraine", "Deutschland", "U.S.", "Україна", "Czech Republic"). Case,
/// diacritics and punctuation do not matter. Nothing if nobody knows such a country.
/// May be called from several threads.
std::optional<std::string> country_code(std::string_view code_or_name);

/// Whether a name of several words that country_code knows begins with that word (`new`), in any
/// case. May be called from several threads.
bool begins_country_name(std::string_view word);

/// The languages (BCP 47) in which country_code knows the names of countries.
std::vector<std::string> country_languages();

/// All that countries go by in `language`, as (name, code); the English ones with those that are
/// in use beside ICU's. Codes are none of them.
std::vector<std::pair<std::string, std::string>> country_names(std::string_view language);

/// The country's name in `language` (BCP 47), from ICU; the code itself if ICU has none.
std::string country_name(std::string_view code, std::string_view language = "en");

}  // namespace news
