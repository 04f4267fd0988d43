#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "tests/bench/figures.h"
#include "tests/support/process.h"

/// Changes an index with the real newsindex, in so many steps of two commits each: one adds new
/// articles and corrects old ones (`add`), one takes articles out (`remove`). Prints a line for
/// each commit: its kind, how many articles, milliseconds from the start of newsindex to its end,
/// bytes of the index after it, of `add` milliseconds of the commit alone. The first line has what
/// the index takes before.
namespace news {
namespace {

namespace fs = std::filesystem;
using Lines = std::vector<std::string>;

Lines read_lines(const std::string& path) {
  std::ifstream in(path);
  Lines lines;
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  if (lines.empty()) throw std::runtime_error("nothing in " + path);
  return lines;
}

/// The lines of one step of several.
Lines share(const Lines& lines, std::size_t step, std::size_t steps) {
  const auto at = [&](std::size_t i) {
    return lines.begin() + static_cast<std::ptrdiff_t>(lines.size() * i / steps);
  };
  return {at(step), at(step + 1)};
}

std::uintmax_t bytes_of(const std::string& folder) {
  std::uintmax_t bytes = 0;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) bytes += entry.file_size();
  }
  return bytes;
}

/// Milliseconds, of what newsindex prints with --json.
std::string commit_of(const std::string& summary) {
  if (summary.empty()) return "";
  const double seconds = nlohmann::json::parse(summary).at("longest_commit_seconds");
  return fmt::format("{:.1f}", 1000 * seconds);
}

class Changes {
 public:
  Changes(std::string newsindex, std::string index)
      : newsindex_(std::move(newsindex)), index_(std::move(index)) {
    fmt::print("before\t0\t0\t{}\n", bytes_of(index_));
  }

  void add(const Lines& articles) const {
    std::string text;
    for (const std::string& line : articles) text += line + "\n";
    write_file(input_, text);
    run("add", articles.size(), {"--json", "add", "-"});
  }
  void remove(const Lines& ids) const {
    write_file(input_, "");
    Lines arguments{"remove"};
    arguments.insert(arguments.end(), ids.begin(), ids.end());
    run("remove", ids.size(), arguments);
  }

 private:
  void run(const std::string& kind, std::size_t count, const Lines& arguments) const {
    Lines command{newsindex_, "--index", index_, "--quiet"};
    command.insert(command.end(), arguments.begin(), arguments.end());
    const Stopwatch watch;
    Process process(command, input_, index_ + ".log");
    const std::string summary = process.read_all();
    const auto status = process.wait(std::chrono::minutes(10));
    const double took = watch.milliseconds();
    if (status != 0) throw std::runtime_error("newsindex failed: " + read_file(index_ + ".log"));
    fmt::print("{}\t{}\t{:.1f}\t{}\t{}\n", kind, count, took, bytes_of(index_), commit_of(summary));
  }

  std::string newsindex_, index_;
  std::string input_ = index_ + ".input";
};

}  // namespace
}  // namespace news

int main(int count, char** arguments) {
  if (count != 7) {
    std::cerr << "usage: change_bench NEWSINDEX INDEX ADDED.jsonl CORRECTED.jsonl REMOVED.txt "
                 "STEPS\n";
    return 2;
  }
  try {
    const news::Changes changes(arguments[1], arguments[2]);
    const news::Lines added = news::read_lines(arguments[3]);
    const news::Lines corrected = news::read_lines(arguments[4]);
    const news::Lines removed = news::read_lines(arguments[5]);
    const std::size_t steps = std::stoul(arguments[6]);
    for (std::size_t step = 0; step < steps; ++step) {
      news::Lines articles = news::share(added, step, steps);
      for (const std::string& line : news::share(corrected, step, steps)) articles.push_back(line);
      changes.add(articles);
      changes.remove(news::share(removed, step, steps));
    }
  } catch (const std::exception& error) {
    std::cerr << "change_bench: " << error.what() << '\n';
    return 2;
  }
}
