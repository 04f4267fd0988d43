#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace generate {

/// What may stand after a function word: after a determiner only what it determines.
enum class WordClass : std::uint8_t { Determiner, Other };

/// A function word of English and how often it is met.
struct FunctionWord {
  std::string_view word;
  double weight;  ///< Occurrences in about 10,000 running words of news.
  WordClass word_class = WordClass::Other;
};

/// A content word that is common in all news.
struct NewsWord {
  std::string_view word;
  double weight;  ///< As of FunctionWord.
};

/// A section of a news site.
struct Section {
  std::string_view name;
  double weight;             ///< Per cent of the articles.
  std::string_view words;    ///< Its own words, the most frequent first, with spaces between.
  std::string_view phrases;  ///< What stands together in it, with semicolons between.
};

std::span<const FunctionWord> function_words();
std::vector<NewsWord> news_words();
std::span<const Section> sections();

/// The parts of a list of the tables above.
std::vector<std::string_view> split(std::string_view list, char separator);

}  // namespace generate
