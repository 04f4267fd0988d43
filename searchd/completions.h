#pragma once

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "common/analysis/analyzer.h"
#include "searchd/columns.h"
#include "searchd/counter.h"
#include "searchd/word_lines.h"

namespace news {

/// How a query may go on.
struct Completion {
  std::string_view kind;    ///< author, place, tag, section, phrase or headline.
  std::string text;         ///< For a reader; of a phrase folded.
  std::string q;            ///< The query that asks for it.
  std::uint32_t count = 0;  ///< Articles that have the value; newest headlines with the phrase.

  bool operator==(const Completion&) const = default;
};

/// Completes queries from the values of facets and from the newest headlines. Once loaded it never
/// changes, so any number of threads may read it.
class Completions {
 public:
  static constexpr std::size_t most_completions = 10;
  /// Of an archive, so many of the newest headlines; 100 bytes each.
  static constexpr std::size_t most_headlines = 100'000;
  /// The values of the most articles, of each facet.
  static constexpr std::size_t most_values = 100'000;

  /// What an answer is checked with, so that nothing is shown that is not to be seen any more.
  struct Present {
    const Columns& columns;
    const Counts& totals;
    const ArticleDatabase& database;
    bool same_generation;  ///< Whether articles still have the numbers they were loaded with.
    std::string_view language;
  };

  /// Takes in the values and the headlines of the visible articles; `open` opens their index, which
  /// may be a revision or two ahead. Throws what Xapian throws.
  static Completions load(const Columns& columns, const Counts& totals,
                          const std::function<ArticleDatabase()>& open, Analyzer& analyzer);

  /// At most most_completions for what was typed, of which the last word may be a beginning: values
  /// and phrases by their counts, then the newest headlines. Case and diacritics do not matter.
  std::vector<Completion> complete(std::string_view typed, const Present& present,
                                   Analyzer& analyzer) const;

  std::size_t bytes() const;

 private:
  struct Value {
    std::size_t facet = 0;
    std::string label;
  };

  void load_values(std::size_t facet, const Columns& columns, const Counts& totals,
                   Analyzer& analyzer);
  void load_headlines(const Columns& columns, const std::function<ArticleDatabase()>& open,
                      Analyzer& analyzer);
  void add_values(const std::string& sought, const Present& present,
                  std::vector<Completion>& found) const;
  std::vector<std::size_t> add_phrases(const std::string& sought, std::string_view language,
                                       std::vector<Completion>& found) const;
  void add_headlines(const std::vector<std::size_t>& numbers, const Present& present,
                     std::vector<Completion>& found) const;

  std::vector<Value> values_;  // by facet, those of the most articles first
  WordLines value_lines_;
  std::vector<Xapian::docid> headlines_;  // the newest first
  WordLines headline_lines_;
};

}  // namespace news
