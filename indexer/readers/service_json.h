#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/intake.h"
#include "indexer/json_value.h"
#include "indexer/readers/json_path.h"
#include "indexer/readers/source.h"
#include "indexer/source_article.h"

namespace news {

/// How one service answers.
struct Service {
  std::string_view name;           ///< For reports.
  std::vector<JsonPath> arrays;    ///< Where the articles stand in an answer.
  const char* single;              ///< Where one article stands alone; empty: nowhere.
  std::vector<const char*> marks;  ///< Members of which every article has one.
  /// The article in an object that has a mark.
  SourceArticle (*article)(const JsonValue& object);
};

/// Reads a source of answers or of their articles as a stream. An answer that tells of an error
/// instead of articles is rejected with what it says.
void read_service(const Source& source, const Service& service, Intake& intake);

/// Keeps a value that has no field of its own, unless it is empty.
void keep_extra(const char* name, const JsonValue& value, SourceArticle& article);

}  // namespace news
