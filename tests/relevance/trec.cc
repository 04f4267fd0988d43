#include "tests/relevance/trec.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <functional>
#include <sstream>

#include "common/error.h"

namespace news {

namespace {

/// Calls `take` with each line that is not empty; it says whether it understood it.
void each_line(const std::string& path, const std::string& expected,
               const std::function<bool(const std::string&)>& take) {
  std::ifstream file(path);
  if (!file) throw Error("cannot open " + path);
  std::size_t number = 0;
  for (std::string line; std::getline(file, line);) {
    ++number;
    if (!line.empty() && line.back() == '\r') line.pop_back();
    if (!line.empty() && !take(line)) {
      throw Error(fmt::format("{}:{}: expected: {}", path, number, expected));
    }
  }
}

}  // namespace

Qrels read_qrels(const std::string& path) {
  Qrels qrels;
  std::map<std::string, std::size_t> position;
  each_line(path, "query iteration article grade", [&](const std::string& line) {
    std::istringstream words(line);
    std::string query, iteration, article;
    int grade = 0;
    if (!(words >> query >> iteration >> article >> grade)) return false;
    const auto [place, is_new] = position.emplace(query, qrels.size());
    if (is_new) qrels.push_back({query, {}});
    qrels[place->second].grades[article] = grade;
    return true;
  });
  return qrels;
}

std::vector<TypedQuery> read_queries(const std::string& path) {
  std::vector<TypedQuery> queries;
  each_line(path, "query<tab>text", [&](const std::string& line) {
    const std::size_t tab = line.find('\t');
    if (tab == std::string::npos || tab == 0) return false;
    queries.push_back({line.substr(0, tab), line.substr(tab + 1)});
    return true;
  });
  return queries;
}

Rankings read_run(const std::string& path) {
  std::map<std::string, std::vector<std::pair<std::size_t, std::string>>> ranked;
  each_line(path, "query Q0 article rank score tag", [&](const std::string& line) {
    std::istringstream words(line);
    std::string query, iteration, article;
    std::size_t rank = 0;
    if (!(words >> query >> iteration >> article >> rank)) return false;
    ranked[query].emplace_back(rank, article);
    return true;
  });
  Rankings run;
  for (auto& [query, articles] : ranked) {
    std::sort(articles.begin(), articles.end());
    for (auto& [rank, article] : articles) run[query].push_back(std::move(article));
  }
  return run;
}

std::string print_ranking(const std::string& query, const Ranking& ranking,
                          const std::string& tag) {
  std::string lines;
  for (std::size_t i = 0; i < ranking.size(); ++i) {
    if (ranking[i].find_first_of(" \t\r\n") != std::string::npos) {
      throw Error("a run file cannot hold an id with a space: " + ranking[i]);
    }
    lines += fmt::format("{} Q0 {} {} {} {}\n", query, ranking[i], i + 1, ranking.size() - i, tag);
  }
  return lines;
}

}  // namespace news
