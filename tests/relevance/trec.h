#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace news {

/// The files that TREC's collections and trec_eval use. Each function throws Error, naming the file
/// and line, for what it cannot read.

/// Grades by article id; an article that is not there, or has a grade of 0 or less, is irrelevant.
using Grades = std::map<std::string, int>;

struct JudgedQuery {
  std::string id;
  Grades grades;
};

/// In the order in which the file first names them.
using Qrels = std::vector<JudgedQuery>;

/// `query iteration article grade` a line, with spaces between.
Qrels read_qrels(const std::string& path);

struct TypedQuery {
  std::string id;
  std::string text;
};

/// `query<tab>text` a line, the text as somebody would type it.
std::vector<TypedQuery> read_queries(const std::string& path);

/// Ids of articles, the best first.
using Ranking = std::vector<std::string>;

/// What an engine gave, by query id.
using Rankings = std::map<std::string, Ranking>;

/// `query Q0 article rank score tag` a line. The order is that of the ranks.
Rankings read_run(const std::string& path);

/// The lines of one query. The scores only fall with the rank: trec_eval sorts by score and breaks
/// ties by id, and so sees the order that the reader saw.
std::string print_ranking(const std::string& query, const Ranking& ranking, const std::string& tag);

}  // namespace news
