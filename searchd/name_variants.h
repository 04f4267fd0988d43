#pragma once

#include <xapian.h>

#include <cstddef>
#include <string>
#include <vector>

#include "common/analysis/analyzer.h"
#include "common/article_database.h"
#include "common/names/romanize.h"
#include "searchd/archive_languages.h"
#include "searchd/name_forms.h"

namespace news {

/// Finds how else the archive spells a name. For one thread; the references must outlive it.
class NameVariants {
 public:
  /// Of one name; the most frequent ones.
  static constexpr std::size_t most_variants = 12;
  /// Names of the archive that a word is compared with; a bound on what a hostile query costs.
  static constexpr std::size_t most_compared = 5'000;

  /// `base_names` are those of the database's base.
  NameVariants(const ArticleDatabase& articles, BaseNameForms& base_names,
               const std::vector<ArchiveLanguage>& languages, Analyzer& analyzer)
      : articles_(articles), base_names_(base_names), languages_(languages), analyzer_(analyzer) {}

  /// The other forms that are names in the archive and spellings of the name `form`, or another
  /// language's name of the same city (one of several words with a space between), the most
  /// frequent first. None if the archive knows `form`
  /// as a word that is no name: names are at least half of the articles that have it.
  std::vector<std::string> of(const std::string& form) const;

  /// Other names of the city that these words, one after the other, are the name of: `new york`.
  /// Those of several words have a space between.
  std::vector<std::string> of_city(const std::vector<std::string>& words) const;
  /// Whether the archive has names of several words with these initials, and no word that is
  /// spelled so and no name.
  bool may_be_initials(const std::string& form) const;

  /// The number of articles with this very form.
  Xapian::doccount frequency(const std::string& form) const;

 private:
  struct Variant {
    Xapian::doccount articles;
    std::string form;
  };

  static std::vector<std::string> most_frequent(std::vector<Variant> variants);

  bool may_be_name(const std::string& form, const std::string& key) const;
  Xapian::doccount articles_as_name(const std::string& key, const std::string& form) const;
  std::vector<std::string> forms_of(const std::string& key) const;
  void add_spellings(const std::string& form, const Romanized& name,
                     std::vector<Variant>& variants) const;
  void add_known(const std::string& form, const std::vector<std::string_view>& names,
                 std::vector<Variant>& variants) const;
  Xapian::doccount articles_of(const std::string& name) const;
  Xapian::doccount articles_of_phrase(std::vector<std::string> words) const;
  bool is_stop_word(const std::string& form) const;

  const ArticleDatabase& articles_;
  BaseNameForms& base_names_;
  const std::vector<ArchiveLanguage>& languages_;
  Analyzer& analyzer_;
};

}  // namespace news
