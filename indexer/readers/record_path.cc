#include "indexer/readers/record_path.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "indexer/readers/article_fields.h"
#include "indexer/readers/loose_values.h"

namespace news {
namespace {

struct Step {
  JsonValue value;
  std::string name;  // as the record spells it
  std::string list;  // of texts, written as JSON, where several elements of an array have the name
};

Step member_called(const JsonValue& object, std::string_view name) {
  if (const JsonValue exact = object.member(name); !exact.is_empty()) {
    return {exact, std::string(name)};
  }
  const std::string wanted = plain_name(name);
  for (auto& [spelled, value] : object.members()) {
    if (!value.is_empty() && !wanted.empty() && plain_name(spelled) == wanted) {
      return {value, spelled};
    }
  }
  return {};
}

/// What `name` leads to from the elements of an array: of one, or the texts of several.
Step among(const JsonValue& array, std::string_view name) {
  std::vector<JsonValue> found;
  std::string list;
  for (const JsonValue& element : array.elements()) {
    const JsonValue value = member_called(element, name).value;
    if (value.is_empty()) continue;
    found.push_back(value);
    list += (list.empty() ? "[" : ",") + quoted_json(text_in(value));
  }
  if (found.empty()) return {};
  if (found.size() == 1) return {found.front(), {}, {}};
  return {{}, {}, list + ']'};
}

/// What `name` leads to from an object or an array.
Step below(const JsonValue& value, std::string_view name) {
  if (!value.is_array()) return member_called(value, name);
  if (name.empty() || name.find_first_not_of("0123456789") != std::string_view::npos) {
    return among(value, name);
  }
  constexpr std::size_t most_digits = 6;
  const std::vector<JsonValue> elements = value.elements();
  const std::size_t number =
      name.size() > most_digits ? elements.size() : std::stoul(std::string(name));
  return number < elements.size() ? Step{elements[number], {}, {}} : Step();
}

/// `~1` and `~0` of a JSON pointer (RFC 6901, 4).
std::string unescaped(std::string_view part) {
  std::string text;
  for (std::size_t i = 0; i < part.size(); ++i) {
    const bool escaped = part[i] == '~' && i + 1 < part.size();
    text += escaped ? (part[++i] == '1' ? '/' : '~') : part[i];
  }
  return text;
}

Step follow(const JsonValue& record, std::string_view path) {
  if (Step whole = member_called(record, path); !whole.value.is_empty()) return whole;
  const bool is_pointer = path.starts_with('/');
  const char separator = is_pointer ? '/' : '.';
  if (is_pointer) path.remove_prefix(1);
  Step step;
  for (bool is_first = true; !path.empty(); is_first = false) {
    const std::string_view part = path.substr(0, path.find(separator));
    const std::string name = is_pointer ? unescaped(part) : std::string(part);
    path.remove_prefix(std::min(part.size() + 1, path.size()));
    Step next = is_first ? member_called(record, name) : below(step.value, name);
    if (!is_first) next.name = step.name;
    step = std::move(next);
  }
  return step;
}

}  // namespace

bool FoundValue::came_from(std::string_view name) const {
  return std::find(origins_.begin(), origins_.end(), name) != origins_.end();
}

FoundValue find_value(const JsonValue& record, const std::string& source,
                      const std::string& separator) {
  FoundValue found;
  const auto make = [&](const std::string& text) {
    found.made_ = std::make_shared<JsonDocument>(
        std::vector<std::pair<std::string, std::string>>{{"value", text}});
  };
  if (source.size() > 1 && source.starts_with('"') && source.ends_with('"')) {
    make(source.substr(1, source.size() - 2));
    return found;
  }
  if (Step step = follow(record, source); !step.value.is_empty() || !step.list.empty()) {
    found.value_ = step.value;
    if (!step.list.empty()) make(step.list);
    found.origins_.push_back(std::move(step.name));
    return found;
  }
  std::string joined;
  for (std::string_view rest = source; source.find('+') != std::string::npos && !rest.empty();) {
    const std::string_view part = rest.substr(0, rest.find('+'));
    rest.remove_prefix(std::min(part.size() + 1, rest.size()));
    Step step = follow(record, part);
    const std::string text = text_in(step.value);
    if (text.empty()) continue;
    joined += (joined.empty() ? "" : separator) + text;
    found.origins_.push_back(std::move(step.name));
  }
  if (!joined.empty()) make(joined);
  return found;
}

bool may_lead_to(std::string_view source, std::string_view name) {
  if (source == name || source.starts_with('"')) return true;
  const std::string wanted = plain_name(name);
  if (plain_name(source) == wanted) return true;
  while (!source.empty()) {
    const std::string_view part = source.substr(0, source.find('+'));
    source.remove_prefix(std::min(part.size() + 1, source.size()));
    const bool is_pointer = part.starts_with('/');
    const std::string_view path = part.substr(is_pointer ? 1 : 0);
    if (plain_name(path.substr(0, path.find(is_pointer ? '/' : '.'))) == wanted) return true;
  }
  return false;
}

std::string quoted_json(const std::string& text) {
  return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

}  // namespace news
