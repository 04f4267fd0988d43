// What completions and corrections cost, as a table: milliseconds of processor time of a request
// in a large archive of short articles, the time and the memory that their vocabulary takes, and
// how many typing errors are corrected. Not a test: nothing fails.
//   suggest_bench [ARTICLES]      default: 200000

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <ctime>
#include <random>
#include <string>
#include <vector>

#include "common/index_folder.h"
#include "indexer/index_writer.h"
#include "searchd/searcher.h"
#include "searchd/vocabulary.h"
#include "tests/support/temp_folder.h"

namespace news {
namespace {

/// Of this thread, so that what else the machine does hardly counts.
double processor_ms() {
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

/// Words made of syllables, so that many are near each other, as in a language; the lower ones are
/// the more frequent ones, and there is no last one.
class Language {
 public:
  std::string word() {
    const double share = std::uniform_real_distribution<>(0, 1)(random_);
    return word(static_cast<std::uint64_t>(std::exp(share * share * std::log(4e6))));
  }
  std::string words(int count) {
    std::string text;
    for (int i = 0; i < count; ++i) text += (i == 0 ? "" : " ") + word();
    return text;
  }
  std::string name(std::uint64_t number) {
    std::string first = word(100 + number % 300);
    std::string last = word(1000 + number);
    first[0] = static_cast<char>(first[0] - 'a' + 'A');
    last[0] = static_cast<char>(last[0] - 'a' + 'A');
    return first + ' ' + last;
  }
  /// As it is typed by mistake.
  std::string mistyped(std::string word) {
    const std::size_t at = 1 + random_() % (word.size() - 1);
    switch (random_() % 3) {
      case 0:
        word.erase(at, 1);
        break;
      case 1:
        word[at] = static_cast<char>('a' + random_() % 26);
        break;
      default:
        std::swap(word[at - 1], word[at]);
    }
    return word;
  }
  std::uint64_t number(std::uint64_t below) { return random_() % below; }

 private:
  static std::string word(std::uint64_t rank) {
    constexpr std::string_view consonants = "tnsrhldcmfpgwybvk";
    constexpr std::string_view vowels = "eaoiu";
    std::string text;
    for (std::uint64_t left = rank + 40; left > 0;) {
      text += consonants[left % consonants.size()];
      left /= consonants.size();
      text += vowels[left % vowels.size()];
      left /= vowels.size();
    }
    return text + (rank % 3 == 0 ? "n" : "");
  }

  std::mt19937_64 random_{20240515};
};

/// Gives back some of the headlines.
std::vector<std::string> fill(const IndexFolder& index, std::size_t articles, Language& language) {
  std::vector<std::string> titles;
  const std::string generation = index.create_generation();
  IndexWriter writer(index, generation, TimeZone());
  for (std::size_t i = 0; i < articles; ++i) {
    Article article;
    article.id = std::to_string(i);
    article.title = language.words(8);
    article.body = language.words(24);
    article.story = "none";  // looking for copies is not what is measured
    article.language = "de";
    article.authors = {{.name = language.name(language.number(5000))}};
    article.tags = {language.words(2)};
    article.published = parse_date(fmt::format("{}-{:02}-{:02}", 2005 + i * 20 / articles,
                                               1 + language.number(12), 1 + language.number(28)));
    if (i % (articles / 300) == 0) titles.push_back(article.title);
    writer.put(article);
    if (i % 10'000 == 9'999) writer.commit();
  }
  writer.commit();
  index.switch_to(generation);
  return titles;
}

/// Two neighbouring words of a headline, the second one mistyped.
struct Mistyped {
  std::string q, meant;

  Mistyped(const std::string& title, Language& language) {
    const std::size_t first = title.find(' ');
    const std::size_t second = title.find(' ', first + 1);
    const std::string word = title.substr(first + 1, second - first - 1);
    meant = title.substr(0, second);
    q = title.substr(0, first + 1) + language.mistyped(word);
  }
};

/// Prints the median, the 99th percentile and the worst of what `request` costs.
template <typename Request>
void measure(const char* what, int requests, const Request& request) {
  std::vector<double> costs;
  for (int i = 0; i < requests; ++i) {
    const double begin = processor_ms();
    request(i);
    costs.push_back(processor_ms() - begin);
  }
  std::sort(costs.begin(), costs.end());
  fmt::print("{:<34} {:>8.2f} {:>8.2f} {:>8.2f}\n", what, costs[costs.size() / 2],
             costs[costs.size() * 99 / 100], costs.back());
}

void run(std::size_t articles) {
  const TempFolder folder;
  const IndexFolder index(folder / "index");
  Language language;
  const std::vector<std::string> titles = fill(index, articles, language);

  const Snapshot snapshot(index, 1, system_now());
  const double begin = processor_ms();
  const Vocabulary vocabulary = load_vocabulary(index, snapshot);
  const std::size_t words = vocabulary.lexicon.size();
  fmt::print("{} articles, {} different words; loaded in {:.1f} s\n", articles, words,
             (processor_ms() - begin) / 1000);
  fmt::print("words {:.1f} MB, {:.1f} bytes each; completions {:.1f} MB\n\n",
             static_cast<double>(vocabulary.lexicon.bytes()) / 1e6,
             static_cast<double>(vocabulary.lexicon.bytes()) / static_cast<double>(words),
             static_cast<double>(vocabulary.completions.bytes()) / 1e6);

  const Searcher searcher(index);
  while (searcher.complete(language.word().substr(0, 1)).empty()) {
  }
  fmt::print("{:<34} {:>8} {:>8} {:>8}\n", "ms", "median", "99 %", "worst");
  std::vector<std::string> typed;
  for (int i = 0; i < 1000; ++i) typed.push_back(language.words(1 + i % 3));
  const auto at = [&](int i) -> const std::string& {
    return typed[static_cast<std::size_t>(i) % typed.size()];
  };
  measure("completion, one letter", 200, [&](int i) { searcher.complete(at(i).substr(0, 1)); });
  measure("completion, three letters", 1000, [&](int i) { searcher.complete(at(i).substr(0, 3)); });
  measure("completion, one to three words", 1000,
          [&](int i) { searcher.complete(at(i).substr(0, at(i).size() - 1)); });
  measure("completion of nothing", 200, [&](int i) { searcher.complete("qqx" + at(i)); });

  SearchRequest request;
  measure("search, two words", 500, [&](int i) {
    request.q = at(3 * i + 1);
    searcher.search(request);
  });
  std::vector<Mistyped> wrong;
  for (const std::string& title : titles) wrong.emplace_back(title, language);
  const auto count = static_cast<int>(wrong.size());
  const auto one = [&](int i) -> const Mistyped& { return wrong[static_cast<std::size_t>(i)]; };
  int corrected = 0;
  measure("search, one of two words mistyped", count, [&](int i) {
    request.q = one(i).q;
    const SearchResult result = searcher.search(request);
    if (result.suggestion && result.suggestion->q == one(i).meant) ++corrected;
  });
  for (const unsigned distance : {1U, 2U}) {
    measure(distance == 1 ? "near words, one error" : "near words, two errors", count, [&](int i) {
      vocabulary.lexicon.near(one(i).q.substr(one(i).q.find(' ') + 1), distance);
    });
  }
  fmt::print("\n{} of {} mistyped words are corrected to what was meant\n", corrected, count);
}

}  // namespace
}  // namespace news

int main(int argc, char* argv[]) {
  news::run(argc > 1 ? std::strtoul(argv[1], nullptr, 10) : 200'000);
}
