// Reads a folder of pages whose articles are known and prints how much of them comes out right.
// Usage: extraction_score PAGES_DIR [--truth FILE] [--least-shingle F1] [--least-token F1]
// [--pages]
//
// PAGES_DIR holds NAME.html or NAME.html.gz and ground-truth.json: {NAME: {url, articleBody}}, as
// in scrapinghub's article-extraction-benchmark. FILE has {NAME: {title, date, authors}},
// date left out where the page shows none.

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "common/text.h"
#include "indexer/intake.h"
#include "indexer/open_source.h"
#include "indexer/readers/reader.h"
#include "tests/extraction/score.h"
#include "tests/support/every_source.h"

namespace news {
namespace {

using nlohmann::json;
namespace fs = std::filesystem;

constexpr int passed = 0;
constexpr int failed = 1;
constexpr int skipped = 77;  // as CTest's SKIP_RETURN_CODE says

struct Options {
  fs::path pages;
  fs::path truth;
  double least_shingle = 0;
  double least_token = 0;
  bool list_pages = false;
  std::string show;
};

Options parse_options(const std::vector<std::string>& arguments) {
  Options options;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const std::string& argument = arguments[i];
    const auto value = [&] { return i + 1 < arguments.size() ? arguments[++i] : std::string(); };
    if (argument == "--truth") {
      options.truth = value();
    } else if (argument == "--least-shingle") {
      options.least_shingle = std::stod(value());
    } else if (argument == "--least-token") {
      options.least_token = std::stod(value());
    } else if (argument == "--show") {
      options.show = value();
    } else if (argument == "--pages") {
      options.list_pages = true;
    } else {
      options.pages = argument;
    }
  }
  return options;
}

/// Keeps the articles by the name of their page: what stands before `.html`.
class Articles : public Intake {
 public:
  void article(Article&& article, const Place& place) override {
    const std::string name = fs::path(place.source).filename().string();
    by_page[name.substr(0, name.find(".html"))] = std::move(article);
  }
  void rejected(const Place& place, const std::string& reason, std::string_view) override {
    fmt::print("{}: {}\n", to_string(place), reason);
  }
  void warning(const Place& place, const std::string& what) override {
    fmt::print("{}: {}\n", to_string(place), what);
  }
  void removed(const std::string&, const Place&) override {}
  void skipped(const Place&, std::string_view) override {}

  std::map<std::string, Article> by_page;
};

Articles read_pages(const fs::path& folder) {
  Articles articles;
  SourceProgress progress;
  EverySource every_source;
  open_sources({folder.string()}, {}, progress, articles, every_source,
               [&](const std::string& name, ByteStream& bytes) {
                 if (name.find(".html") == std::string::npos) return;
                 read_source(bytes, name, {.format = "html", .map = {}}, articles);
               });
  return articles;
}

json read_json(const fs::path& file) {
  std::ifstream in(file);
  return json::parse(in);
}

/// The mean over the pages of precision, of recall, and of each page's own F1.
struct Mean {
  Score score;
  double f1 = 0;

