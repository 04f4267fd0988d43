#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/json_value.h"

namespace news {

/// What a source in a field map leads to in one record.
class FoundValue {
 public:
  /// Missing unless something was found.
  JsonValue value() const { return made_ ? made_->root().member("value") : value_; }
  /// Whether a member of the record of that name had to do with it.
  bool came_from(std::string_view name) const;

 private:
  friend FoundValue find_value(const JsonValue&, const std::string&, const std::string&);

  JsonValue value_;
  std::shared_ptr<JsonDocument> made_;  // where the value does not stand in the record as it is
  std::vector<std::string> origins_;
};

/// Follows `source`: the name of a member, exactly or in another spelling; a path of names with
/// dots (`meta.author`) or a JSON pointer (`/meta/author`), a number being an element of an array
/// and a name any of its elements that has it; several of these joined by `+`, whose texts then
/// stand behind one another with `separator` between; or a text in double quotes, which is itself.
FoundValue find_value(const JsonValue& record, const std::string& source,
                      const std::string& separator);

/// Whether a source in a field map has to do with a member of that name.
bool may_lead_to(std::string_view source, std::string_view name);

/// `text` as a JSON string.
std::string quoted_json(const std::string& text);

}  // namespace news
