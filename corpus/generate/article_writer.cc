#include "corpus/generate/article_writer.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <chrono>

#include "corpus/generate/exact_math.h"

namespace generate {

namespace {

/// 400 in the middle, log-normal with a deviation of 0.75, as far as a body may be off by a few
/// words within its bounds. The normal deviate is the sum of twelve shares less six.
std::uint32_t body_length(Random& random) {
  while (true) {
    double deviate = -6;
    for (int i = 0; i < 12; ++i) deviate += random.share();
    const auto words = static_cast<std::uint32_t>(400 * exponential(0.75 * deviate));
    if (words >= ArticleWriter::least_words + 5 && words <= ArticleWriter::most_words - 5)
      return words;
  }
}

std::chrono::year_month_day date_of(Instant instant) {
  const std::chrono::sys_seconds moment{std::chrono::seconds(instant)};
  return std::chrono::floor<std::chrono::days>(moment);
}

void add_once(std::string_view value, std::vector<std::string_view>& values) {
  if (std::find(values.begin(), values.end(), value) == values.end()) values.push_back(value);
}

/// The words of a headline in small letters with hyphens between, at most 60 letters.
std::string slug(std::string_view title) {
  std::string slug;
  for (const char c : title.substr(0, 60)) {
    const auto letter = static_cast<unsigned char>(c);
    if (std::isalnum(letter) != 0) {
      slug += static_cast<char>(std::tolower(letter));
    } else if (!slug.empty() && slug.back() != '-') {
      slug += '-';
    }
  }
  return slug;
}

/// Another headline for a copy: the words that its text begins with.
std::string first_words(std::string_view body, std::uint32_t words) {
  std::string title;
  for (const char c : body) {
    if (c == '\n' || (c == ' ' && --words == 0)) break;
    const bool plain = std::isalnum(static_cast<unsigned char>(c)) != 0;
    if (plain || c == ' ' || c == '-') title += c;
  }
  return title;
}

/// Cuts the last paragraph off, where the first half of the text and 600 bytes are left.
void cut(std::string& body) {
  const std::size_t last = body.rfind("\n\n");
  if (last != body.npos && last > std::max<std::size_t>(600, body.size() / 2)) body.resize(last);
}

/// Joins two paragraphs and takes a comma out.
void touch_up(std::string& body) {
  const std::size_t gap = body.find("\n\n");
  if (gap != body.npos) {
    body[gap] = ' ';
    body.erase(gap + 1, 1);
  }
  const std::size_t comma = body.find(", ");
  if (comma != body.npos) body.erase(comma, 1);
}

}  // namespace

Article ArticleWriter::write(const Story& story, Instant published, Random& random) {
  Article article;
  article.published = published;
  article.section = sections()[story.section].name;
  prose_.begin(story, static_cast<int>(date_of(published).year()));
  prose_.body(body_length(random), random, article.body);
  article.title = prose_.headline(random);
  if (random.chance(0.65)) prose_.sentence(random.between(14, 26), random, article.standfirst);
  sign(story, random, article);
  place(story, random, article);
  for (const std::string& tag : story.tags) {
    if (random.chance(0.8)) article.tags.push_back(tag);
  }
  if (random.chance(0.06)) article.updated = published + random.between(600, 100'000);
  return article;
}

Article ArticleWriter::copy(const Article& original, Random& random) const {
  Article article = original;
  std::size_t source = newsroom_.draw_source(random);
  if (source == original.source) source = (source + 1) % newsroom_.sources().size();
  set_source(source, article);
  article.copy_of = original.id;
  article.url.clear();
  article.updated = 0;
  article.title = first_words(original.body, random.between(6, 10));
  if (random.chance(0.5)) article.standfirst.clear();
  if (random.chance(0.4)) article.authors.clear();
  if (random.chance(0.5)) cut(article.body);
  if (random.chance(0.3)) touch_up(article.body);
  return article;
}

void ArticleWriter::name(std::uint64_t seed, std::uint64_t number, Random& random,
                         Article& article) const {
  article.id = fmt::format("g{}-{:08}", seed, number);
  if (random.chance(0.15)) return;
  const std::chrono::year_month_day date = date_of(article.published);
  article.url = fmt::format("https://{}/{}/{:02}/{:02}/{}/{}-{}",
                            newsroom_.source(article.source).domain, static_cast<int>(date.year()),
                            static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                            slug(article.section), slug(article.title), number);
}

/// None for 8% of the articles, one for most, now and then two or three.
void ArticleWriter::sign(const Story& story, Random& random, Article& article) const {
  const std::uint32_t dice = random.below(100);
  const std::uint32_t authors = dice < 8 ? 0 : dice < 84 ? 1 : dice < 97 ? 2 : 3;
  std::size_t source = newsroom_.draw_source(random);
  for (std::uint32_t i = 0; i < authors; ++i) {
    const std::size_t author = newsroom_.draw_author(story.section, random);
    if (i == 0) source = newsroom_.source_of_author(author);
    const std::string& name = newsroom_.author(author);
    const auto known = std::find(article.authors.begin(), article.authors.end(), name);
    if (known == article.authors.end()) article.authors.push_back(name);
  }
  set_source(source, article);
}

void ArticleWriter::place(const Story& story, Random& random, Article& article) const {
  if (random.chance(0.3)) article.dateline = story.places.front();
  if (random.chance(0.1)) return;
  for (const Country* country : story.countries) add_once(country->code, article.countries);
  if (random.chance(0.12)) add_once(teller_.country(random).code, article.countries);
}

void ArticleWriter::set_source(std::size_t source, Article& article) const {
  article.source = source;
  article.source_name = newsroom_.source(source).name;
  article.offset = newsroom_.source(source).offset;
}

}  // namespace generate
