#pragma once

#include <xapian.h>

#include <cstddef>
#include <string>
#include <vector>

#include "common/analysis/analyzer.h"
#include "common/names/romanize.h"
#include "searchd/archive_languages.h"

namespace news {

/// Finds how else the archive spells a name. For one thread; the references must outlive it.
class NameVariants {
 public:
  /// Of one name; the most frequent ones.
  static constexpr std::size_t most_variants = 12;
  /// Names of the archive that a word is compared with; a bound on what a hostile query costs.
  static constexpr std::size_t most_compared = 5'000;

  NameVariants(const Xapian::Database& database, const std::vector<ArchiveLanguage>& languages,
               Analyzer& analyzer)
      : database_(database), languages_(languages), analyzer_(analyzer) {}

  /// The other forms that are names in the archive and spellings of the name `form`, or another
  /// language's name of the same city, the most frequent first. None if the archive knows `form`
  /// as a word that is no name: names are at least half of the articles that have it.
  std::vector<std::string> of(const std::string& form) const;

  /// The number of articles with this very form.
  Xapian::doccount frequency(const std::string& form) const;

 private:
  struct Variant {
    Xapian::doccount articles;
    std::string form;
  };

  bool may_be_name(const std::string& form, const std::string& key) const;
  Xapian::doccount articles_as_name(const std::string& key, const std::string& form) const;
  void add_spellings(const std::string& form, const Romanized& name,
                     std::vector<Variant>& variants) const;
  void add_cities(const std::string& form, std::vector<Variant>& variants) const;

  const Xapian::Database& database_;
  const std::vector<ArchiveLanguage>& languages_;
  Analyzer& analyzer_;
};

}  // namespace news
