#include "searchd/searcher.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <thread>
#include <utility>
#include <vector>

#include "common/analysis/analyzer.h"
#include "common/error.h"
#include "common/schema.h"
#include "common/stored_article.h"
#include "searchd/archive_languages.h"
#include "searchd/article_view.h"
#include "searchd/date_span.h"
#include "searchd/facet_results.h"
#include "searchd/follower.h"
#include "searchd/hands.h"
#include "searchd/helper.h"
#include "searchd/highlighter.h"
#include "searchd/name_spellings.h"
#include "searchd/pool.h"
#include "searchd/query_builder.h"
#include "searchd/query_parser.h"
#include "searchd/related.h"
#include "searchd/search_run.h"
#include "searchd/snapshot.h"
#include "searchd/spelling.h"
#include "searchd/story.h"
#include "searchd/vocabulary_follower.h"

namespace news {

namespace {

// A request starts again with a newer snapshot when a writer has overtaken it. Commits come seconds
// apart, so this many in a row means that something is wrong.
constexpr int max_attempts = 10;

// Of a story, on the page of one of its articles.
constexpr std::size_t most_others = 10;

// A query that finds less than this finds few articles: then also words that are in the archive
// may be meant otherwise, if that finds so many times more.
constexpr std::uint32_t few_articles = 20;
constexpr std::uint32_t far_more = 5;

/// Whether what was typed could be the id of an article, rather than a word or a year.
bool looks_like_id(std::string_view typed) {
  constexpr std::size_t shortest = 5;
  return typed.size() >= shortest && typed.find(' ') == std::string_view::npos &&
         typed.find_first_of("0123456789-_/:.") != std::string_view::npos;
}

bool is_url(const std::optional<QueryNode>& query) {
  return query && query->kind == QueryNode::Kind::Filter && query->field == "url";
}

/// An article as it is shown: its moments have an offset, so that every client reads them alike.
Article read_article(const ArticleDatabase& database, Xapian::docid id, const TimeZone& zone) {
  Article article = read_stored_article(database.article(id));
  for (std::optional<Date>* date :
       {&article.published, &article.first_published, &article.updated}) {
    if (*date) *date = with_offset(**date, zone);
  }
  return article;
}

/// What requests are lent.
struct Tools {
  Pool<Analyzer> analyzers;  // a helper has one as well
  Pool<Helper> helpers;
  std::size_t processors = std::max(1U, std::thread::hardware_concurrency());
};

/// One request on one snapshot.
class Request {
 public:
  Request(const Snapshot& snapshot, Analyzer& analyzer, Tools& tools,
          const SearcherSettings& settings, const Vocabulary* vocabulary)
      : snapshot_(snapshot),
        analyzer_(analyzer),
        tools_(tools),
        synonyms_(settings.synonyms),
        vocabulary_(vocabulary),
        recency_{.half_life = settings.recency_half_life, .now = settings.clock()},
        languages_(archive_languages(snapshot.columns(), snapshot.totals())),
        database_(snapshot.database()),
        hands_(*database_) {}

  SearchResult search(const SearchRequest& request) {
    call_helper();
    const ParsedQuery parsed = parse(*database_, request.q);
    BuiltQuery query = build(own(), parsed, request.names);
    const std::optional<DateOffer> date = parsed.root ? date_in_words(*parsed.root) : std::nullopt;
    const bool names_date = request.from || request.to || query.dates.bounded() || date;
    const bool first_page = request.page == 1 && request.cursor.empty();
    SearchResult result;
    Found found;
    std::optional<Hands::Meanwhile> beside;  // what needs no page
    run_search(snapshot_, hands_, query, request, names_date ? Recency{} : recency_, found, [&] {
      beside.emplace(hands_, [&](const Hand& hand) {
        show_counts(found.counts, request, result);
        if (!first_page || !parsed.root) return;
        result.suggestion = suggestion(hand, *parsed.root, request, with_all_words(found));
      });
    });
    result.query = std::move(query.echo);
    result.total = found.counts.total;
    result.stories = found.counts.stories;
    result.revision = snapshot_.revision();
    result.relaxed = found.relaxed;
    if (found.next) result.next_cursor = print_cursor(*found.next);
    if (date && first_page && !request.from && !request.to) result.offer = offer(*date, request);
    result.momentary = says_hours(request.q) || says_hours(result.query.searched);
    if (result.total == 0 && is_url(query.searched)) {
      result.query.notes.push_back("no article here has this address");
    }
    show_hits(found, query, result);
    beside->finish();
    return result;
  }

