#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "corpus/generate/people.h"
#include "corpus/generate/rank_law.h"

namespace generate {

/// A news site.
struct Source {
  std::string name;    ///< Such as `Northport Courier`.
  std::string domain;  ///< Such as `northportcourier.example`.
  int offset = 0;      ///< Of its clocks, in hours east of UTC.
};

/// Who writes for the site. An author has one source, and a section that is written for most.
class Newsroom {
 public:
  explicit Newsroom(const People& people);

  std::size_t draw_source(Random& random) const { return source_law_.draw(random); }
  /// An author, by Zipf's law, rather one whose section it is.
  std::size_t draw_author(std::size_t section, Random& random) const;

  const Source& source(std::size_t index) const { return sources_[index]; }
  const std::vector<Source>& sources() const { return sources_; }
  std::size_t source_of_author(std::size_t author) const { return authors_[author].source; }
  const std::string& author(std::size_t index) const { return authors_[index].name; }

 private:
  struct Author {
    std::string name;
    std::size_t source;
    std::size_t section;
  };

  std::vector<Source> sources_;
  RankLaw source_law_;
  std::vector<Author> authors_;
  RankLaw author_law_;
};

}  // namespace generate
