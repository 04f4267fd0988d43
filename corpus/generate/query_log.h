#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "corpus/generate/archive.h"

namespace generate {

/// One entry of a log of queries, in parts and put together. Empty: not asked for.
struct Query {
  std::string_view kind;  ///< One of query_kinds().
  std::string q;          ///< As a reader types it, with filters and dates that are typed.
  std::string words;      ///< What of it is words, "a phrase" or a beginning*: for any engine.
  std::string from;       ///< First and last day, `2024-05-15`, both included.
  std::string to;
  std::string country;  ///< ISO 3166-1 alpha-2.
  std::string section;
  std::string author;
  std::string parameters;  ///< The whole request to searchd, URL-encoded: `q=...&country=UA`.
};

/// A kind of query and how many of 100 queries are of it.
struct QueryKind {
  std::string_view name;
  std::uint32_t share;
};
std::span<const QueryKind> query_kinds();

/// What readers ask of the archive of the same options: about its stories, the larger and the newer
/// more often, in its words. Most queries find something; a few words are too rare.
class QueryLog {
 public:
  explicit QueryLog(const ArchiveOptions& archive);

  /// The query of a number; every hundred of them has each kind in its share.
  Query query(std::uint64_t number) const;

 private:
  ArchiveOptions options_;
  World world_;
};

/// Appends a line: id, kind, q, words, from, to, country, section, author, parameters, with tabs
/// between.
void append_line(std::uint64_t number, const Query& query, std::string& out);

}  // namespace generate
