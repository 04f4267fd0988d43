#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/analysis/analyzer.h"
#include "searchd/query.h"

namespace news {

/// A match in a text: bytes [begin, end), and which part of the query it matches.
struct Match {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t part = 0;  ///< Equal for matches of the same word or phrase of the query.
  std::uint32_t words = 1;

  bool operator==(const Match&) const = default;
};

/// Finds where the words of a query stand in the texts of an article: words in all their forms
/// and spellings,
/// phrases as a whole and nowhere else, wildcards. What is excluded is not looked for.
/// For one thread.
class Highlighter {
 public:
  explicit Highlighter(const std::optional<QueryNode>& searched, Analyzer& analyzer);

  /// The matches in `tokens`, which are those of a text in `language` that begin with one of
  /// beginnings(), or more, in order and without overlap.
  /// `field` is `title`, `author` or empty: what is searched in one field only is found there only.
  std::vector<Match> find(const std::vector<Token>& tokens, std::string_view language,
                          std::string_view field);

  /// What its words begin with in that language: no other word of a text has to be stemmed.
  const Beginnings& beginnings(std::string_view language);

  /// How many different words and phrases there are to be found.
  std::size_t parts() const { return count_; }

 private:
  struct Part {
    QueryNode::Kind kind;      // Word, Phrase or Wildcard
    std::uint32_t number = 0;  // the same for the spellings of one word
    std::string field;
    std::vector<std::string> forms;   // of the pieces
    std::vector<std::string> wholes;  // of compounds
  };
  /// The parts with the stems of one language.
  struct Stems {
    std::vector<std::vector<std::string>> pieces, wholes;
    Beginnings beginnings;
  };

  void collect(const QueryNode& node);
  void add_part(Part part, std::string_view text);
  const Stems& stems(std::string_view language);
  static Beginnings beginnings(const Stems& stems, std::string_view language);
  std::vector<Match> find_part(std::size_t part, const std::vector<Token>& tokens,
                               const Stems& stems) const;

  std::vector<Part> parts_;
  std::uint32_t count_ = 0;                          // of words, phrases and wildcards
  std::map<std::string, Stems, std::less<>> stems_;  // by language
  Analyzer& analyzer_;
};

/// Bytes [begin, end) of `text` as HTML, escaped, what is in there of each match in <mark>.
std::string mark_html(std::string_view text, const std::vector<Match>& matches, std::size_t begin,
                      std::size_t end);

}  // namespace news
