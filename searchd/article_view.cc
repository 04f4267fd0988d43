#include "searchd/article_view.h"

#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/schema.h"
#include "common/text.h"
#include "searchd/snippet.h"

namespace news {

namespace {

// Snippets are cut from the first so many bytes of a text: what fifty thousand words are before
// the first match is no longer news, and analysis takes time.
constexpr std::size_t most_analysed = 300'000;

std::string_view language_of(const Article& article) {
  return article.language.empty() ? schema::default_language : std::string_view(article.language);
}

std::string marked(std::string_view text, std::string_view field, const Article& article,
                   Highlighter& highlighter, Analyzer& analyzer) {
  if (highlighter.parts() == 0) return escape_html(text);
  const std::string_view language = language_of(article);
  const auto words = analyzer.analyze_some(text, language, highlighter.beginnings(language));
  const auto matches = highlighter.find(words, language, field);
  return mark_html(text, matches, 0, text.size());
}

std::string snippet(const Article& article, Highlighter& highlighter, Analyzer& analyzer) {
  const std::string_view language = language_of(article);
  // In the order in which they are taken where none shows more of the query than another.
  const std::string_view texts[] = {article.body, article.standfirst, article.correction,
                                    article.image ? std::string_view(article.image->caption) : ""};
  const Beginnings& wanted = highlighter.beginnings(language);
  std::string best;
  std::size_t best_shown = 0;
  for (const std::string_view whole : texts) {
    if (whole.empty()) continue;
    const std::string_view text = truncate_utf8(whole, most_analysed);
    const std::vector<Token> words = analyzer.analyze_some(text, language, wanted);
    const std::vector<Match> matches = highlighter.find(words, language, {});
    const std::size_t shown = shown_parts(matches);
    if (!best.empty() && shown <= best_shown) continue;
    best = snippet_html(text, matches, analyzer);
    best_shown = shown;
    if (shown == highlighter.parts()) break;
  }
  return best;
}

std::vector<std::string_view> paragraphs(std::string_view body) {
  std::vector<std::string_view> result;
  while (!body.empty()) {
    const std::size_t end = std::min(body.find("\n\n"), body.size());
    if (end > 0) result.push_back(body.substr(0, end));
    body.remove_prefix(std::min(body.find_first_not_of('\n', end), body.size()));
  }
  return result;
}

}  // namespace

Hit make_hit(Article article, Highlighter& highlighter, Analyzer& analyzer) {
  Hit hit;
  hit.title_html = marked(article.title, "title", article, highlighter, analyzer);
  // Without a query the standfirst says best what an article is about.
  const bool introduce = highlighter.parts() == 0 && !article.standfirst.empty();
  hit.snippet_html =
      introduce ? escape_html(article.standfirst) : snippet(article, highlighter, analyzer);
  article.body.clear();
  hit.article = std::move(article);
  return hit;
}

ArticleResult make_article_result(Article article, Highlighter& highlighter, Analyzer& analyzer) {
  ArticleResult result;
  result.title_html = marked(article.title, "title", article, highlighter, analyzer);
  result.standfirst_html = marked(article.standfirst, {}, article, highlighter, analyzer);
  for (const std::string_view paragraph : paragraphs(article.body)) {
    result.paragraphs_html.push_back(marked(paragraph, {}, article, highlighter, analyzer));
  }
  result.article = std::move(article);
  return result;
}

}  // namespace news
