// What finding copies costs, as a table: microseconds of processor time an article while an index
// grows, a tenth of it copies, and where all articles are copies of one. Not a test: nothing fails.
//   copies_bench [ARTICLES...]      default: 1000 10000

#include <fmt/format.h>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <random>
#include <string>
#include <vector>

#include "common/index_folder.h"
#include "indexer/fingerprint.h"
#include "indexer/index_writer.h"
#include "tests/support/temp_folder.h"

namespace news {
namespace {

/// Of the processor, so that what else the machine does hardly counts.
double microseconds(std::clock_t since, std::size_t articles) {
  const auto took = static_cast<double>(std::clock() - since);
  return took * 1e6 / CLOCKS_PER_SEC / static_cast<double>(articles);
}

/// 300 words, of which few are frequent and most are rare, as in a language.
std::string text(std::uint64_t seed) {
  std::mt19937_64 random(seed);
  std::exponential_distribution<double> rank(1.0 / 2000);
  std::string words;
  for (int i = 0; i < 300; ++i) {
    words += fmt::format("w{} ", static_cast<int>(rank(random)));
  }
  return words;
}

/// With a story of its own, nothing is looked for.
Article make(std::size_t number, std::uint64_t seed, const char* story) {
  Article article;
  article.id = std::to_string(number);
  article.title = "Number " + article.id;
  article.body = text(seed) + article.id;
  article.story = story;
  article.published = parse_date("2024-05-15");
  return article;
}

/// Fills an index; prints what the last tenth costs an article, and what of it is fingerprints.
template <typename Seed>
void measure(const char* what, std::size_t articles, const Seed& seed, const char* story = "") {
  const TempFolder folder;
  const IndexFolder index(folder / "index");
  IndexWriter writer(index, index.create_generation(), TimeZone());
  const std::size_t first_measured = articles - articles / 10;
  for (std::size_t i = 0; i < first_measured; ++i) {
    writer.put(make(i, seed(i), story));
    if (i % 5'000 == 4'999) writer.commit();
  }
  writer.commit();
  std::vector<Article> last;
  for (std::size_t i = first_measured; i < articles; ++i) last.push_back(make(i, seed(i), story));

  std::clock_t begin = std::clock();
  std::size_t bands = 0;
  for (const Article& article : last) bands += bands_of(shingles_of(article)).size();
  const double fingerprint = microseconds(begin, last.size());
  begin = std::clock();
  for (const Article& article : last) writer.put(article);
  const double put = microseconds(begin, last.size());
  writer.commit();
  fmt::print("{:<16} {:>8} {:>10.0f} {:>12.0f} {:>8} {:>12.0f}\n", what, articles, put, fingerprint,
             bands / last.size(), microseconds(begin, last.size()));
  std::fflush(stdout);
}

}  // namespace
}  // namespace news

int main(int argc, char* argv[]) {
  std::vector<std::size_t> sizes;
  for (int i = 1; i < argc; ++i) sizes.push_back(std::strtoul(argv[i], nullptr, 10));
  if (sizes.empty()) sizes = {1'000, 10'000};
  fmt::print("{:<16} {:>8} {:>10} {:>12} {:>8} {:>12}\n", "", "articles", "put, us", "of it print",
             "bands", "with commit");
  for (const std::size_t size : sizes) {
    news::measure("a tenth copies", size, [](std::size_t i) { return i % 10 == 9 ? i - 1 : i; });
  }
  for (const std::size_t size : sizes) {
    news::measure(
        "none sought", size, [](std::size_t i) { return i; }, "given");
  }
  for (const std::size_t size : sizes) {
    news::measure("all copies", size, [](std::size_t) { return 7; });
  }
}
