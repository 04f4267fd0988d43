#include <fmt/format.h>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <sstream>

#include "common/article_json.h"
#include "common/error.h"
#include "common/index_folder.h"
#include "common/schema.h"
#include "indexer/commands/commands.h"
#include "indexer/document_builder.h"

namespace news {

namespace {

/// A document as text, to compare by: its terms with their counts, and its values;
/// not the files it was read from, which do not follow from the article.
std::string print(const Xapian::Document& document) {
  std::string text;
  for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term) {
    if ((*term).starts_with(schema::source_term_prefix)) continue;
    text += fmt::format("{} {}\n", *term, term.get_wdf());
  }
  for (auto value = document.values_begin(); value != document.values_end(); ++value) {
    text += fmt::format("{}={}\n", value.get_valueno(), *value);
  }
  return text;
}

/// What is wrong with one stored article; empty if nothing is.
std::string problem(const ArticleDatabase& database, Xapian::docid id, DocumentBuilder& builder) {
  const Xapian::Document document = database.whole_document(id);
  std::vector<std::string> warnings;
  try {
    const Article article = parse_article(document.get_data(), warnings);
    const std::size_t found = database.with_term(schema::id_term(article.id)).size();
    if (found != 1) return fmt::format("{}: its id leads to {} articles", article.id, found);
    if (print(builder.build(article)) != print(document)) {
      return fmt::format("{}: its words or values are not those of its text", article.id);
    }
  } catch (const BadArticle& bad) {
    return fmt::format("article number {}: {}", id, bad.what());
  }
  return {};
}

std::uint64_t check_articles(const ArticleDatabase& database) {
  DocumentBuilder builder{TimeZone(database.metadata(schema::time_zone_key))};
  std::uint64_t wrong = 0;
  for (const Xapian::docid number : database.with_term(std::string())) {
    const std::string what = problem(database, number, builder);
    if (what.empty()) continue;
    fmt::print("{}\n", what);
    ++wrong;
  }
  return wrong;
}

/// Throws DatabaseCorruptError if it is damaged.
void check_part(const std::filesystem::path& path) {
  std::ostringstream report;
  const std::size_t broken = Xapian::Database::check(path.string(), 0, &report);
  if (broken > 0) throw Xapian::DatabaseCorruptError(report.str());
}

bool is_list(const PostingList& list, const Xapian::Database& database, const std::string& term) {
  PostingCursor cursor(list);
  const auto end = database.postlist_end(term);
  for (auto posting = database.postlist_begin(term); posting != end; ++posting, cursor.next()) {
    if (cursor.id() != *posting || cursor.wdf() != posting.get_wdf()) return false;
  }
  return cursor.at_end();
}

/// Throws DatabaseCorruptError if the file of postings is not what the tables of the base have.
void check_postings(const ArticleDatabase& articles) {
  const Xapian::Database& base = articles.parts().front();
  const std::shared_ptr<const PostingFile>& file = articles.files().postings;
  const auto end = base.allterms_end();
  for (auto term = base.allterms_begin(); term != end; ++term) {
    if (term.get_termfreq() <= PostingFile::few) continue;
    const std::optional<PostingList> list = file ? file->find(*term) : std::nullopt;
    if (list && list->size == term.get_termfreq() && is_list(*list, base, *term)) continue;
    throw Xapian::DatabaseCorruptError(
        fmt::format("its file of postings is not that of its tables, for the term {}", *term));
  }
}

}  // namespace

int check(const Options& options) {
  const IndexFolder index(options.index);
  const std::string generation = index.live();
  const ArticleDatabase database = index.open(generation);
  std::uint64_t wrong = 0;
  try {
    if (index.has_base(generation)) {
      check_part(index.base(generation));
      check_postings(database);
    }
    check_part(index.recent(generation));
    wrong = check_articles(database);
  } catch (const Xapian::Error& error) {
    throw Error(fmt::format("{} is damaged: {}", options.index, error.get_msg()),
                "index again with: newsindex rebuild PATH");
  }
  if (!options.quiet) {
    fmt::print(stderr, "checked {} articles: {} wrong\n", database.articles(), wrong);
  }
  return wrong == 0 ? done : done_but_some_rejected;
}

}  // namespace news
