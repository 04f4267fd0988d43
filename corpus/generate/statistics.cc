#include "corpus/generate/statistics.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <charconv>
#include <chrono>
#include <cmath>
#include <iterator>
#include <nlohmann/json.hpp>

#include "corpus/generate/english.h"

namespace generate {

namespace {

constexpr std::uint64_t first_growth = 100'000;

std::string lower(std::string_view word) {
  std::string lower;
  for (const char c : word) lower += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return lower;
}

bool of_word(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0; }

/// Without what is no letter or digit at its ends; curly quotes are no letters.
std::string_view trimmed(std::string_view word) {
  while (!word.empty() && !of_word(word.front())) word.remove_prefix(1);
  while (!word.empty() && !of_word(word.back())) word.remove_suffix(1);
  return word;
}

int digits(std::string_view text) {
  int number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

double per_cent(std::uint64_t part, std::uint64_t whole) {
  return whole == 0 ? 0 : 100.0 * static_cast<double>(part) / static_cast<double>(whole);
}

}  // namespace

Statistics::Statistics() : weekdays_(7) {
  for (const FunctionWord& word : function_words()) stop_words_.insert(lower(word.word));
}

void Statistics::add(const std::string& line) {
  const nlohmann::json article = nlohmann::json::parse(line);
  bytes_ += line.size() + 1;
  add_body(article.value("body", ""));
  add_date(article.value("published", ""));
  copies_ += article.contains("copy_of") ? 1 : 0;
  for (const char* facet : {"authors", "countries", "section", "source", "tags"}) {
    const auto found = article.find(facet);
    if (found == article.end()) continue;
    const nlohmann::json values = found->is_array() ? *found : nlohmann::json::array({*found});
    for (const nlohmann::json& value : values) ++facets_[facet][value.get<std::string>()];
  }
}

void Statistics::add_body(std::string_view body) {
  const std::uint64_t before = words_;
  while (!body.empty()) {
    const std::size_t end = std::min(body.find_first_of(" \n"), body.size());
    add_word(trimmed(body.substr(0, end)));
    body.remove_prefix(std::min(end + 1, body.size()));
  }
  lengths_.push_back(static_cast<std::uint32_t>(words_ - before));
}

void Statistics::add_word(std::string_view word) {
  if (word.empty()) return;
  ++words_;
  std::string form = lower(word);
  stops_ += stop_words_.contains(form) ? 1 : 0;
  forms_.insert(std::move(form));
  const std::uint64_t next = growth_.empty() ? first_growth : growth_.back().words * 2;
  if (words_ == next) growth_.push_back({words_, forms_.size()});
}

void Statistics::add_date(const std::string& published) {
  if (published.size() < 10) return;
  timed_ += published.size() > 10 ? 1 : 0;
  const std::string_view text = published;
  const std::chrono::year_month_day day(
      std::chrono::year(digits(text.substr(0, 4))),
      std::chrono::month(static_cast<unsigned>(digits(text.substr(5, 2)))),
      std::chrono::day(static_cast<unsigned>(digits(text.substr(8, 2)))));
  ++weekdays_[std::chrono::weekday(std::chrono::sys_days(day)).c_encoding()];
}

std::string Statistics::print() const {
  std::string text;
  const auto line = [&]<typename... Values>(fmt::format_string<const Values&...> format,
                                            const Values&... values) {
    fmt::format_to(std::back_inserter(text), format, values...);
    text += '\n';
  };
  const std::uint64_t articles = lengths_.size();
  if (articles == 0) return "no articles\n";
  std::vector<std::uint32_t> sorted = lengths_;
  std::sort(sorted.begin(), sorted.end());
  const auto at = [&](double share) {
    return sorted[static_cast<std::size_t>(share * static_cast<double>(sorted.size() - 1))];
  };
  line("articles        {} ({} bytes each)", articles, bytes_ / articles);
  line("words           {} ({:.1f}% stop words)", words_, per_cent(stops_, words_));
  line("different words {}", forms_.size());
  for (std::size_t i = 0; i < growth_.size(); ++i) {
    const double ratio = i == 0 ? 0
                                : std::log2(static_cast<double>(growth_[i].distinct) /
                                            static_cast<double>(growth_[i - 1].distinct));
    line("  after {:>11} {:>9}, growing with the power {:.2f}", growth_[i].words,
         growth_[i].distinct, ratio);
  }
  line("length          {} least, {} 5%, {} 25%, {} median, {} 75%, {} 95%, {} most", at(0),
       at(0.05), at(0.25), at(0.5), at(0.75), at(0.95), at(1));
  line("copies          {:.1f}%", per_cent(copies_, articles));
  line("with a time     {:.1f}%", per_cent(timed_, articles));
  line("on a weekday    {}, at a weekend {} a day", (articles - weekdays_[0] - weekdays_[6]) / 5,
       (weekdays_[0] + weekdays_[6]) / 2);
  for (const auto& [facet, values] : facets_) {
    const auto most = std::max_element(values.begin(), values.end(),
                                       [](auto& a, auto& b) { return a.second < b.second; });
    line("{:<15} {} different, {} has {:.1f}% of the articles", facet, values.size(), most->first,
         per_cent(most->second, articles));
  }
  return text;
}

}  // namespace generate
