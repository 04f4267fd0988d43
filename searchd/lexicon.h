#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace news {

/// The letters of a word: the characters of valid UTF-8.
std::size_t count_letters(std::string_view word);

/// The words of an archive as they stand in its articles, folded, each with the number of articles
/// that have it in this very form. A sorted array: its bytes, and eight more for each word. Once
/// built it never changes, so any number of threads may read it.
class Lexicon {
 public:
  /// Of more different words than these, the rarest are left out.
  static constexpr std::size_t max_words = 1'000'000;

  /// A word that could have been meant.
  struct Near {
    std::string form;
    std::uint32_t count = 0;
    unsigned distance = 0;  ///< Letters that are missing, too many, wrong or swapped.

    bool operator==(const Near&) const = default;
  };

  /// Adds a word that sorts after all others, byte by byte.
  void add(std::string_view form, std::uint32_t count);
  /// Drops the rarest words beyond max_words, and what memory is not needed.
  void finish();

  /// The articles that have the word; 0 if there is no such word.
  std::uint32_t count(std::string_view form) const;

  /// The words other than `form` at an edit distance of at most `distance` (1 or 2), where letters
  /// swapped with their neighbour count once (optimal string alignment). Nothing for words of more
  /// than 60 bytes.
  std::vector<Near> near(std::string_view form, unsigned distance) const;

  std::size_t size() const { return counts_.size(); }
  std::size_t bytes() const;

 private:
  class Walk;

  std::string_view word(std::size_t index) const {
    return {text_.data() + begins_[index], begins_[index + 1] - begins_[index]};
  }
  std::size_t after_prefix(std::size_t index, std::string_view prefix) const;
  void drop_rarer_than(std::uint32_t least);

  std::string text_;                      // all words, one after another
  std::vector<std::uint32_t> begins_{0};  // where each begins, and the end of the last
  std::vector<std::uint32_t> counts_;
  std::uint32_t least_ = 1;  // words of fewer articles are dropped
};

}  // namespace news
