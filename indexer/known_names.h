#pragma once

#include <xapian.h>

#include <string>
#include <unordered_map>

#include "common/article.h"
#include "common/article_database.h"

namespace news {

/// Spells a person as the archive does already: ANNA KOWALSKA and jose garcia become Anna Kowalska
/// and José García where an article before is by them. What counts is the first article that has
/// the name, other than the one it is asked for; its spelling is left alone where the new one is
/// better (has both large and small letters, more diacritics).
/// Not for several threads at once. Xapian's errors pass through.
class KnownNames {
 public:
  explicit KnownNames(const ArticleDatabase& database) : database_(database) {}

  /// Respells the authors. To be called for every article before it is put into the database.
  void spell_alike(Article& article);

 private:
  struct Spelling {
    std::string name;
    std::string owner;  // the id term of the article that has it
  };

  /// The spelling of the author with that term, by an article other than that of `own`, its id
  /// term; else `name`.
  const Spelling& find(const std::string& term, const std::string& name, const std::string& own);
  Spelling look_up(const std::string& term, const std::string& name, const std::string& own) const;

  const ArticleDatabase& database_;
  std::unordered_map<std::string, Spelling> known_;  // by the author's term
};

}  // namespace news