  std::optional<ArticleResult> article(std::string_view id, std::string_view q,
                                       std::size_t most_related) {
    const std::optional<Xapian::docid> number = find_visible(id, *database_, snapshot_.columns());
    if (!number) return std::nullopt;
    const BuiltQuery query = build(own(), parse(*database_, q), Names::Any);
    Highlighter highlighter(query.searched, analyzer_);
    ArticleResult result = make_article_result(read_article(*database_, *number, snapshot_.zone()),
                                               highlighter, analyzer_);
    result.revision = snapshot_.revision();
    result.story = story_of(*number, result.article, *database_, snapshot_.columns());
    result.others = others(result.article);
    if (most_related > 0) result.related = related(*number, most_related);
    return result;
  }

  std::vector<Completion> complete(std::string_view typed) {
    if (vocabulary_ == nullptr) return {};
    const Completions::Present present{
        .columns = snapshot_.columns(),
        .totals = snapshot_.totals(),
        .database = *database_,
        .same_generation = vocabulary_->generation == snapshot_.generation(),
        .language = languages_.front().code};
    return vocabulary_->completions.complete(typed, present, analyzer_);
  }

 private:
  /// What a helper works with.
  struct Help {
    Pool<Helper>::Lease helper;
    Pool<Analyzer>::Lease analyzer;
    Pool<ArticleDatabase>::Lease database;
  };

  /// The request's own thread.
  Hand own() const { return {0, *database_}; }

  /// If a processor has nothing else to do.
  void call_helper() {
    auto analyzer = tools_.analyzers.try_lease(tools_.processors);
    auto helper = analyzer ? tools_.helpers.try_lease() : std::nullopt;
    auto database = helper ? snapshot_.free_database() : std::nullopt;
    if (!database) return;
    help_.emplace(Help{std::move(*helper), std::move(*analyzer), std::move(*database)});
    hands_.add(*help_->helper, *help_->database);
  }

  void show_counts(const Counts& counts, const SearchRequest& request, SearchResult& result) const {
    result.facets = facet_results(snapshot_.columns(), counts, request);
    if (!request.wants_facet("date")) return;
    result.date = date_facet(snapshot_.columns(), counts, request, snapshot_.zone());
  }

  void show_hits(const Found& found, const BuiltQuery& query, SearchResult& result) {
    std::array<std::optional<Highlighter>, Hands::most> highlighters;
    result.hits.resize(found.page.size());
    hands_.share(result.hits.size(), [&](std::size_t place, const Hand& hand) {
      Analyzer& analyzer = analyzer_of(hand);
      std::optional<Highlighter>& highlighter = highlighters[hand.number];
      if (!highlighter) highlighter.emplace(query.searched, analyzer);
      result.hits[place] = hit(found.page[place], *highlighter, hand.database, analyzer);
    });
    for (std::size_t i = 0; i < found.missing.size(); ++i) {
      for (const std::size_t word : found.missing[i]) {
        result.hits[i].missing_words.push_back(query.words[word].text);
      }
    }
  }

  Analyzer& analyzer_of(const Hand& hand) {
    return hand.number == 0 ? analyzer_ : *help_->analyzer;
  }

  Hit hit(const FoundArticle& found, Highlighter& highlighter, const ArticleDatabase& database,
          Analyzer& analyzer) const {
    Hit hit = make_hit(read_article(database, found.id, snapshot_.zone()), highlighter, analyzer);
    hit.score = found.score;
    hit.story = story_of(found.id, hit.article, database, snapshot_.columns());
    return hit;
  }

