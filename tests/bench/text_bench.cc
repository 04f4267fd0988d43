#include <benchmark/benchmark.h>

#include <string>
#include <vector>

#include "common/analysis/analyzer.h"
#include "common/article_json.h"
#include "searchd/highlighter.h"
#include "searchd/query_parser.h"
#include "searchd/snippet.h"
#include "tests/bench/bench_index.h"

/// What it costs to analyse an article, to cut a snippet of it, and to unpack it: each on the same
/// hundred articles, in turn.
namespace news {
namespace {

std::vector<std::string> stored_articles() {
  constexpr std::size_t most = 100;
  const auto database = bench_index().database();
  std::vector<std::string> stored;
  for (const Xapian::docid number : database->with_term("", most)) {
    stored.push_back(database->article(number));
  }
  return stored;
}

std::vector<Article> articles() {
  std::vector<Article> list;
  std::vector<std::string> warnings;
  for (const std::string& stored : stored_articles()) {
    list.push_back(parse_article(stored, warnings));
  }
  return list;
}

void AnalyseABody(benchmark::State& state) {
  const std::vector<Article> list = articles();
  Analyzer analyzer;
  std::size_t i = 0;
  std::int64_t bytes = 0;
  for (auto _ : state) {
    const std::string& body = list[i++ % list.size()].body;
    benchmark::DoNotOptimize(analyzer.analyze(body, "en"));
    bytes += static_cast<std::int64_t>(body.size());
  }
  state.SetBytesProcessed(bytes);
}
BENCHMARK(AnalyseABody)->Unit(benchmark::kMicrosecond);

void CutASnippet(benchmark::State& state) {
  const std::vector<Article> list = articles();
  Analyzer analyzer;
  Highlighter highlighter(parse_query("new government").root, analyzer);
  std::size_t i = 0;
  for (auto _ : state) {
    const std::string& body = list[i++ % list.size()].body;
    const auto words = analyzer.analyze_some(body, "en", highlighter.beginnings("en"));
    benchmark::DoNotOptimize(snippet_html(body, highlighter.find(words, "en", {}), analyzer));
  }
}
BENCHMARK(CutASnippet)->Unit(benchmark::kMicrosecond);

void UnpackADocument(benchmark::State& state) {
  const std::vector<std::string> stored = stored_articles();
  std::vector<std::string> warnings;
  std::size_t i = 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(parse_article(stored[i++ % stored.size()], warnings));
  }
}
BENCHMARK(UnpackADocument)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace news
