#include <fmt/format.h>

#include <ctime>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

#include "common/error.h"
#include "searchd/search_request.h"
#include "searchd/searcher.h"
#include "tests/bench/figures.h"

/// What the queries of a file (`id<TAB>query`) take on an index, one after another in one thread,
/// with ten hits, snippets and all facets: each once to warm up, then the median of five. The time
/// of the processor as well as that on the clock, which on a shared machine says less.
namespace news {
namespace {

constexpr int rounds = 5;

struct Taken {
  double clock = 0;      // milliseconds
  double processor = 0;  // milliseconds of this thread
};

std::vector<std::string> read_queries(const std::string& path) {
  std::ifstream file(path);
  if (!file) throw Error("cannot read " + path, "give a file of id, tab, query");
  std::vector<std::string> queries;
  for (std::string line; std::getline(file, line);) {
    queries.push_back(line.substr(line.find('\t') + 1));
  }
  return queries;
}

double processor_time() {
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

Taken measure(const Searcher& searcher, const SearchRequest& request) {
  const Stopwatch watch;
  const double processor = processor_time();
  searcher.search(request);
  return {watch.milliseconds(), processor_time() - processor};
}

Taken median_of_rounds(const Searcher& searcher, const std::string& q) {
  const SearchRequest request = parse_search_request({{"q", q}});
  measure(searcher, request);
  std::vector<double> clock, processor;
  for (int i = 0; i < rounds; ++i) {
    const Taken taken = measure(searcher, request);
    clock.push_back(taken.clock);
    processor.push_back(taken.processor);
  }
  return {quantile(clock, 0.5), quantile(processor, 0.5)};
}

void print(const char* what, const std::vector<double>& values) {
  fmt::print("{:<10} {:>8.2f} {:>8.2f} {:>8.2f}\n", what, quantile(values, 0.5),
             quantile(values, 0.9), quantile(values, 0.99));
}

void run(const std::string& index, const std::string& file) {
  const Searcher searcher{IndexFolder(index)};
  std::vector<double> clock, processor;
  for (const std::string& q : read_queries(file)) {
    const Taken taken = median_of_rounds(searcher, q);
    clock.push_back(taken.clock);
    processor.push_back(taken.processor);
  }
  if (clock.empty()) throw Error(file + " has no queries", "give a file of id, tab, query");
  fmt::print("{:<10} {:>8} {:>8} {:>8}  ({} queries)\n", "ms", "median", "90%", "99%",
             clock.size());
  print("clock", clock);
  print("processor", processor);
}

}  // namespace
}  // namespace news

int main(int count, char** arguments) {
  if (count != 3) {
    std::cerr << "usage: search_bench INDEX QUERIES.tsv\n";
    return 2;
  }
  try {
    news::run(arguments[1], arguments[2]);
  } catch (const news::Error& error) {
    std::cerr << "search_bench: " << error.what() << '\n';
    return 2;
  }
}
