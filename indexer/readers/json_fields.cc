#include "indexer/readers/json_fields.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "common/error.h"
#include "common/text.h"
#include "indexer/readers/native_article.h"

namespace news {

using nlohmann::json;

namespace {

const json& json_of(const void* value) {
  static const json none;
  return value == nullptr ? none : *static_cast<const json*>(value);
}

}  // namespace

bool JsonField::is_object() const { return json_of(value_).is_object(); }
bool JsonField::is_array() const { return json_of(value_).is_array(); }
bool JsonField::is_string() const { return json_of(value_).is_string(); }

std::string JsonField::text() const {
  const json& value = json_of(value_);
  if (value.is_string()) return value.get<std::string>();
  return value.is_number() || value.is_boolean() ? value.dump() : std::string();
}

std::string JsonField::dump() const { return json_of(value_).dump(); }

long long JsonField::integer() const {
  const json& value = json_of(value_);
  return value.is_number_integer() ? value.get<long long>() : 0;
}

JsonField JsonField::member(const char* name) const {
  const json& object = json_of(value_);
  if (!object.is_object()) return {};
  const auto found = object.find(name);
  return found == object.end() ? JsonField() : JsonField(&*found);
}

std::string JsonField::text(const char* name) const { return member(name).text(); }

std::string JsonField::first_text(const std::vector<const char*>& names) const {
  for (const char* name : names) {
    std::string found = text(name);
    if (!found.empty()) return found;
  }
  return {};
}

std::vector<JsonField> JsonField::elements(const char* name) const {
  const JsonField field = member(name);
  const json& value = json_of(field.value_);
  if (value.is_null()) return {};
  if (!value.is_array() && !value.is_object()) return {field};
  std::vector<JsonField> all;
  for (const json& element : value) all.emplace_back(&element);
  return all;
}

std::vector<std::string> JsonField::names(const char* name) const {
  std::vector<std::string> all;
  for (const JsonField element : elements(name)) {
    std::string found = element.is_string() ? element.text() : element.text("name");
    if (!found.empty()) all.push_back(std::move(found));
  }
  return all;
}

std::vector<std::pair<std::string, JsonField>> JsonField::named_elements(const char* name) const {
  std::vector<std::pair<std::string, JsonField>> all;
  const json& value = json_of(member(name).value_);
  if (!value.is_array() && !value.is_object()) return all;
  for (const auto& [key, element] : value.items()) {
    const JsonField field(&element);
    all.emplace_back(value.is_object() ? key : field.text("name"), field);
  }
  return all;
}

JsonText::JsonText(std::string_view text, const Watcher& watcher) {
  const std::string_view trimmed = trim_json(text);
  if (const auto at = find_invalid_utf8(trimmed)) {
    throw BadArticle(
        fmt::format("is not UTF-8: byte {} cannot stand there; convert it first", *at + 1));
  }
  std::string key;
  const auto see = [&](int depth, json::parse_event_t event, json& value) {
    using Event = json::parse_event_t;
    constexpr int max_depth = 100;
    if (event == Event::key && depth == 1) key = value.get<std::string>();
    const bool is_whole =
        event == Event::value || event == Event::object_end || event == Event::array_end;
    if (is_whole && watcher) watcher(depth, key, JsonField(&value));
    return depth <= max_depth;
  };
  try {
    root_ = std::make_shared<const json>(json::parse(trimmed.begin(), trimmed.end(), see));
  } catch (const json::parse_error& error) {
    throw BadArticle(fmt::format(
        "is not JSON: it breaks off or goes wrong at byte {}; mend it there", error.byte));
  } catch (const json::exception&) {
    throw BadArticle("has a number in it that is too large");
  }
}

std::vector<std::string_view> first_members(std::string_view beginning) {
  std::vector<std::string_view> members;
  std::size_t depth = 0;
  std::size_t base = 0;  // depth inside the first object
  std::string_view last;
  for (std::size_t i = 0; i < beginning.size(); ++i) {
    const char c = beginning[i];
    if (c == '"') {
      const std::size_t begin = i + 1;
      for (++i; i < beginning.size() && beginning[i] != '"'; ++i) {
        if (beginning[i] == '\\') ++i;
      }
      last = beginning.substr(begin, std::min(i, beginning.size()) - begin);
    } else if (c == '{' || c == '[') {
      ++depth;
      if (c == '{' && base == 0) base = depth;
    } else if (c == '}' || c == ']') {
      if (depth == base && base != 0) return members;
      if (depth > 0) --depth;
    } else if (c == ':' && depth == base && base != 0) {
      members.push_back(last);
    }
  }
  return members;
}

}  // namespace news
