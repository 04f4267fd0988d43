#include <gmock/gmock.h>

#include <fstream>
#include <regex>
#include <sstream>

#include "searchd/query_builder.h"
#include "tests/support/test_archive.h"

namespace news {
namespace {

/// A Wednesday noon.
constexpr Instant some_wednesday = 1'715'774'400;  // 2024-05-15T12:00:00Z

/// Xapian's description of a query. Its leaves are posting sources, which say what they are.
std::string describe(const Xapian::Query& query) {
  static const std::regex leaf(R"(PostingSource\(([^()]*|\([^()]*\))\))");
  return std::regex_replace(query.get_description(), leaf, "$1");
}

std::string joined(const std::vector<std::string>& parts) {
  std::string text;
  for (const std::string& part : parts) text += (text.empty() ? "" : " | ") + part;
  return text;
}

/// A query through all its stages, as corpus/query-language.txt has it.
class QueryStages {
 public:
  std::string print(const std::string& q) {
    const ParsedQuery parsed = parse_query(q);
    QueryBuilder builder(database_, languages_, zone_, some_wednesday, analyzer_);
    const BuiltQuery built = builder.build(parsed);
    std::string text = "> " + q + "\n";
    text += line("parsed", parsed.root ? to_string(*parsed.root) : "");
    text += line("xapian", built.query.empty() ? "" : describe(built.query));
    if (built.dates.bounded()) text += line("dates", dates(built.dates));
    if (built.echo.searched != (parsed.root ? to_string(*parsed.root) : "")) {
      text += line("searched", built.echo.searched);
    }
    text += line("ignored", joined(built.echo.ignored));
    text += line("notes", joined(built.echo.notes));
    return text;
  }

 private:
  static std::string line(const std::string& name, const std::string& value) {
    return value.empty() ? "" : "  " + name + ": " + value + "\n";
  }

  std::string dates(const DateRange& range) const {
    const DateRange open;
    const std::string from = range.from == open.from ? "" : to_rfc3339(range.from, zone_);
    const std::string to = range.to == open.to ? "" : to_rfc3339(range.to, zone_);
    return from + ".." + to;
  }

  TestArchive archive_{
      R"({"id":"1","title":"Harbour strike","body":"Elected and elections.","language":"en"})",
      R"({"id":"2","title":"Streik im Hafen","language":"de"})"};
  ArticleDatabase database_{archive_.index().open(archive_.index().live())};
  std::vector<ArchiveLanguage> languages_{
      {.code = "en", .tags = {"en"}, .untagged = true, .articles = 2},
      {.code = "de", .tags = {"de"}, .articles = 1}};
  TimeZone zone_{"Europe/Kyiv"};
  Analyzer analyzer_;
};

/// Every element of the query language with what comes of it. Where the stages are changed on
/// purpose, the new text is in the build folder beside the tests; read it before it is copied.
TEST(QueryLanguage, EveryElementIsParsedBuiltAndEchoedAsWrittenDown) {
  std::ifstream file(std::string(CORPUS) + "/query-language.txt");
  ASSERT_TRUE(file);
  std::string comments;
  std::vector<std::string> expected;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("> ")) expected.emplace_back();
    if (line.empty()) continue;
    (expected.empty() ? comments : expected.back()) += line + "\n";
  }
  ASSERT_GT(expected.size(), 100U);
  QueryStages stages;
  std::ofstream now("query-language.now.txt");
  now << comments;
  for (const std::string& block : expected) {
    const std::string q = block.substr(2, block.find('\n') - 2);
    const std::string printed = stages.print(q);
    EXPECT_EQ(printed, block);
    now << '\n' << printed;
  }
}

}  // namespace
}  // namespace news
