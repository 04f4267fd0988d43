#include "indexer/json_value.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "common/error.h"
#include "common/json_text.h"
#include "common/text.h"

namespace news {
namespace {

using nlohmann::json;

const json& parser_value(const void* value) {
  static const json nothing;
  return value == nullptr ? nothing : *static_cast<const json*>(value);
}

json parse_object(std::string_view text) {
  require_parsable_json(text);
  try {
    json object = json::parse(text);
    if (object.is_object()) return object;
    throw BadArticle(
        fmt::format("is a JSON {}, expected an object with an article in it", object.type_name()));
  } catch (const json::parse_error& error) {
    throw BadArticle(fmt::format(
        "is not JSON: it breaks off or goes wrong at byte {}; mend it there", error.byte));
  } catch (const json::exception&) {
    throw BadArticle("has a number in it that is too large");
  }
}

}  // namespace

bool JsonValue::is_object() const { return parser_value(value_).is_object(); }
bool JsonValue::is_array() const { return parser_value(value_).is_array(); }
bool JsonValue::is_string() const { return parser_value(value_).is_string(); }

bool JsonValue::is_empty() const {
  const json& value = parser_value(value_);
  return value.is_string() ? value.get_ref<const std::string&>().empty() : value.empty();
}

JsonValue JsonValue::member(std::string_view name) const {
  const json& object = parser_value(value_);
  if (!object.is_object()) return {};
  const auto found = object.find(name);
  return found == object.end() ? JsonValue() : JsonValue(&*found);
}

JsonValue JsonValue::at(std::string_view path) const {
  const std::size_t end = std::min(path.find('/'), path.size());
  const JsonValue below = member(path.substr(0, end));
  return end == path.size() ? below : below.at(path.substr(end + 1));
}

std::vector<std::pair<std::string, JsonValue>> JsonValue::members() const {
  std::vector<std::pair<std::string, JsonValue>> all;
  const json& object = parser_value(value_);
  if (!object.is_object()) return all;
  for (const auto& [name, value] : object.items()) all.emplace_back(name, JsonValue(&value));
  return all;
}

std::vector<JsonValue> JsonValue::elements() const {
  std::vector<JsonValue> all;
  const json& array = parser_value(value_);
  if (!array.is_array()) return all;
  for (const json& element : array) all.emplace_back(&element);
  return all;
}

std::string JsonValue::text() const {
  const json& value = parser_value(value_);
  if (value.is_string()) return value.get<std::string>();
  return value.is_number() ? value.dump() : std::string();
}

std::string JsonValue::dump() const { return parser_value(value_).dump(); }

struct JsonDocument::Parsed {
  json object;
};

JsonDocument::JsonDocument(std::string_view text)
    : parsed_(std::make_unique<Parsed>(Parsed{parse_object(text)})) {}

JsonDocument::JsonDocument(const std::vector<std::pair<std::string, std::string>>& members)
    : parsed_(std::make_unique<Parsed>(Parsed{json::object()})) {
  for (const auto& [name, value] : members) parsed_->object.emplace(name, value);
}

JsonDocument::~JsonDocument() = default;

JsonValue JsonDocument::root() const { return JsonValue(&parsed_->object); }

}  // namespace news
