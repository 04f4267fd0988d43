#include "searchd/story.h"

#include <limits>
#include <optional>
#include <string>
#include <unordered_set>

#include "common/schema.h"

namespace news {

namespace {

const std::string& original_of(const Article& article) {
  return article.story.empty() ? article.id : article.story;
}

}  // namespace

Story story_of(Xapian::docid id, const Article& article, const ArticleDatabase& database,
               const Columns& columns) {
  Story story;
  if (!columns.story(id)) return story;
  if (!article.story.empty() && find_visible(article.story, database, columns)) {
    story.original = article.story;
  }
  const bool all_visible = columns.visible_count() == database.both().get_doccount();
  if (!all_visible || (!article.story.empty() && story.original.empty())) {
    const auto others =
        others_of(article, database, columns, std::numeric_limits<std::size_t>::max());
    story.copies = static_cast<std::uint32_t>(others.size());
    return story;
  }
  // The copies; of a copy: the original in its place.
  story.copies = database.both().get_termfreq(schema::story_term(original_of(article)));
  return story;
}

void collapse_stories(const Columns& columns, std::vector<FoundArticle>& ranked) {
  std::unordered_set<std::uint32_t> shown;
  std::erase_if(ranked, [&](const FoundArticle& article) {
    const auto story = columns.story(article.id);
    return story && !shown.insert(*story).second;
  });
}

std::vector<Xapian::docid> others_of(const Article& article, const ArticleDatabase& database,
                                     const Columns& columns, std::size_t most) {
  std::vector<Xapian::docid> found;
  const std::string& original = original_of(article);
  const auto self = find_visible(article.id, database, columns);
  const auto first = find_visible(original, database, columns);
  if (first && first != self) found.push_back(*first);
  const std::string term = schema::story_term(original);
  for (const Xapian::docid number : database.with_term(term)) {
    if (found.size() == most) break;
    if (columns.visible(number) && number != self) found.push_back(number);
  }
  return found;
}

}  // namespace news
