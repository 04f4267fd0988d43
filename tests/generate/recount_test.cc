#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <random>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "common/analysis/analyzer.h"
#include "common/text.h"
#include "corpus/generate/query_log.h"
#include "searchd/searcher.h"
#include "tests/generate/made_up.h"
#include "tests/support/test_archive.h"

/// Every count of an answer is what a plain count over the stored articles gives, among the ids of
/// all hits.
namespace news {
namespace {

constexpr generate::ArchiveOptions archive_options{.articles = 2'000, .seed = 5};
constexpr int requests = 1'000;
// Fetching every hit is what takes the time, so they are short,
constexpr std::size_t most_body = 500;
// and of requests that find more than so many, one in so many is compared.
constexpr std::uint32_t many = 60;
constexpr int one_in = 40;

std::vector<std::string> one_if_any(const std::string& value) {
  std::vector<std::string> values;
  if (!value.empty()) values.push_back(value);
  return values;
}

/// In the order of schema::facets.
std::array<std::vector<std::string>, schema::facets.size()> values_of(const Article& article) {
  std::vector<std::string> authors;
  for (const Author& author : article.authors) authors.push_back(author.name);
  return {authors,
          article.countries,
          one_if_any(article.section),
          one_if_any(article.source),
          one_if_any(article.language),
          article.tags};
}

/// The articles of an index as they are stored, by id.
std::map<std::string, Article> stored_articles(const IndexFolder& index) {
  std::map<std::string, Article> articles;
  std::vector<std::string> warnings;
  const ArticleDatabase database = index.open(index.live());
  for (const Xapian::docid number : database.with_term({})) {
    Article article = parse_article(database.article(number), warnings);
    std::string name = article.id;
    articles.emplace(std::move(name), std::move(article));
  }
  return articles;
}

class Recount : public testing::Test {
 protected:
  Recount() {
    std::vector<std::string> lines;
    for (const generate::Article& made_up : generate::made_up_articles(archive_options)) {
      Article article = TestArchive::parse(generate::line_of(made_up));
      article.body = truncate_utf8(article.body, most_body);
      lines.push_back(print_article(article));
    }
    fill(lines);
    articles_ = stored_articles(archive_.index());
    searcher_.emplace(archive_.index());
  }

  /// Most of them in the base; of these some are corrected, some removed, and some come later.
  void fill(const std::vector<std::string>& lines) {
    const std::size_t in_base = lines.size() * 9 / 10;
    archive_.build({lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(in_base)});
    std::vector<std::string> later(lines.begin() + static_cast<std::ptrdiff_t>(in_base),
                                   lines.end());
    for (std::size_t i = 0; i < in_base; i += 20) {
      Article corrected = TestArchive::parse(lines[i]);
      corrected.section = "Corrections";
      corrected.title += " new";
      later.push_back(print_article(corrected));
    }
    archive_.add_all(later);
    for (std::size_t i = 7; i < in_base; i += 50) archive_.remove(TestArchive::parse(lines[i]).id);
    ASSERT_GT(archive_.index().open(archive_.index().live()).gone(), in_base / 20);
  }

  std::uint32_t pick(std::size_t below) { return static_cast<std::uint32_t>(random_() % below); }

  const Article& some_article() {
    return std::next(articles_.begin(), pick(articles_.size()))->second;
  }

  std::string some_words() {
    static const std::vector<std::string> common = {"new",  "said",       "people", "minister",
                                                    "year", "government", "city",   "market"};
    if (pick(3) == 0) return log_.query(pick(5'000)).words;
    std::string words;
    for (std::uint32_t i = 0; i <= pick(3); ++i) words += common[pick(common.size())] + " ";
    if (pick(4) == 0) words += "-" + common[pick(common.size())];
    return words;
  }

  void add_filter(Parameters& parameters) {
    const std::size_t facet = pick(schema::facets.size());
    const std::vector<std::string> values = values_of(some_article())[facet];
    std::string value = values.empty() ? "-" : values[pick(values.size())];
    if (pick(6) == 0) value = "!" + value;
    parameters.emplace_back(schema::facets[facet].name, value);
  }

  SearchRequest some_request() {
    Parameters parameters;
    if (pick(4) != 0) parameters.emplace_back("q", some_words());
    for (std::uint32_t i = pick(4); i > 0; --i) add_filter(parameters);
    const unsigned year = 2006 + pick(17);
    if (pick(3) == 0) parameters.emplace_back("from", std::to_string(year));
    if (pick(3) == 0) parameters.emplace_back("to", std::to_string(year + pick(4)) + "-06");
    static const std::vector<std::string> sorts = {"relevance", "newest", "oldest"};
    if (pick(2) == 0) parameters.emplace_back("sort", sorts[pick(sorts.size())]);
    static const std::vector<std::string> intervals = {"year", "month", "week", "day"};
    if (pick(2) == 0) {
      parameters.emplace_back("date_interval", intervals[pick(intervals.size())]);
    }
    if (pick(3) == 0) parameters.emplace_back("collapse", "stories");
    parameters.emplace_back("facet_size", "1000");
    parameters.emplace_back("per_page", "1");
    return parse_search_request(parameters);
  }

  /// The articles of all pages.
  std::vector<const Article*> all_hits(SearchRequest request) const {
    request.per_page = SearchRequest::max_per_page;
    request.facets.emplace();
    std::vector<const Article*> hits;
    do {
      const SearchResult result = searcher_->search(request);
      for (const Hit& hit : result.hits) hits.push_back(&articles_.at(hit.article.id));
      request.cursor = result.next_cursor;
    } while (!request.cursor.empty());
    return hits;
  }

  void compare_facet(const FacetResult& facet, std::size_t index,
                     const std::vector<const Article*>& hits) const {
    std::map<std::string, std::uint32_t> expected, told;
    std::uint32_t missing = 0;
    for (const Article* article : hits) {
      std::set<std::string> keys;
      const auto values = values_of(*article);
      for (const std::string& value : values[index]) keys.insert(fold_key(value));
      for (const std::string& key : keys) ++expected[key];
      if (keys.empty()) ++missing;
    }
    for (const FacetValue& value : facet.values) {
      if (value.count > 0) told[fold_key(value.value)] = value.count;
    }
    EXPECT_EQ(facet.missing, missing) << facet.name;
    EXPECT_EQ(facet.distinct, expected.size()) << facet.name;
    // At most 1,000 are told, of which the smallest all have one article.
    if (facet.distinct <= SearchRequest::max_facet_size) {
      EXPECT_EQ(told, expected) << facet.name;
    }
    for (const auto& [key, count] : told) EXPECT_EQ(count, expected[key]) << facet.name << key;
  }

  static void compare_dates(const DateFacet& dates, const std::vector<const Article*>& hits) {
    std::map<std::string, std::uint32_t> by_day;
    std::uint32_t missing = 0;
    const TimeZone utc;
    for (const Article* article : hits) {
      if (article->published) {
        ++by_day[to_string(utc.day(first_instant(*article->published, utc)))];
      } else {
        ++missing;
      }
    }
    EXPECT_EQ(dates.missing, missing);
    std::uint32_t counted = 0;
    for (const DateBucket& bucket : dates.buckets) {
      std::uint32_t expected = 0;
      for (auto day = by_day.lower_bound(bucket.from);
           day != by_day.end() && day->first <= bucket.to; ++day) {
        expected += day->second;
      }
      EXPECT_EQ(bucket.count, expected) << bucket.from;
      counted += expected;
    }
    EXPECT_EQ(counted + missing, hits.size()) << "a day is in no bucket, or in two";
  }

  /// False if it finds so much that it is left out.
  bool compare(const SearchRequest& request) {
    const SearchResult result = searcher_->search(request);
    if (result.total > many && pick(one_in) != 0) return false;
    SCOPED_TRACE(to_query_string(request));
    SearchRequest whole = request;
    whole.collapse_stories = false;
    const std::vector<const Article*> hits = all_hits(whole);
    EXPECT_EQ(result.total, hits.size());
    EXPECT_EQ(std::set<const Article*>(hits.begin(), hits.end()).size(), hits.size());
    std::set<std::string> stories;
    for (const Article* hit : hits) stories.insert(hit->story.empty() ? hit->id : hit->story);
    EXPECT_EQ(result.stories, stories.size());
    if (request.collapse_stories) {
      EXPECT_EQ(all_hits(request).size(), stories.size());
    }
    for (std::size_t i = 0; i < schema::facets.size(); ++i) {
      // A facet is counted without its own chosen values.
      SearchRequest unchosen = whole;
      unchosen.filters[i].any.clear();
      unchosen.filters[i].missing = false;
      compare_facet(result.facets.at(i), i, unchosen == whole ? hits : all_hits(unchosen));
    }
    compare_dates(result.date.value(), hits);
    return true;
  }

  std::mt19937 random_{2024};
  generate::QueryLog log_{archive_options};
  TestArchive archive_;
  std::map<std::string, Article> articles_;
  std::optional<Searcher> searcher_;
};

TEST_F(Recount, OfStoredArticlesGivesEveryCountExactly) {
  int filtered = 0;
  for (int compared = 0; compared < requests && !HasFailure();) {
    const SearchRequest request = some_request();
    if (!compare(request)) continue;
    ++compared;
    filtered += std::any_of(request.filters.begin(), request.filters.end(),
                            [](const FacetFilter& filter) { return !filter.empty(); })
                    ? 1
                    : 0;
  }
  EXPECT_GT(filtered, requests / 4);
}

}  // namespace
}  // namespace news
