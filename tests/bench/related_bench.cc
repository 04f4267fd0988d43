#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <exception>
#include <string>
#include <vector>

#include "searchd/searcher.h"

/// What finding related articles and collapsing stories costs beside a plain query, on the index
/// that it is given: medians and 99th percentiles over articles from all of the archive, whose
/// headlines serve as queries.
namespace news {
namespace {

constexpr std::size_t articles = 200;
constexpr std::size_t related = 8;

using Milliseconds = std::chrono::duration<double, std::milli>;

template <typename Work>
void measure(const char* what, const std::vector<Article>& sample, const Work& work) {
  std::vector<double> times;
  for (const Article& article : sample) work(article);  // warm
  for (const Article& article : sample) {
    const auto begin = std::chrono::steady_clock::now();
    work(article);
    times.push_back(Milliseconds(std::chrono::steady_clock::now() - begin).count());
  }
  std::sort(times.begin(), times.end());
  fmt::print("{:<48} {:>8.2f} {:>8.2f}\n", what, times[times.size() / 2],
             times[times.size() * 99 / 100]);
}

/// Articles at even distances in the order of time.
std::vector<Article> sample_of(const Searcher& searcher) {
  SearchRequest request;
  request.per_page = 1;
  request.facets.emplace();
  const std::size_t total =
      std::min(searcher.search(request).total, std::uint32_t{SearchRequest::max_paged_hits});
  std::vector<Article> sample;
  for (std::size_t i = 0; i < std::min(articles, total); ++i) {
    request.page = static_cast<unsigned>(1 + i * total / articles);
    for (Hit& hit : searcher.search(request).hits) sample.push_back(std::move(hit.article));
  }
  return sample;
}

SearchRequest words_of(const Article& article, bool collapse) {
  SearchRequest request;
  request.q = article.title.substr(0, article.title.find(' ', article.title.find(' ') + 1));
  request.collapse_stories = collapse;
  return request;
}

int run(const std::string& index) {
  const Searcher searcher{IndexFolder(index)};
  const std::vector<Article> sample = sample_of(searcher);
  if (sample.empty()) return 1;
  fmt::print("{:<48} {:>8} {:>8}\n", "ms", "median", "99 %");
  measure("an article", sample, [&](const Article& a) { searcher.article(a.id, ""); });
  measure("an article with related ones", sample,
          [&](const Article& a) { searcher.article(a.id, "", related); });
  measure("a query of two words, all facets", sample,
          [&](const Article& a) { searcher.search(words_of(a, false)); });
  measure("the same, one article a story", sample,
          [&](const Article& a) { searcher.search(words_of(a, true)); });
  return 0;
}

}  // namespace
}  // namespace news

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fputs("usage: related_bench INDEX\n", stderr);
    return 2;
  }
  try {
    return news::run(argv[1]);
  } catch (const std::exception& error) {
    fmt::print(stderr, "{}\n", error.what());
    return 2;
  }
}
