#include <fmt/format.h>

#include <chrono>
#include <random>
#include <string>
#include <vector>

#include "common/analysis/analyzer.h"
#include "searchd/highlighter.h"
#include "searchd/query_parser.h"
#include "searchd/snippet.h"

/// What a snippet costs: the words of the text, the matches among them, and the cutting and
/// marking, for a usual article, a long one and some that are meant to be hard.
namespace news {
namespace {

struct Case {
  const char* what;
  std::string text;
  std::string q;
};

/// Sentences of words as unevenly frequent as those of a language.
std::string prose(std::size_t words) {
  std::mt19937 random(1);
  std::string text;
  for (std::size_t i = 0; i < words; ++i) {
    const double share = std::uniform_real_distribution<>(0, 1)(random);
    text += fmt::format("word{} ", static_cast<int>(20'000 * share * share * share * share));
    if (random() % 15 == 0) text.insert(text.size() - 1, ".");
  }
  return text;
}

std::string repeated(const std::string& word, std::size_t times) {
  std::string text;
  for (std::size_t i = 0; i < times; ++i) text += word;
  return text;
}

std::vector<Case> cases() {
  return {{"400 words, two of the query", prose(400), "word1 word7"},
          {"3,000 words, four of the query", prose(3'000), "word1 word7 word200 word5000"},
          {"3,000 words, none of the query", prose(3'000), "absent"},
          {"60,000 words, each of the query", repeated("rain wind ", 30'000), "rain wind"},
          {"300,000 letters without a space", repeated("a", 300'000), "rain"}};
}

void measure(const Case& one) {
  using Clock = std::chrono::steady_clock;
  Analyzer analyzer;
  Highlighter highlighter(parse_query(one.q).root, analyzer);
  std::chrono::duration<double, std::milli> words{}, matching{}, cutting{};
  int rounds = 0;
  for (const auto until = Clock::now() + std::chrono::milliseconds(500);
       rounds < 3 || Clock::now() < until; ++rounds) {
    const auto begin = Clock::now();
    const std::vector<Token> some =
        analyzer.analyze_some(one.text, "en", highlighter.beginnings("en"));
    const auto analysed = Clock::now();
    const std::vector<Match> matches = highlighter.find(some, "en", {});
    const auto found = Clock::now();
    snippet_html(one.text, matches, analyzer);
    words += analysed - begin;
    matching += found - analysed;
    cutting += Clock::now() - found;
  }
  fmt::print("{:<36} {:>9.4f} {:>9.4f} {:>9.4f}\n", one.what, words.count() / rounds,
             matching.count() / rounds, cutting.count() / rounds);
}

}  // namespace
}  // namespace news

int main() {
  fmt::print("{:<36} {:>9} {:>9} {:>9}\n", "ms", "words", "matches", "snippet");
  for (const news::Case& one : news::cases()) news::measure(one);
}
