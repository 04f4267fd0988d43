#pragma once

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "common/error.h"

namespace news {

/// A line of `generate queries`, whose columns corpus/generate/README.md explains.
struct LoggedQuery {
  std::string id, kind, q, words, from, to, country, section, author, parameters;
};

inline std::vector<std::string> split(const std::string& text, char at) {
  std::vector<std::string> parts;
  std::istringstream in(text);
  for (std::string part; std::getline(in, part, at);) parts.push_back(part);
  if (text.empty() || text.back() == at) parts.emplace_back();
  return parts;
}

/// Never empty; a line with other than ten columns is an Error.
inline std::vector<LoggedQuery> read_logged_queries(const std::string& path) {
  std::ifstream file(path);
  std::vector<LoggedQuery> queries;
  for (std::string line; std::getline(file, line);) {
    const std::vector<std::string> p = split(line, '\t');
    if (p.size() != 10) throw Error(path + " has a line without ten columns: " + line);
    queries.push_back({p[0], p[1], p[2], p[3], p[4], p[5], p[6], p[7], p[8], p[9]});
  }
  if (queries.empty()) throw Error("cannot read queries from " + path);
  return queries;
}

}  // namespace news
