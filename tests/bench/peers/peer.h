#pragma once

#include <fmt/format.h>

#include <cstdio>
#include <exception>
#include <fstream>
#include <functional>
#include <iostream>
#include <string>
#include <vector>

#include "tests/bench/figures.h"
#include "tests/bench/logged_query.h"

namespace news {

/// A line of the articles as the peers get them.
struct PeerArticle {
  std::string id, title, standfirst, body, day, section;
  std::vector<std::string> authors, countries;
};

/// Throws Error for a line with other than eight columns.
inline PeerArticle peer_article(const std::string& line) {
  const std::vector<std::string> p = split(line, '\t');
  if (p.size() != 8) throw Error("an article without eight columns: " + line.substr(0, 100));
  PeerArticle article{p[0], p[1], p[2], p[3], p[4], p[5], {}, {}};
  if (!p[6].empty()) article.authors = split(p[6], '|');
  if (!p[7].empty()) article.countries = split(p[7], '|');
  return article;
}

/// A word, a quoted phrase or the beginning of a word, without quotes or star.
struct QueryPart {
  enum class Kind { Word, Phrase, Prefix };
  Kind kind = Kind::Word;
  std::string text;
};

inline std::vector<QueryPart> parts_of(const std::string& words) {
  std::vector<QueryPart> parts;
  for (std::size_t at = 0; at < words.size();) {
    const bool quoted = words[at] == '"';
    if (quoted) ++at;
    const std::size_t end = std::min(words.find(quoted ? '"' : ' ', at), words.size());
    std::string text = words.substr(at, end - at);
    at = end + 1;
    if (text.empty()) continue;
    const bool begins = !quoted && text.back() == '*';
    if (begins) text.pop_back();
    parts.push_back({quoted   ? QueryPart::Kind::Phrase
                     : begins ? QueryPart::Kind::Prefix
                              : QueryPart::Kind::Word,
                     text});
  }
  return parts;
}

/// Runs all queries once, then again `rounds` times, and prints a line for each: id, round,
/// milliseconds, total. `search` gives the total.
inline void run_queries(const std::string& path, int rounds,
                        const std::function<std::size_t(const LoggedQuery&)>& search) {
  const std::vector<LoggedQuery> queries = read_logged_queries(path);
  for (int round = 0; round <= rounds; ++round) {
    for (const LoggedQuery& query : queries) {
      const Stopwatch watch;
      const std::size_t total = search(query);
      fmt::print("{}\t{}\t{:.3f}\t{}\n", query.id, round, watch.milliseconds(), total);
    }
  }
}

/// The main function of a peer that has its index at `where`: a file, or a connection.
inline int run_peer(int count, char** arguments, const std::string& name,
                    void (*index)(const std::string& articles, const std::string& where),
                    void (*search)(const std::string& where, const std::string& queries,
                                   int rounds)) {
  const std::string command = count > 1 ? arguments[1] : "";
  try {
    if (command == "index" && count == 4) {
      index(arguments[2], arguments[3]);
    } else if (command == "search" && count == 5) {
      search(arguments[2], arguments[3], std::stoi(arguments[4]));
    } else {
      std::cerr << "usage: " << name
                << " index ARTICLES.tsv WHERE | search WHERE QUERIES.tsv ROUNDS\n";
      return 2;
    }
  } catch (const std::exception& error) {
    std::cerr << name << ": " << error.what() << '\n';
    return 2;
  }
  return 0;
}

}  // namespace news
