#include "corpus/generate/query_log.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <map>
#include <sstream>

#include "searchd/searcher.h"
#include "tests/generate/made_up.h"
#include "tests/support/test_archive.h"

namespace generate {
namespace {

std::vector<Query> queries(const ArchiveOptions& archive, std::uint64_t count) {
  const QueryLog log(archive);
  std::vector<Query> queries;
  for (std::uint64_t i = 0; i < count; ++i) queries.push_back(log.query(i));
  return queries;
}

std::string decoded(const std::string& text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%') {
      out += static_cast<char>(std::stoi(text.substr(i + 1, 2), nullptr, 16));
      i += 2;
    } else {
      out += text[i] == '+' ? ' ' : text[i];
    }
  }
  return out;
}

news::SearchRequest request_of(const Query& query) {
  news::Parameters parameters;
  std::istringstream in(query.parameters);
  for (std::string pair; std::getline(in, pair, '&');) {
    const std::size_t equals = pair.find('=');
    parameters.emplace_back(pair.substr(0, equals), decoded(pair.substr(equals + 1)));
  }
  return news::parse_search_request(parameters);
}

TEST(QueryLog, IsTheSameForTheSameSeed) {
  const auto log_of = [](std::uint64_t seed) {
    std::string lines;
    std::uint64_t number = 0;
    for (const Query& query : queries({.articles = 2'000, .seed = seed}, 200)) {
      append_line(number++, query, lines);
    }
    return lines;
  };
  EXPECT_EQ(log_of(3), log_of(3));
  EXPECT_NE(log_of(3), log_of(4));
}

TEST(QueryLog, HasEachKindInItsShare) {
  std::map<std::string_view, std::uint32_t> counts;
  for (const Query& query : queries({.articles = 2'000}, 1'000)) ++counts[query.kind];
  std::uint32_t shares = 0;
  for (const QueryKind& kind : query_kinds()) {
    EXPECT_EQ(counts[kind.name], kind.share * 10) << kind.name;
    shares += kind.share;
  }
  EXPECT_EQ(shares, 100U);
}

TEST(QueryLog, HasOneToSixWords) {
  std::map<std::ptrdiff_t, int> lengths;
  for (const Query& query : queries({.articles = 2'000}, 1'000)) {
    if (query.kind == "filter") continue;
    ++lengths[std::count(query.words.begin(), query.words.end(), ' ') + 1];
  }
  for (std::ptrdiff_t length = 1; length <= 6; ++length) EXPECT_GT(lengths[length], 0) << length;
  EXPECT_EQ(lengths[7], 0);
  EXPECT_GT(lengths[1] + lengths[2], 600);
}

TEST(QueryLog, SaysFiltersAndDatesInTheQueryOrBesideIt) {
  int typed = 0;
  int beside = 0;
  for (const Query& query : queries({.articles = 2'000}, 1'000)) {
    if (query.country.empty()) continue;
    const bool in_q = query.q.find("country:" + query.country) != query.q.npos;
    const bool in_parameters =
        query.parameters.find("country=" + query.country) != query.parameters.npos;
    EXPECT_NE(in_q, in_parameters) << query.parameters;
    (in_q ? typed : beside) += 1;
  }
  EXPECT_GT(typed, 10);
  EXPECT_GT(beside, 10);
}

TEST(QueryLog, FindsSomethingWithMostQueries) {
  const ArchiveOptions options{.articles = 2'000};
  std::vector<std::string> lines;
  for (const Article& article : made_up_articles(options)) lines.push_back(line_of(article));
  news::TestArchive archive;
  archive.add_all(lines);
  const news::Searcher searcher(archive.index());
  std::map<std::string_view, int> found;
  int all = 0;
  for (const Query& query : queries(options, 500)) {
    if (searcher.search(request_of(query)).total == 0) continue;
    ++found[query.kind];
    ++all;
  }
  EXPECT_GT(all, 400);
  for (const QueryKind& kind : query_kinds()) EXPECT_GT(found[kind.name], 0) << kind.name;
}

}  // namespace
}  // namespace generate
