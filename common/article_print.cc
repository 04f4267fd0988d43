#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/article_json.h"
#include "common/json_writer.h"

namespace news {

namespace {

/// Each adds a field unless it is empty.
void put(JsonWriter& to, std::string_view name, std::string_view value) {
  if (value.empty()) return;
  to.name(name);
  to.value(value);
}

void put(JsonWriter& to, std::string_view name, const std::optional<Date>& date) {
  if (date) put(to, name, to_string(*date));
}

void put(JsonWriter& to, std::string_view name, const std::vector<std::string>& values) {
  if (values.empty()) return;
  to.name(name);
  to.open('[');
  for (const std::string& value : values) to.value(value);
  to.close(']');
}

void put(JsonWriter& to, const Author& author) {
  if (author == Author{.name = author.name}) return to.value(author.name);
  to.open('{');
  put(to, "name", author.name);
  put(to, "role", author.role);
  put(to, "bio", author.bio);
  put(to, "url", author.url);
  to.close('}');
}

void put(JsonWriter& to, std::string_view name, const std::vector<Author>& authors) {
  if (authors.empty()) return;
  to.name(name);
  to.open('[');
  for (const Author& author : authors) put(to, author);
  to.close(']');
}

void put(JsonWriter& to, std::string_view name, const Image& image) {
  to.name(name);
  to.open('{');
  put(to, "url", image.url);
  put(to, "caption", image.caption);
  put(to, "credit", image.credit);
  to.close('}');
}

}  // namespace

std::string print_article(const Article& article) {
  constexpr std::size_t beside_the_body = 1'000;  // most are shorter
  JsonWriter to;
  to.reserve(article.body.size() + article.standfirst.size() + beside_the_body);
  to.open('{');
  put(to, "id", article.id);
  put(to, "url", article.url);
  put(to, "title", article.title);
  put(to, "standfirst", article.standfirst);
  put(to, "body", article.body);
  put(to, "authors", article.authors);
  put(to, "published", article.published);
  put(to, "first_published", article.first_published);
  put(to, "updated", article.updated);
  put(to, "countries", article.countries);
  put(to, "places", article.places);
  put(to, "section", article.section);
  put(to, "source", article.source);
  put(to, "language", article.language);
  put(to, "tags", article.tags);
  put(to, "dateline", article.dateline);
  if (article.image) put(to, "image", *article.image);
  put(to, "embargo_until", article.embargo_until);
  put(to, "correction", article.correction);
  put(to, "story", article.story);
  put(to, "derived", article.derived);
  to.members(article.extra);
  to.close('}');
  return to.take();
}

}  // namespace news
