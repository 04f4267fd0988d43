#include "corpus/generate/archive.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <map>
#include <set>
#include <sstream>
#include <unordered_map>

#include "common/analysis/stop_words.h"
#include "common/article_json.h"
#include "tests/generate/made_up.h"

namespace generate {
namespace {

using testing::AllOf;
using testing::Ge;
using testing::IsEmpty;
using testing::IsSubsetOf;
using testing::Le;

/// Enough for shares to be near what they should be; made once for all tests.
const std::vector<Article>& articles() {
  static const std::vector<Article> all = made_up_articles({.articles = 6'000});
  return all;
}

/// The words of a text without punctuation, in small letters.
std::vector<std::string> words_of(const std::string& text) {
  std::istringstream in(text);
  std::vector<std::string> words;
  for (std::string part; in >> part;) {
    std::string word;
    for (const char c : part) {
      if (std::isalnum(static_cast<unsigned char>(c)) != 0) {
        word += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
      }
    }
    if (!word.empty()) words.push_back(word);
  }
  return words;
}

double share_of(auto condition) {
  const auto count = std::count_if(articles().begin(), articles().end(), condition);
  return static_cast<double>(count) / static_cast<double>(articles().size());
}

TEST(MadeUpArchive, IsTheSameForTheSameSeed) {
  EXPECT_EQ(lines_of({.articles = 300, .seed = 7}), lines_of({.articles = 300, .seed = 7}));
  EXPECT_NE(lines_of({.articles = 300, .seed = 7}), lines_of({.articles = 300, .seed = 8}));
}

/// FNV-1a. Where another machine, compiler or preset gives another value, archives differ there.
TEST(MadeUpArchive, IsTheSameOnEveryMachine) {
  std::uint64_t hash = 0xcbf29ce484222325;
  for (const char c : lines_of({.articles = 300})) {
    hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3;
  }
  EXPECT_EQ(hash, 6975273940885911601U);
}

TEST(MadeUpArchive, HasAsManyArticlesAsAskedForEachWithAnIdOfItsOwn) {
  std::set<std::string> ids;
  for (const Article& article : articles()) ids.insert(article.id);
  EXPECT_EQ(ids.size(), 6'000U);
  EXPECT_EQ(made_up_articles({.articles = 1}).size(), 1U);
}

TEST(MadeUpArchive, IsReadWithoutWarnings) {
  std::vector<std::string> warnings;
  for (const Article& article : articles()) {
    const news::Article read = news::parse_article(line_of(article), warnings);
    ASSERT_EQ(read.id, article.id);
    ASSERT_EQ(read.body, article.body);
    ASSERT_TRUE(read.published.has_value());
  }
  EXPECT_THAT(warnings, IsEmpty());
}

TEST(MadeUpArchive, HasArticlesOf40To3000WordsAndOf400InTheMiddle) {
  std::vector<std::size_t> lengths;
  for (const Article& article : articles()) lengths.push_back(words_of(article.body).size());
  std::sort(lengths.begin(), lengths.end());
  EXPECT_GE(lengths.front(), 40U);
  EXPECT_LE(lengths.back(), 3'000U);
  EXPECT_THAT(lengths[lengths.size() / 2], AllOf(Ge(370U), Le(430U)));
  EXPECT_GT(lengths.back(), 2'000U);
}

TEST(MadeUpArchive, IsInTheOrderOfItsDatesOverTwentyYears) {
  EXPECT_TRUE(
      std::is_sorted(articles().begin(), articles().end(),
                     [](const Article& a, const Article& b) { return a.published < b.published; }));
  const auto date = [](const Article& article) {
    std::vector<std::string> warnings;
    return news::to_string(*news::parse_article(line_of(article), warnings).published);
  };
  EXPECT_THAT(date(articles().front()), testing::StartsWith("2006-01-0"));
  EXPECT_THAT(date(articles().back()), testing::StartsWith("2025-12-31"));
}

TEST(MadeUpArchive, HasFewerArticlesAtWeekends) {
  std::vector<double> days(7);
  for (const Article& article : articles()) {
    ++days[static_cast<std::size_t>((article.published / 86'400 + 4) % 7)];  // from Sunday
  }
  const double weekday = (days[1] + days[2] + days[3] + days[4] + days[5]) / 5;
  EXPECT_THAT(days[0] / weekday, AllOf(Ge(0.3), Le(0.6)));
  EXPECT_THAT(days[6] / weekday, AllOf(Ge(0.3), Le(0.6)));
}

TEST(MadeUpArchive, HasFivePercentCopiesByOtherSources) {
  EXPECT_THAT(share_of([](const Article& a) { return !a.copy_of.empty(); }),
              AllOf(Ge(0.04), Le(0.06)));
  std::unordered_map<std::string, const Article*> by_id;
  for (const Article& article : articles()) {
    by_id[article.id] = &article;
    if (article.copy_of.empty()) continue;
    ASSERT_TRUE(by_id.contains(article.copy_of)) << "an original comes before its copies";
    const Article& original = *by_id[article.copy_of];
    EXPECT_NE(article.source_name, original.source_name);
    EXPECT_NE(article.title, original.title);
    EXPECT_GE(words_of(article.body).size() * 2, words_of(original.body).size());
  }
}

TEST(MadeUpArchive, WritesCopiesWithinDaysWhereArticlesAreMany) {
  std::unordered_map<std::string, Instant> dates;
  std::int64_t longest = 0;
  Archive archive({.articles = 60'000});
  for (int i = 0; i < 8'000; ++i) {
    const Article article = *archive.next();
    dates[article.id] = article.published;
    if (!article.copy_of.empty()) {
      longest = std::max(longest, article.published - dates[article.copy_of]);
    }
  }
  EXPECT_LE(longest, 8 * 86'400);
}

TEST(MadeUpArchive, MakesHeadlinesOfTheWordsOfTheBody) {
  for (std::size_t i = 0; i < 500; ++i) {
    const Article& article = articles()[i];
    const std::vector<std::string> title = words_of(article.title);
    EXPECT_THAT(title.size(), AllOf(Ge(1U), Le(16U))) << article.title;
    std::vector<std::string> named;
    for (const std::string& word : title) {
      if (!news::is_function_word(word, "en")) named.push_back(word);
    }
    EXPECT_THAT(named, IsSubsetOf(words_of(article.body))) << article.title;
  }
}

TEST(MadeUpArchive, HasStopWordsAsEnglishHas) {
  double stops = 0;
  double words = 0;
  for (std::size_t i = 0; i < 500; ++i) {
    for (const std::string& word : words_of(articles()[i].body)) {
      ++words;
      if (news::is_function_word(word, "en")) ++stops;
    }
  }
  EXPECT_THAT(stops / words, AllOf(Ge(0.45), Le(0.50)));
}

TEST(MadeUpArchive, HasFacetsByZipf) {
  std::map<std::string, int> authors;
  std::map<std::string_view, int> countries;
  std::map<std::string_view, int> sections;
  for (const Article& article : articles()) {
    for (const std::string& author : article.authors) ++authors[author];
    for (const std::string_view country : article.countries) ++countries[country];
    ++sections[article.section];
  }
  EXPECT_GT(authors.size(), 1'500U);
  EXPECT_LE(authors.size(), 5'000U);
  EXPECT_GT(countries.size(), 190U);
  EXPECT_LE(countries.size(), 200U);
  EXPECT_EQ(sections.size(), 14U);
  EXPECT_GT(countries["US"], 10 * countries["PT"]);
  EXPECT_THAT(share_of([](const Article& a) { return a.day_only; }), AllOf(Ge(0.05), Le(0.11)));
}

TEST(MadeUpArchive, HasNamesThatComeInBursts) {
  std::map<std::string, std::vector<Instant>> dates;
  Archive archive({.articles = 60'000});
  for (int i = 0; i < 6'000; ++i) {
    const Article article = *archive.next();
    for (const std::string& tag : article.tags) dates[tag].push_back(article.published);
  }
  // Tags with two words are people.
  std::size_t people = 0;
  std::size_t brief = 0;
  for (const auto& [tag, moments] : dates) {
    if (tag.find(' ') == tag.npos || moments.size() < 4) continue;
    ++people;
    const std::size_t half = moments.size() / 2;
    if (moments[half] - moments[0] < 60 * 86'400) ++brief;
  }
  EXPECT_GT(people, 10U);
  EXPECT_GT(brief * 2, people);
}

}  // namespace
}  // namespace generate
