#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/field_map.h"
#include "indexer/intake.h"
#include "indexer/json_value.h"
#include "indexer/source_article.h"

namespace news {

/// Makes articles of records whose fields have other names than ours: those that the map says,
/// ours in any spelling, and the common ones (article_fields). What is no field of an article is
/// kept as extra. A record with neither id nor url has the id of what is in it, so that it
/// replaces itself when it is read again.
class ArticleMapper {
 public:
  explicit ArticleMapper(const FieldMap& map);

  /// Whether the user said what fields are called.
  bool is_told() const { return is_told_; }
  /// Whether records of these names have a title or a text that we know.
  bool knows_text_among(const std::vector<std::string>& names) const;
  /// Whether a common other name in `record` holds a field that it has not under our name.
  bool finds_other_names(const JsonValue& record) const;
  /// Tells `intake` the article, or why the record is none.
  void take(const JsonValue& record, const Place& place, Intake& intake) const;

 private:
  using Names = std::vector<std::string>;

  const Names* mapped_names(std::string_view field) const;

  std::vector<std::pair<std::string, Names>> mapped_;  // by the article's field
  bool is_told_;
};

/// Why a record of these names is no article that we know, and what to do.
std::string unknown_names_reason(const std::vector<std::string>& names);

/// A name for a record that has none: the same for the same title, date, source and text.
std::string made_up_id(const SourceArticle& article);

}  // namespace news
