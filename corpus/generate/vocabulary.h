#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "corpus/generate/alias_table.h"
#include "corpus/generate/english.h"
#include "corpus/generate/rank_law.h"
#include "corpus/generate/word_form.h"

namespace generate {

/// The words of the made-up news: real function words and common words of news, and a tail of
/// made-up ones without end. The same for every seed, so archives of other seeds speak the same
/// language. Never changes; holds the 65,536 most frequent made-up words.
///
/// The tail has the exponent 1.77, as in English beyond its core (Gerlach and Altmann, "Stochastic
/// model for the vocabulary growth in natural languages", Physical Review X 3, 2013), so in a large
/// archive the vocabulary of n running words grows as n ^ (1 / 1.77). README.md has measured
/// figures.
class Vocabulary {
 public:
  Vocabulary();

  const FunctionWord& function_word(Random& random) const;
  /// A common word of news.
  std::string_view news_word(Random& random) const;
  /// Appends a made-up word, of any rank.
  void append_tail_word(Random& random, std::string& out) const;
  /// Appends one that is met a few times in millions of words, if at all.
  void append_rare_word(Random& random, std::string& out) const;
  /// Appends one of the made-up words that a section uses more than others.
  void append_section_word(std::size_t section, Random& random, std::string& out) const;
  /// A real word that a section uses.
  std::string_view real_section_word(std::size_t section, Random& random) const;
  std::string_view section_phrase(std::size_t section, Random& random) const;
  /// A base form for a story to be about, neither common nor rare.
  std::string topic(Random& random) const;

  /// Whether it is a word of the tables of english.h, which has no regular forms.
  bool is_real(std::string_view word) const { return real_.contains(word); }

  /// Appends the word of a rank in the tail, from 0. Half of them are inflected forms of words of
  /// about half the rank.
  static void append_of_rank(std::uint32_t rank, std::string& out);

 private:
  void append_tail_word(std::uint32_t rank, std::string& out) const;

  struct SectionWords {
    std::vector<std::string_view> real;
    std::vector<std::string_view> phrases;
    RankLaw law;
  };

  std::unordered_set<std::string_view> real_;
  std::span<const FunctionWord> functions_;
  AliasTable function_law_;
  std::vector<NewsWord> news_;
  AliasTable news_law_;
  RankLaw tail_law_;
  RankLaw section_law_;
  RankLaw topic_law_;
  std::vector<std::string> frequent_;  ///< The first words of the tail, by rank.
  std::vector<SectionWords> sections_;
};

}  // namespace generate
