#pragma once

#include <cstdint>
#include <string>

#include "corpus/generate/article.h"
#include "corpus/generate/newsroom.h"
#include "corpus/generate/prose.h"
#include "corpus/generate/story.h"

namespace generate {

/// Writes articles and copies of them, each from the story, the moment and a random stream.
class ArticleWriter {
 public:
  static constexpr std::uint32_t least_words = 40;
  static constexpr std::uint32_t most_words = 3'000;

  ArticleWriter(const Vocabulary& vocabulary, const StoryTeller& teller, const Newsroom& newsroom)
      : newsroom_(newsroom), teller_(teller), prose_(vocabulary, teller) {}

  /// An article without an id and a url.
  Article write(const Story& story, Instant published, Random& random);
  /// What another site makes of an article: its own headline, perhaps a paragraph less and a
  /// sentence moved. Without an id, a url and a date.
  Article copy(const Article& original, Random& random) const;
  /// The id, and for most articles a url out of the source, the day and the headline.
  void name(std::uint64_t seed, std::uint64_t number, Random& random, Article& article) const;

 private:
  void sign(const Story& story, Random& random, Article& article) const;
  void place(const Story& story, Random& random, Article& article) const;
  void set_source(std::size_t source, Article& article) const;

  const Newsroom& newsroom_;
  const StoryTeller& teller_;
  Prose prose_;
};

}  // namespace generate
