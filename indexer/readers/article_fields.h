#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/json_value.h"
#include "indexer/source_article.h"

namespace news {

/// A field of an article, as a mapped source fills it in.
struct ArticleField {
  std::string_view name;  ///< As in our own format, and on the left side of `--map`.
  /// What else the world calls it, as plain_name gives it, the likeliest first.
  std::vector<std::string_view> other_names;
  /// Takes the value; false if there is nothing in it that can be used.
  bool (*take)(const JsonValue& value, SourceArticle& article);
  /// Whether several values go in, or only the first that can be used.
  bool takes_many = false;
};

/// All of them, in the order in which they choose among a source's names.
const std::vector<ArticleField>& article_fields();

std::vector<std::string> article_field_names();

/// Whether a plain name is that of a field, ours or another.
bool is_known_name(std::string_view plain);

/// The name without case, spaces and punctuation: `Date-Published` is `datepublished`.
std::string plain_name(std::string_view name);

}  // namespace news
