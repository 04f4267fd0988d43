// Runs judged queries on an index and says how good the answers are.
//
//   relevance run --index DIR --queries FILE.tsv --run OUT.run [--depth N]
//   relevance score --qrels FILE --run RUN [--against OTHER.run] [--queries FILE.tsv]
//                   [--half odd|even]

#include <fmt/format.h>

#include <algorithm>
#include <boost/program_options.hpp>
#include <fstream>
#include <iostream>
#include <map>
#include <string>
#include <vector>

#include "common/error.h"
#include "searchd/searcher.h"
#include "tests/relevance/measures.h"
#include "tests/relevance/significance.h"
#include "tests/relevance/trec.h"

namespace news {
namespace {

namespace po = boost::program_options;

struct Options {
  std::string command;
  std::string index;
  std::string queries;
  std::string qrels;
  std::string run;
  std::string against;
  std::string half;
  std::size_t depth = 1000;
};

// --- run

/// The first `depth` articles of what a reader would page through.
Ranking ranking_of(const Searcher& searcher, const std::string& q, std::size_t depth) {
  SearchRequest request;
  request.q = q;
  request.sort = Sort::Relevance;
  request.per_page = SearchRequest::max_per_page;
  request.facets.emplace();
  Ranking ranking;
  do {
    const SearchResult result = searcher.search(request);
    for (const Hit& hit : result.hits) ranking.push_back(hit.article.id);
    request.cursor = result.next_cursor;
  } while (!request.cursor.empty() && ranking.size() < depth);
  ranking.resize(std::min(ranking.size(), depth));
  return ranking;
}

void run_queries(const Options& options) {
  const Searcher searcher{IndexFolder(options.index)};
  std::ofstream out(options.run);
  for (const TypedQuery& query : read_queries(options.queries)) {
    out << print_ranking(query.id, ranking_of(searcher, query.text, options.depth), "newsindex");
  }
  if (!out.flush()) throw Error("cannot write " + options.run);
}

// --- score

Half half_of(const std::string& name) {
  static const std::map<std::string, Half> halves = {
      {"", Half::Both}, {"odd", Half::Odd}, {"even", Half::Even}};
  const auto half = halves.find(name);
  if (half == halves.end()) throw Error("--half is odd or even, not " + name);
  return half->second;
}

void print_means(const Rankings& run, const Qrels& qrels) {
  fmt::print("{} queries\n", qrels.size());
  for (const Measure& measure : measures) {
    fmt::print("{:<10} {:.4f}\n", measure.name, mean(scores(measure, run, qrels)));
  }
}

void print_comparison(const Rankings& run, const Rankings& against, const Qrels& qrels) {
  fmt::print("{} queries\n{:<10} {:>7} {:>7} {:>7} {:>8}\n", qrels.size(), "", "run", "against",
             "ratio", "p");
  for (const Measure& measure : measures) {
    const std::vector<double> ours = scores(measure, run, qrels);
    const std::vector<double> theirs = scores(measure, against, qrels);
    fmt::print("{:<10} {:>7.4f} {:>7.4f} {:>7.3f} {:>8.5f}\n", measure.name, mean(ours),
               mean(theirs), mean(ours) / mean(theirs), randomisation_test(ours, theirs));
  }
}

/// The ten queries with the largest gains in nDCG@10, and the ten with the largest losses.
void print_changes(const Rankings& run, const Rankings& against, const Qrels& qrels,
                   const std::vector<TypedQuery>& queries) {
  std::map<std::string, std::string> text;
  for (const TypedQuery& query : queries) text[query.id] = query.text;
  struct Change {
    double ours;
    double theirs;
    std::string id;
  };
  const std::vector<double> ours = scores(measures.front(), run, qrels);
  const std::vector<double> theirs = scores(measures.front(), against, qrels);
  std::vector<Change> changes;
  for (std::size_t i = 0; i < qrels.size(); ++i) {
    changes.push_back({ours[i], theirs[i], qrels[i].id});
  }
  std::stable_sort(changes.begin(), changes.end(), [](const Change& a, const Change& b) {
    return a.ours - a.theirs > b.ours - b.theirs;
  });
  const auto print = [&](const Change& change) {
    fmt::print("{:+.4f}  {:.4f}  {:.4f}  {}  {}\n", change.ours - change.theirs, change.ours,
               change.theirs, change.id, text[change.id]);
  };
  const std::size_t shown = std::min<std::size_t>(10, changes.size());
  fmt::print("\ngains in nDCG@10: change, run, against, query\n");
  for (std::size_t i = 0; i < shown; ++i) print(changes[i]);
  fmt::print("\nlosses in nDCG@10\n");
  for (std::size_t i = 0; i < shown; ++i) print(changes[changes.size() - 1 - i]);
}

void score_run(const Options& options) {
  const Qrels qrels = judged_half(read_qrels(options.qrels), half_of(options.half));
  const Rankings run = read_run(options.run);
  if (options.against.empty()) {
    print_means(run, qrels);
    return;
  }
  const Rankings against = read_run(options.against);
  print_comparison(run, against, qrels);
  if (!options.queries.empty()) {
    print_changes(run, against, qrels, read_queries(options.queries));
  }
}

// --- options

struct Command {
  std::string_view name;
  std::vector<std::string> needs;
  void (*run)(const Options&);
};

const std::vector<Command>& commands() {
  static const std::vector<Command> list = {
      {"run", {"index", "queries", "run"}, run_queries},
      {"score", {"qrels", "run"}, score_run},
  };
  return list;
}

po::options_description described(Options& options) {
  po::options_description description("relevance run|score [options]");
  const auto text = [](std::string& to) { return po::value<std::string>(&to); };
  description.add_options()("help", "print this")  //
      ("command", text(options.command), "run, or score")("index", text(options.index),
                                                          "the index to run on")(
          "queries", text(options.queries), "id, tab, query a line; with --against, to name gains")(
          "run", text(options.run), "the run file: written by run, read by score")(
          "depth", po::value(&options.depth), "articles a query, at most (1000)")(
          "qrels", text(options.qrels), "judgements in TREC's format")(
          "against", text(options.against), "a run to compare with")(
          "half", text(options.half), "odd or even: only every other judged query");
  return description;
}

void dispatch(int argc, char** argv) {
  Options options;
  const po::options_description description = described(options);
  po::positional_options_description positional;
  positional.add("command", 1);
  po::variables_map values;
  po::store(po::command_line_parser(argc, argv).options(description).positional(positional).run(),
            values);
  po::notify(values);
  if (values.count("help") != 0) {
    std::cout << description;
    return;
  }
  for (const Command& command : commands()) {
    if (command.name != options.command) continue;
    for (const std::string& need : command.needs) {
      if (values.count(need) == 0) throw Error(options.command + " needs --" + need);
    }
    return command.run(options);
  }
  throw Error("there is no command '" + options.command + "'", "see: relevance --help");
}

}  // namespace
}  // namespace news

int main(int argc, char** argv) {
  try {
    news::dispatch(argc, argv);
    return 0;
  } catch (const news::Error& error) {
    fmt::print(stderr, "relevance: {}\n  {}\n", error.what(), error.hint());
  } catch (const std::exception& error) {
    fmt::print(stderr, "relevance: {}\n", error.what());
  }
  return 2;
}
