#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/generate/story.h"

namespace generate {

/// Writes the sentences of one article after another. Function words and others take turns as in
/// English; the others are common words, words of the section, words, people and places of the
/// story, numbers, and words met nowhere else.
class Prose {
 public:
  Prose(const Vocabulary& vocabulary, const StoryTeller& teller);

  /// What follows is a new article on `story`, which lives on until the next call, in that year.
  void begin(const Story& story, int year);
  /// Appends paragraphs of `words` words in all, give or take five.
  void body(std::uint32_t words, Random& random, std::string& out);
  /// Appends a sentence and returns how many words it has: `words`, one less, or up to
  /// five more.
  std::uint32_t sentence(std::uint32_t words, Random& random, std::string& out);
  /// A headline of four to twelve words, all but the little ones from the beginning of the body.
  std::string headline(Random& random) const;

 private:
  /// A word, name or phrase that the article has.
  struct Mention {
    std::string text;
    bool of_story;
  };

  std::uint32_t clause(std::uint32_t words, Random& random, std::string& out);
  /// Appends a function word and says whether only what it determines may follow.
  bool function_word(Random& random, std::string& out);
  /// Appends any other word, name or phrase, and remembers it.
  void content(Random& random, std::string& out);
  void story_word(Random& random, std::string& out);
  void tail_word(Random& random, std::string& out);
  void person(Random& random, std::string& out);
  void place(Random& random, std::string& out);
  void number(Random& random, std::string& out) const;

  const Vocabulary& vocabulary_;
  const StoryTeller& teller_;
  AliasTable kinds_;
  RankLaw story_words_;
  RankLaw story_people_;
  const Story* story_ = nullptr;
  int year_ = 0;
  std::vector<bool> introduced_;      ///< Of the story's people, those that were named in full.
  std::vector<std::string> rare_;     ///< Words of the tail that the article has; some return.
  std::vector<Mention> mentions_;     ///< The first of the article.
  std::string_view last_function_{};  ///< Which does not come twice in a row.
};

}  // namespace generate