  /// What a request finds, by one hand alone; of the page and the facets nothing.
  Found count(const Hand& hand, SearchRequest request) {
    request.facets.emplace();
    request.sort = Sort::Newest;  // which takes one pass
    request.per_page = 1;
    const BuiltQuery query = build(hand, parse(hand.database, request.q), request.names);
    Found found;
    run_search(snapshot_, Hands(hand.database), query, request, {}, found);
    return found;
  }

  /// The articles that have all words of a query: more of them, not more that have some, make a
  /// correction better.
  static std::uint32_t with_all_words(const Found& found) {
    return found.relaxed ? found.relaxed->all_words : found.counts.total;
  }

  std::optional<Suggestion> suggestion(const Hand& hand, const QueryNode& query,
                                       SearchRequest request, std::uint32_t total) {
    if (vocabulary_ == nullptr) return std::nullopt;
    Spelling spelling(vocabulary_->lexicon, hand.database, languages_, analyzer_of(hand));
    for (const Correction& correction : spelling.corrections(query, total < few_articles)) {
      request.q = to_string(correction.query);
      const Found corrected = count(hand, request);
      const std::uint32_t found = with_all_words(corrected);
      const bool enough = correction.of_unknown_word ? found > total : found >= far_more * total;
      if (found > 0 && enough) return Suggestion{request.q, corrected.counts.total};
    }
    return std::nullopt;
  }

  std::optional<DateOffer> date_in_words(const QueryNode& query) const {
    return find_date_offer(query, languages_.front().code, snapshot_.zone(), recency_.now);
  }

  /// With what it finds; nothing if that is nothing.
  std::optional<DateOffer> offer(DateOffer date, SearchRequest request) {
    request.q = date.q;
    request.from = date.span.from;
    request.to = date.span.to;
    date.total = count(own(), request).counts.total;
    return date.total == 0 ? std::nullopt : std::optional(std::move(date));
  }

  /// An article of a list: its body is left out.
  Article listed(Xapian::docid id) const {
    Article article = read_article(*database_, id, snapshot_.zone());
    article.body.clear();
    return article;
  }

  std::vector<Article> others(const Article& article) const {
    std::vector<Article> list;
    for (const Xapian::docid id :
         others_of(article, *database_, snapshot_.columns(), most_others)) {
      list.push_back(listed(id));
    }
    return list;
  }

  std::vector<RelatedArticle> related(Xapian::docid id, std::size_t most) const {
    std::vector<RelatedArticle> list;
    for (const FoundArticle& found : related_articles(id, *database_, snapshot_.columns(), most)) {
      list.push_back({listed(found.id), found.score});
    }
    return list;
  }

  /// What was typed may also be the id of an article.
  ParsedQuery parse(const ArticleDatabase& database, std::string_view q) const {
    ParsedQuery parsed = parse_query(q);
    const bool filter = parsed.root && parsed.root->kind == QueryNode::Kind::Filter;
    const bool is_id = !filter && looks_like_id(parsed.typed) &&
                       find_visible(parsed.typed, database, snapshot_.columns());
    if (!is_id) return parsed;
    QueryNode id{
        .kind = QueryNode::Kind::Filter, .text = parsed.typed, .field = "id", .children = {}};
    if (!parsed.root) {
      parsed.root = std::move(id);
    } else {
      parsed.root = {.kind = QueryNode::Kind::Or,
                     .children = {QueryNode(*parsed.root), std::move(id)}};
    }
    return parsed;
  }

  BuiltQuery build(const Hand& hand, ParsedQuery parsed, Names names) {
    Analyzer& analyzer = analyzer_of(hand);
    NameSpellings spellings(hand.database, snapshot_.base_names(), languages_, synonyms_, analyzer);
    QueryBuilder builder(hand.database, languages_, snapshot_.zone(), recency_.now, analyzer,
                         names == Names::Any ? &spellings : nullptr);
    return builder.build(std::move(parsed));
  }

