#pragma once

#include <string>
#include <vector>

#include "searchd/search_request.h"
#include "searchd/search_result.h"
#include "searchd/views/templates.h"

namespace news {

/// A page of hits. Their links carry `request` along.
ViewList hits_view(const SearchRequest& request, const std::vector<Hit>& hits);

/// What an element's `lang` attribute says: nothing where the language is that of the page,
/// English.
std::string foreign_language(const std::string& language);

/// What an element's `dir` attribute says: `rtl` for a language that is written so, else nothing.
std::string direction(const std::string& language);

/// A date for a `<time>`: what a reader sees, and `datetime` for programs. Nothing (false) if
/// absent.
View time_view(const std::optional<Date>& date);

/// What a reader typed, fit for showing: one line of valid UTF-8.
std::string shown_text(std::string_view typed);

}  // namespace news
