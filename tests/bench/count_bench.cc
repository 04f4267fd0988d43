#include <benchmark/benchmark.h>
#include <xapian.h>

#include <string>
#include <vector>

#include "searchd/column_filter.h"
#include "searchd/counter.h"
#include "searchd/each_match.h"
#include "tests/bench/bench_index.h"

/// What it costs to count the matches of a common word, a match; the index is made by
/// `generate articles`.
namespace news {
namespace {

using Wanted = std::array<bool, schema::facets.size()>;

Wanted all_facets() {
  Wanted all;
  all.fill(true);
  return all;
}

// In a third of the made-up articles.
Xapian::Query common_word() { return Xapian::Query("new"); }

std::vector<Xapian::docid> matches() {
  std::vector<Xapian::docid> ids;
  const auto database = bench_index().database();
  each_match(database->both(), common_word(), [&](Xapian::docid id) { ids.push_back(id); });
  return ids;
}

/// So that the time said is that of one match.
void set_matches(benchmark::State& state, std::size_t matches) {
  state.SetLabel(std::to_string(matches) + " matches");
  state.counters["match"] = benchmark::Counter(
      static_cast<double>(matches),
      benchmark::Counter::kIsIterationInvariantRate | benchmark::Counter::kInvert);
}

void count(benchmark::State& state, const SearchRequest& request, const Wanted& wanted, bool days) {
  const Columns& columns = bench_index().columns();
  const std::vector<Xapian::docid> ids = matches();
  const ColumnFilter filter(columns, request, {});
  for (auto _ : state) {
    Counter counter(columns, filter, wanted, days);
    for (const Xapian::docid id : ids) counter.count(id);
    benchmark::DoNotOptimize(counter.take_counts().total);
  }
  set_matches(state, ids.size());
}

void CountAllFacets(benchmark::State& state) { count(state, {}, all_facets(), true); }
BENCHMARK(CountAllFacets);

void CountNoFacets(benchmark::State& state) { count(state, {}, {}, false); }
BENCHMARK(CountNoFacets);

void CountWithAFilter(benchmark::State& state) {
  count(state, parse_search_request({{"section", "World"}}), all_facets(), true);
}
BENCHMARK(CountWithAFilter);

void MatchOnly(benchmark::State& state) {
  const auto database = bench_index().database();
  std::size_t found = 0;
  for (auto _ : state) {
    found = 0;
    each_match(database->both(), common_word(), [&](Xapian::docid) { ++found; });
  }
  set_matches(state, found);
}
BENCHMARK(MatchOnly);

void MatchAndCountAllFacets(benchmark::State& state) {
  const Columns& columns = bench_index().columns();
  const auto database = bench_index().database();
  const ColumnFilter filter(columns, {}, {});
  std::uint32_t total = 0;
  for (auto _ : state) {
    Counter counter(columns, filter, all_facets(), true);
    each_match(database->both(), common_word(), [&](Xapian::docid id) { counter.count(id); });
    total = counter.take_counts().total;
  }
  set_matches(state, total);
}
BENCHMARK(MatchAndCountAllFacets);

void LoadColumns(benchmark::State& state) {
  const auto database = bench_index().database();
  for (auto _ : state) {
    const Columns columns = Columns::load({&*database, 1}, system_now());
    benchmark::DoNotOptimize(columns.visible_count());
  }
  set_matches(state, database->articles());
}
BENCHMARK(LoadColumns)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace news
