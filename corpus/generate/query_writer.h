#pragma once

#include <optional>
#include <string>

#include "corpus/generate/archive.h"
#include "corpus/generate/query_log.h"

namespace generate {

/// Writes one query about one story.
class QueryWriter {
 public:
  QueryWriter(const World& world, Random& random);

  void name();
  void place();
  void one_word();
  void two_words();
  void several_words();
  void common_words();
  void phrase();
  void filter();
  void dates();
  void wildcard();

  /// The query with `q` and `parameters` put together.
  Query finish();

 private:
  std::string word();
  std::string story_word();
  std::string person();
  std::string town_or_country();
  void author();
  /// Puts filters and dates behind the words of `q`.
  void type_filters();

  const World& world_;
  Random& random_;
  std::size_t day_ = 0;  ///< When the story begins.
  Story story_;
  std::optional<Day> from_;
  std::optional<Day> to_;
  Query query_;
  bool typed_;  ///< Whether filters and dates are typed, or chosen beside the query.
};

}  // namespace generate
