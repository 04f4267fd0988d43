#pragma once

#include <string>
#include <vector>

#include "common/analysis/analyzer.h"
#include "searchd/name_variants.h"
#include "searchd/query.h"
#include "searchd/synonyms.h"

namespace news {

/// Gives words of a query their other spellings: those of the newsroom's synonyms and those that
/// the archive has for names. For one query and one thread; the references must outlive it.
class NameSpellings {
 public:
  /// What comes after in a query is found as it is spelled; bounds what a query costs.
  static constexpr std::size_t most_words = 16;

  NameSpellings(const ArticleDatabase& articles, BaseNameForms& base_names,
                const std::vector<ArchiveLanguage>& languages, const Synonyms& synonyms,
                Analyzer& analyzer)
      : names_(articles, base_names, languages, analyzer),
        synonyms_(synonyms),
        analyzer_(analyzer) {}

  /// Sets the variants of a Word and whether it may be initials; leaves other nodes alone.
  void add_variants(QueryNode& word);

  /// Gives words that are a city's name together (`new york`) what the city is called otherwise;
  /// `children` stand side by side in a query. Each of the words gets all of it, so that an article
  /// with another name of the city has all of the words.
  void add_city_names(std::vector<QueryNode>& children);

 private:
  std::vector<std::string> variants_of(const std::string& form) const;
  std::string single_form(const QueryNode& node);

  NameVariants names_;
  const Synonyms& synonyms_;
  Analyzer& analyzer_;
  std::size_t words_ = 0;  // that were looked up so far
};

}  // namespace news
