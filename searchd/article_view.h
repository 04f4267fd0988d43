#pragma once

#include "common/analysis/analyzer.h"
#include "common/article.h"
#include "searchd/highlighter.h"
#include "searchd/search_result.h"

namespace news {

/// A hit: the headline marked, and a snippet of the text that shows most of the query.
Hit make_hit(Article article, Highlighter& highlighter, Analyzer& analyzer);

/// The whole article, marked.
ArticleResult make_article_result(Article article, Highlighter& highlighter, Analyzer& analyzer);

}  // namespace news
