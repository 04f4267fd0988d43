#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "searchd/completions.h"
#include "searchd/problem.h"
#include "searchd/search_request.h"
#include "searchd/search_result.h"

namespace news {

/// The answer of /api/v1/search: one JSON object. What is not given is null.
std::string search_json(const SearchRequest& request, const SearchResult& result);

/// The number in an answer of search_json that says how long it took; empty in any other text.
std::string_view find_took_ms(std::string_view answer);
/// Such a number, for milliseconds.
std::string print_took_ms(double took_ms);

/// The answer of /api/v1/articles/{id}: every field of the article, and its texts marked in HTML.
std::string article_json(const ArticleResult& result);

/// The answer of /api/v1/articles/{id}/related.
std::string related_json(const ArticleResult& result);

/// The completions of what was typed.
std::string completions_json(std::string_view q, const std::vector<Completion>& completions);

/// As application/problem+json.
std::string problem_json(const Problem& problem);

}  // namespace news