  const Snapshot& snapshot_;
  Analyzer& analyzer_;
  Tools& tools_;
  const Synonyms& synonyms_;
  const Vocabulary* vocabulary_;  // may be null
  Recency recency_;
  std::vector<ArchiveLanguage> languages_;
  Pool<ArticleDatabase>::Lease database_;
  std::optional<Help> help_;
  Hands hands_;
};

std::optional<std::string> day_text(std::int32_t day) {
  if (day == Columns::undated) return std::nullopt;
  return to_string(CalendarDay{std::chrono::days(day)});
}

}  // namespace

struct Searcher::Private {
  Private(const IndexFolder& index, const SearcherSettings& how)
      : settings(how), follower(index, searches()), vocabulary(index, follower) {
    for (std::size_t i = 0; i < searches(); ++i) tools.analyzers.put(std::make_unique<Analyzer>());
    for (std::size_t i = 1; i < tools.processors; ++i) {
      tools.helpers.put(std::make_unique<Helper>());
    }
  }

  std::size_t searches() const { return std::max<std::size_t>(settings.searches, 1); }

  /// Calls `answer` with a Request; again with a newer snapshot while a writer overtakes it.
  template <typename Answer>
  auto answer(const Answer& answer) {
    const auto analyzer = tools.analyzers.lease();
    const std::shared_ptr<const Vocabulary> words = vocabulary.vocabulary();
    std::shared_ptr<const Snapshot> snapshot = follower.snapshot();
    for (int attempt = 1;; ++attempt) {
      try {
        Request request(*snapshot, *analyzer, tools, settings, words.get());
        return answer(request);
      } catch (const Xapian::DatabaseModifiedError&) {
        if (attempt == max_attempts) throw Error("the index changes faster than it can be read");
      } catch (const Xapian::Error& error) {
        throw Error(error.get_description(), "check the index with: newsindex check");
      }
      snapshot = follower.newer_than(snapshot);
    }
  }

  const SearcherSettings settings;
  Follower follower;
  VocabularyFollower vocabulary;
  Tools tools;
};

Searcher::Searcher(const IndexFolder& index, const SearcherSettings& settings)
    : private_(std::make_unique<Private>(index, settings)) {}

Searcher::~Searcher() = default;

SearchResult Searcher::search(const SearchRequest& request) const {
  const auto begin = std::chrono::steady_clock::now();
  SearchResult result = private_->answer([&](Request& running) { return running.search(request); });
  const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - begin;
  result.took_ms = took.count();
  return result;
}

std::optional<ArticleResult> Searcher::article(std::string_view id, std::string_view q,
                                               std::size_t related) const {
  return private_->answer([&](Request& running) { return running.article(id, q, related); });
}

std::vector<Completion> Searcher::complete(std::string_view typed) const {
  return private_->answer([&](Request& running) { return running.complete(typed); });
}

ArchiveSummary Searcher::summary() const {
  const auto snapshot = private_->follower.snapshot();
  const Columns& columns = snapshot->columns();
  return {.articles = columns.visible_count(),
          .first_day = day_text(columns.first_day()),
          .last_day = day_text(columns.last_day()),
          .revision = snapshot->revision()};
}

std::string Searcher::state() const {
  const Instant now = private_->settings.clock();
  const auto snapshot = private_->follower.opened();
  const CalendarDay local = private_->follower.snapshot()->zone().day(now);
  // Newness goes by the days of UTC, dates in words by those of the index.
  return fmt::format("{}.{}.{}.{}", snapshot, private_->vocabulary.loaded(),
                     TimeZone().day(now).time_since_epoch().count(),
                     local.time_since_epoch().count());
}

bool Searcher::ready(std::string& why) const {
  why = private_->follower.problem();
  return why.empty();
}

}  // namespace news
