#include "indexer/readers/json_path.h"

#include <algorithm>

namespace news {
namespace {

constexpr std::size_t max_name = 64;  // longer ones are none that we look for
constexpr std::size_t max_top_names = 100;

}  // namespace

void JsonPathTracker::step(char c) {
  opened_array_ = false;
  if (in_string_) return step_in_string(c);
  switch (c) {
    case '"':
      return begin_string();
    case '{':
    case '[':
      return open(c);
    case '}':
    case ']':
      return close();
    case ',':
      if (is_known_level()) levels_.back().expects_name = levels_.back().is_object;
      return;
    default:
      return;
  }
}

void JsonPathTracker::step_in_string(char c) {
  if (c == '"' && !is_escaped_) return end_string();
  is_escaped_ = c == '\\' && !is_escaped_;
  if (is_name_ && levels_.back().name.size() < max_name) levels_.back().name += c;
}

void JsonPathTracker::begin_string() {
  in_string_ = true;
  is_escaped_ = false;
  is_name_ = is_known_level() && levels_.back().expects_name;
  if (is_name_) levels_.back().name.clear();
}

void JsonPathTracker::end_string() {
  in_string_ = false;
  if (!is_name_) return;
  levels_.back().expects_name = false;
  if (depth_ == 1 && top_names_.size() < max_top_names) top_names_.push_back(levels_.back().name);
}

void JsonPathTracker::open(char bracket) {
  const bool is_object = bracket == '{';
  opened_array_ = !is_object;
  ++depth_;
  if (is_known_level()) levels_.push_back({is_object, is_object, {}});
}

void JsonPathTracker::close() {
  if (depth_ == 0) return;
  if (is_known_level()) levels_.pop_back();
  --depth_;
}

bool JsonPathTracker::opened_array_at(const JsonPath& path) const {
  if (!opened_array_ || depth_ != path.size() + 1 || path.size() > levels_.size()) return false;
  return std::equal(path.begin(), path.end(), levels_.begin(),
                    [](const std::string& name, const Level& level) {
                      return level.is_object && level.name == name;
                    });
}

}  // namespace news
