#include "indexer/readers/json_fields.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "common/error.h"
#include "common/text.h"
#include "indexer/readers/native_article.h"

namespace news {

using nlohmann::json;

json read_json_text(std::string_view text, const JsonWatcher& watcher) {
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
    if (is_whole && watcher) watcher(depth, key, value);
    return depth <= max_depth;
  };
  try {
    return json::parse(trimmed.begin(), trimmed.end(), see);
  } catch (const json::parse_error& error) {
    throw BadArticle(fmt::format(
        "is not JSON: it breaks off or goes wrong at byte {}; mend it there", error.byte));
  } catch (const json::exception&) {
    throw BadArticle("has a number in it that is too large");
  }
}

namespace json_field {

const json& member(const json& object, const char* name) {
  static const json none;
  if (!object.is_object()) return none;
  const auto found = object.find(name);
  return found == object.end() ? none : *found;
}

std::string text(const json& object, const char* name) {
  const json& value = member(object, name);
  if (value.is_string()) return value.get<std::string>();
  return value.is_number() || value.is_boolean() ? value.dump() : std::string();
}

std::string first_text(const json& object, const std::vector<const char*>& names) {
  for (const char* name : names) {
    std::string found = text(object, name);
    if (!found.empty()) return found;
  }
  return {};
}

std::vector<const json*> elements(const json& object, const char* name) {
  const json& value = member(object, name);
  std::vector<const json*> all;
  if (value.is_null()) return all;
  if (!value.is_array() && !value.is_object()) return {&value};
  for (const json& element : value) all.push_back(&element);
  return all;
}

std::vector<std::string> names(const json& object, const char* name) {
  std::vector<std::string> all;
  for (const json* element : elements(object, name)) {
    std::string found = element->is_string() ? element->get<std::string>() : text(*element, "name");
    if (!found.empty()) all.push_back(std::move(found));
  }
  return all;
}

}  // namespace json_field

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