  void add(const Score& page, double count) {
    score.precision += page.precision / count;
    score.recall += page.recall / count;
    f1 += page.f1() / count;
  }
  void print(const char* name) const {
    fmt::print("{:12} precision {:.4f} recall {:.4f} F1 {:.4f} (mean of the pages' F1 {:.4f})\n",
               name, score.precision, score.recall, score.f1(), f1);
  }
};

struct TextScores {
  Mean shingle;
  Mean token;
};

TextScores score_texts(const json& truth, Articles& articles, const Options& options) {
  constexpr std::size_t shingle = 4;  // words, as in the benchmark
  TextScores scores;
  const auto count = static_cast<double>(truth.size());
  for (const auto& [page, wanted] : truth.items()) {
    const std::string body = wanted.at("articleBody");
    const std::string& found = articles.by_page[page].body;
    const Score by_shingle = compare(found, body, shingle);
    const Score by_token = compare(found, body, 1);
    scores.shingle.add(by_shingle, count);
    scores.token.add(by_token, count);
    if (options.list_pages) {
      fmt::print("{:.3f} p {:.3f} r {:.3f} token {:.3f} {} {}\n", by_shingle.f1(),
                 by_shingle.precision, by_shingle.recall, by_token.f1(), page.substr(0, 8),
                 wanted.at("url").get<std::string>().substr(0, 80));
    }
  }
  return scores;
}

/// Titles and names alike but for case, spaces and the kind of their punctuation.
std::string loosely(std::string_view text) {
  std::string result;
  for (const std::string& word : words_of(text)) result += word + ' ';
  std::transform(result.begin(), result.end(), result.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return result;
}

std::vector<std::string> names_of(const Article& article) {
  std::vector<std::string> names;
  for (const Author& author : article.authors) names.push_back(loosely(author.name));
  std::sort(names.begin(), names.end());
  return names;
}

std::vector<std::string> names_of(const json& authors) {
  std::vector<std::string> names;
  for (const json& name : authors) names.push_back(loosely(name.get<std::string>()));
  std::sort(names.begin(), names.end());
  return names;
}

/// Whether `day` is that of the article's date, in some time zone if it is a moment: pages show
/// their own zone's day and declare the moment in UTC.
bool is_day_of(const Article& article, const std::string& day) {
  const std::optional<Date> wanted = parse_date(day);
  if (!article.published || !wanted) return false;
  constexpr Instant hours = 3600;
  const Instant begin = first_instant(*wanted, TimeZone()) - 14 * hours;
  const Instant end = last_instant(*wanted, TimeZone()) + 12 * hours;
  const Instant found = first_instant(*article.published, TimeZone());
  if (article.published->precision != Date::Precision::Second) {
    return found == first_instant(*wanted, TimeZone());
  }
  return found >= begin && found <= end;
}

std::string joined(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text += name + "; ";
  return text;
}

void score_fields(const json& truth, Articles& articles, const Options& options) {
  std::map<std::string, int> right;
  std::map<std::string, int> asked;
  const auto judge = [&](const char* field, const std::string& page, const std::string& found,
                         const std::string& wanted) {
    ++asked[field];
    right[field] += found == wanted ? 1 : 0;
    if (found != wanted && options.list_pages) {
      fmt::print("{} {}: found '{}', wanted '{}'\n", page.substr(0, 8), field, found, wanted);
    }
  };
  for (const auto& [page, wanted] : truth.items()) {
    const Article& article = articles.by_page[page];
    judge("title", page, loosely(article.title), loosely(wanted.at("title").get<std::string>()));
    if (wanted.contains("date")) {
      const std::string day = wanted.at("date");
      const std::string found = article.published ? to_string(*article.published) : "";
      judge("date", page, is_day_of(article, day) ? day : found, day);
    }
    judge("authors", page, joined(names_of(article)), joined(names_of(wanted.at("authors"))));
  }
  for (const auto& [field, count] : asked) {
    fmt::print("{:12} {} of {} right ({:.1f} %)\n", field, right[field], count,
               100.0 * right[field] / count);
  }
}

int run(const Options& options) {
  if (!fs::exists(options.pages / "ground-truth.json")) {
    fmt::print("skipped: there is no {}\n", (options.pages / "ground-truth.json").string());
    return skipped;
  }
  Articles articles = read_pages(options.pages);
  if (!options.show.empty()) {
    for (const auto& [page, article] : articles.by_page) {
      if (page.starts_with(options.show)) fmt::print("{}\n\n{}\n", article.title, article.body);
    }
    return passed;
  }
  const TextScores scores =
      score_texts(read_json(options.pages / "ground-truth.json"), articles, options);
  if (!options.truth.empty()) score_fields(read_json(options.truth), articles, options);
  scores.shingle.print("shingles");
  scores.token.print("tokens");
  const bool good = scores.shingle.score.f1() >= options.least_shingle &&
                    scores.token.score.f1() >= options.least_token;
  return good ? passed : failed;
}

}  // namespace
}  // namespace news

int main(int argc, char** argv) { return news::run(news::parse_options({argv + 1, argv + argc})); }
