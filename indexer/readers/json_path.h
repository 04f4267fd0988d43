#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace news {

/// The names that lead from an object to something in it, from the outermost on.
using JsonPath = std::vector<std::string>;

/// Follows one JSON value character by character: where it ends, and by which names one came to
/// where one stands. Looks at brackets, quotes and commas only.
class JsonPathTracker {
 public:
  /// How far down names are known.
  static constexpr std::size_t max_levels = 3;

  void step(char c);
  /// Whether what was taken is a whole object, array or string.
  bool is_closed() const { return depth_ == 0 && !in_string_; }
  bool is_in_string() const { return in_string_; }
  /// Whether the last character opened an array that `path` leads to.
  bool opened_array_at(const JsonPath& path) const;
  /// The names met in the outermost object, a hundred at most.
  const std::vector<std::string>& top_names() const { return top_names_; }

 private:
  struct Level {
    bool is_object = false;
    bool expects_name = false;
    std::string name;
  };

  bool is_known_level() const { return depth_ > 0 && depth_ <= max_levels; }
  void step_in_string(char c);
  void begin_string();
  void end_string();
  void open(char bracket);
  void close();

  std::vector<Level> levels_;
  std::vector<std::string> top_names_;
  std::uint64_t depth_ = 0;
  bool in_string_ = false;
  bool is_escaped_ = false;
  bool is_name_ = false;  // the string
  bool opened_array_ = false;
};

}  // namespace news
