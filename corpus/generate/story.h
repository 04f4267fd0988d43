#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "corpus/generate/countries.h"
#include "corpus/generate/people.h"
#include "corpus/generate/vocabulary.h"

namespace generate {

/// What a run of articles is about: its people, places and words, which come back for days or
/// weeks and are rare before and after.
struct Story {
  std::uint64_t number = 0;
  std::size_t section = 0;
  double size = 1;       ///< How much is written on it beside others, at its beginning.
  double half_life = 1;  ///< Days until half as much is written.
  double echo = 0;       ///< Days until it comes up once more; 0: never.
  std::vector<Person> people;
  std::vector<std::string> places;
  std::vector<const Country*> countries;
  std::vector<std::string> words;    ///< The most used first; base forms.
  std::vector<std::string> phrases;  ///< Two or three words that stand together.
  std::vector<std::string> tags;

  /// How much is written on it so many days after its beginning.
  double weight(double age) const;
};

/// Invents stories, each from nothing but the seed and its number. Never changes.
class StoryTeller {
 public:
  StoryTeller(std::uint64_t seed, const Vocabulary& vocabulary, const People& people);

  /// `day` is when it begins, counted in days from the first of the archive; it decides which
  /// people are known to all.
  Story tell(std::uint64_t number, std::size_t day) const;

  const Country& country(Random& random) const { return countries()[country_law_.draw(random)]; }
  /// A town of the made-up world; the most written about come most often.
  std::string town(Random& random) const;

 private:
  void add_people(std::size_t day, Random& random, Story& story) const;
  void add_places(Random& random, Story& story) const;
  void add_words(Random& random, Story& story) const;
  void add_tags(Random& random, Story& story) const;

  std::uint64_t seed_;
  const Vocabulary& vocabulary_;
  const People& people_;
  AliasTable section_law_;
  RankLaw country_law_;
  RankLaw town_law_;
};

}  // namespace generate
