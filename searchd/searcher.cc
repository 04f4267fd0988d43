#include "searchd/searcher.h"

#include <algorithm>
#include <chrono>
#include <utility>
#include <vector>

#include "common/analysis/analyzer.h"
#include "common/article_json.h"
#include "common/error.h"
#include "common/schema.h"
#include "searchd/archive_languages.h"
#include "searchd/article_view.h"
#include "searchd/facet_results.h"
#include "searchd/follower.h"
#include "searchd/highlighter.h"
#include "searchd/name_spellings.h"
#include "searchd/pool.h"
#include "searchd/query_builder.h"
#include "searchd/query_parser.h"
#include "searchd/search_run.h"
#include "searchd/snapshot.h"
#include "searchd/story.h"

namespace news {

namespace {

// A request starts again with a newer snapshot when a writer has overtaken it. Commits come seconds
// apart, so this many in a row means that something is wrong.
constexpr int max_attempts = 10;

// Of a story, on the page of one of its articles.
constexpr std::size_t most_others = 10;

/// An article as it is shown: its moments have an offset, so that every client reads them alike.
Article read_article(const Xapian::Database& database, Xapian::docid id, const TimeZone& zone) {
  std::vector<std::string> warnings;
  Article article = parse_article(database.get_document(id).get_data(), warnings);
  for (std::optional<Date>* date :
       {&article.published, &article.first_published, &article.updated}) {
    if (*date) *date = with_offset(**date, zone);
  }
  return article;
}

/// One request on one snapshot.
class Request {
 public:
  Request(const Snapshot& snapshot, const Synonyms& synonyms, Analyzer& analyzer)
      : snapshot_(snapshot),
        synonyms_(synonyms),
        analyzer_(analyzer),
        database_(snapshot.database()) {}

  SearchResult search(const SearchRequest& request) {
    BuiltQuery query = build(request.q, request.names);
    const Found found = run_search(snapshot_, *database_, query, request);
    SearchResult result{.query = std::move(query.echo),
                        .total = found.counts.total,
                        .revision = snapshot_.revision(),
                        .hits = {},
                        .facets = facet_results(snapshot_.columns(), found.counts, request),
                        .date = {},
                        .next_cursor = found.next ? print_cursor(*found.next) : std::string(),
                        .relaxed = found.relaxed};
    if (request.wants_facet("date")) {
      result.date = date_facet(snapshot_.columns(), found.counts, request, snapshot_.zone());
    }
    Highlighter highlighter(query.searched, analyzer_);
    for (std::size_t i = 0; i < found.page.size(); ++i) {
      const FoundArticle& article = found.page[i];
      Hit hit =
          make_hit(read_article(*database_, article.id, snapshot_.zone()), highlighter, analyzer_);
      hit.score = article.score;
      if (found.relaxed) {
        for (const std::size_t word : found.missing[i]) {
          hit.missing_words.push_back(query.words[word].text);
        }
      }
      hit.story = story_of(hit.article, *database_, snapshot_.columns());
      result.hits.push_back(std::move(hit));
    }
    return result;
  }

  std::optional<ArticleResult> article(std::string_view id, std::string_view q) {
    const std::string term = schema::id_term(id);
    const auto posting = database_->postlist_begin(term);
    if (posting == database_->postlist_end(term)) return std::nullopt;
    if (!snapshot_.columns().visible(*posting)) return std::nullopt;
    const BuiltQuery query = build(q, Names::Any);
    Highlighter highlighter(query.searched, analyzer_);
    ArticleResult result = make_article_result(read_article(*database_, *posting, snapshot_.zone()),
                                               highlighter, analyzer_);
    result.revision = snapshot_.revision();
    result.story = story_of(result.article, *database_, snapshot_.columns());
    result.others = others(result.article);
    return result;
  }

 private:
  std::vector<Article> others(const Article& article) const {
    std::vector<Article> list;
    for (const Xapian::docid id :
         others_of(article, *database_, snapshot_.columns(), most_others)) {
      list.push_back(read_article(*database_, id, snapshot_.zone()));
      list.back().body.clear();
    }
    return list;
  }

  BuiltQuery build(std::string_view q, Names names) {
    const auto languages = archive_languages(snapshot_.columns(), snapshot_.totals());
    NameSpellings spellings(*database_, languages, synonyms_, analyzer_);
    QueryBuilder builder(*database_, languages, snapshot_.zone(), analyzer_,
                         names == Names::Any ? &spellings : nullptr);
    return builder.build(parse_query(q));
  }

  const Snapshot& snapshot_;
  const Synonyms& synonyms_;
  Analyzer& analyzer_;
  Pool<Xapian::Database>::Lease database_;
};

std::optional<std::string> day_text(std::int32_t day) {
  if (day == Columns::undated) return std::nullopt;
  return to_string(CalendarDay{std::chrono::days(day)});
}

}  // namespace

struct Searcher::Private {
  Private(IndexFolder index, std::size_t searches, Synonyms names)
      : synonyms(std::move(names)), follower(std::move(index), searches) {
    for (std::size_t i = 0; i < searches; ++i) analyzers.put(std::make_unique<Analyzer>());
  }

  /// Calls `answer` with a Request; again with a newer snapshot while a writer overtakes it.
  template <typename Answer>
  auto answer(const Answer& answer) {
    const auto analyzer = analyzers.lease();
    std::shared_ptr<const Snapshot> snapshot = follower.snapshot();
    for (int attempt = 1;; ++attempt) {
      try {
        Request request(*snapshot, synonyms, *analyzer);
        return answer(request);
      } catch (const Xapian::DatabaseModifiedError&) {
        if (attempt == max_attempts) throw Error("the index changes faster than it can be read");
      } catch (const Xapian::Error& error) {
        throw Error(error.get_description(), "check the index with: newsindex check");
      }
      snapshot = follower.newer_than(snapshot);
    }
  }

  const Synonyms synonyms;
  Follower follower;
  Pool<Analyzer> analyzers;
};

Searcher::Searcher(IndexFolder index, std::size_t searches, Synonyms synonyms)
    : private_(std::make_unique<Private>(std::move(index), std::max<std::size_t>(searches, 1),
                                         std::move(synonyms))) {}

Searcher::~Searcher() = default;

SearchResult Searcher::search(const SearchRequest& request) const {
  const auto begin = std::chrono::steady_clock::now();
  SearchResult result = private_->answer([&](Request& running) { return running.search(request); });
  const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - begin;
  result.took_ms = took.count();
  return result;
}

std::optional<ArticleResult> Searcher::article(std::string_view id, std::string_view q) const {
  return private_->answer([&](Request& running) { return running.article(id, q); });
}

ArchiveSummary Searcher::summary() const {
  const auto snapshot = private_->follower.snapshot();
  const Columns& columns = snapshot->columns();
  return {.articles = columns.visible_count(),
          .first_day = day_text(columns.first_day()),
          .last_day = day_text(columns.last_day()),
          .revision = snapshot->revision()};
}

bool Searcher::ready(std::string& why) const {
  why = private_->follower.problem();
  return why.empty();
}

}  // namespace news
