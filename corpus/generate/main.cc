// Writes a made-up archive of news and a log of queries to it; README.md says what they are like.

#include <fmt/format.h>

#include <boost/program_options.hpp>
#include <chrono>
#include <cstdio>
#include <exception>
#include <iostream>
#include <stdexcept>
#include <string>

#include "corpus/generate/archive.h"
#include "corpus/generate/query_log.h"
#include "corpus/generate/statistics.h"

namespace {

using namespace generate;
namespace po = boost::program_options;

constexpr std::uint64_t most_articles = 100'000'000;

struct Options {
  std::string command;
  std::uint64_t count = 0;  ///< Of what is written; 0: not given.
  ArchiveOptions archive;
  bool help = false;
};

Day parse_day(const std::string& text) {
  int year = 0;
  unsigned month = 0;
  unsigned day = 0;
  int end = 0;
  const int fields = std::sscanf(text.c_str(), "%4d-%2u-%2u%n", &year, &month, &day, &end);
  const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(month),
                                         std::chrono::day(day)};
  const bool whole = fields == 3 && static_cast<std::size_t>(end) == text.size();
  if (whole && date.ok() && year >= 1450) return date;
  throw std::runtime_error("--until: expected a day such as 2025-12-31, got " + text);
}

po::options_description named_options() {
  po::options_description options("Options");
  auto add = options.add_options();
  add("count", po::value<std::uint64_t>()->value_name("N"),
      "how many articles (default 1000) or queries (default 1000) to write");
  add("seed", po::value<std::uint64_t>()->value_name("N")->default_value(1),
      "the same seed gives the same bytes");
  add("articles", po::value<std::uint64_t>()->value_name("N")->default_value(100'000),
      "with queries: how many articles the archive has that they are for");
  add("until", po::value<std::string>()->value_name("DAY")->default_value("2025-12-31"),
      "the last day of the twenty years of the archive");
  add("help", po::bool_switch(), "print this and leave");
  return options;
}

Options parse_options(int argc, const char* const* argv) {
  po::options_description all = named_options();
  all.add_options()("command", po::value<std::string>()->default_value(""));
  po::positional_options_description positions;
  positions.add("command", 1);
  po::variables_map values;
  po::store(po::command_line_parser(argc, argv).options(all).positional(positions).run(), values);
  Options options;
  options.command = values["command"].as<std::string>();
  options.help = values["help"].as<bool>();
  options.count = values.contains("count") ? values["count"].as<std::uint64_t>() : 1'000;
  options.archive.seed = values["seed"].as<std::uint64_t>();
  options.archive.until = parse_day(values["until"].as<std::string>());
  options.archive.articles =
      options.command == "articles" ? options.count : values["articles"].as<std::uint64_t>();
  if (options.archive.articles == 0 || options.archive.articles > most_articles) {
    throw std::runtime_error(fmt::format("expected 1 to {} articles", most_articles));
  }
  return options;
}

void write(std::string& text) {
  if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size()) {
    throw std::runtime_error("cannot write to standard output");
  }
  text.clear();
}

void write_articles(const Options& options) {
  const auto begin = std::chrono::steady_clock::now();
  Archive archive(options.archive);
  std::string text;
  while (const auto article = archive.next()) {
    append_line(*article, text);
    if (text.size() > 1'000'000) write(text);
  }
  write(text);
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
  fmt::print(stderr, "{} articles in {:.1f} s, {:.0f} a second\n", options.count, took.count(),
             static_cast<double>(options.count) / took.count());
}

void write_queries(const Options& options) {
  const QueryLog log(options.archive);
  std::string text;
  for (std::uint64_t i = 0; i < options.count; ++i) {
    append_line(i, log.query(i), text);
    if (text.size() > 1'000'000) write(text);
  }
  write(text);
}

void print_statistics(const Options&) {
  std::ios::sync_with_stdio(false);
  Statistics statistics;
  for (std::string line; std::getline(std::cin, line);) statistics.add(line);
  std::string text = statistics.print();
  write(text);
}

struct Command {
  std::string_view name;
  std::string_view summary;
  void (*run)(const Options&);
};
constexpr Command commands[] = {
    {"articles", "write an archive as JSON Lines, in the order of its dates", write_articles},
    {"queries",
     "write a log of queries to it: id, kind, q, words, from, to, country, section, "
     "author, parameters, with tabs between",
     write_queries},
    {"statistics", "count what is in JSON Lines read from standard input", print_statistics},
};

int print_help() {
  fmt::print(
      "Makes up an archive of news to measure with, and queries to it.\n\n"
      "generate COMMAND [options]\n\n");
  for (const Command& command : commands)
    fmt::print("  {:<10} {}\n", command.name, command.summary);
  std::cout << '\n' << named_options();
  return 0;
}

int run(int argc, char** argv) {
  const Options options = parse_options(argc, argv);
  if (options.help) return print_help();
  for (const Command& command : commands) {
    if (command.name != options.command) continue;
    command.run(options);
    return 0;
  }
  throw std::runtime_error(options.command.empty() ? "what is there to make? See generate --help"
                                                   : "there is no command " + options.command +
                                                         "; see generate --help");
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run(argc, argv);
  } catch (const std::exception& error) {
    fmt::print(stderr, "generate: {}\n", error.what());
    return 2;
  }
}
