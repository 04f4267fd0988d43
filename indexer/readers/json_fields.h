#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace news {

/// A value in JSON that may have any shape: what is not there or of another type is empty. Valid as
/// long as the document it is of.
class JsonField {
 public:
  /// null.
  JsonField() = default;
  /// `value` is one of the JSON library's.
  explicit JsonField(const void* value) : value_(value) {}

  bool is_object() const;
  bool is_array() const;
  bool is_string() const;
  /// A string as it stands, a number or truth value as it is written; empty if it is neither.
  std::string text() const;
  /// As JSON.
  std::string dump() const;
  /// An integer; 0 if it is none.
  long long integer() const;

  /// The member of an object; null if there is none.
  JsonField member(const char* name) const;
  /// The text of a member.
  std::string text(const char* name) const;
  /// The text of the first of these members that has one.
  std::string first_text(const std::vector<const char*>& names) const;
  /// Of a member that is an array or an object the elements; the value itself if it is neither,
  /// none if it is null.
  std::vector<JsonField> elements(const char* name) const;
  /// The names of the elements of a member: each a string, or an object that has a `name`.
  std::vector<std::string> names(const char* name) const;
  /// Of a member the elements with their names, which an array has as their own `name`.
  std::vector<std::pair<std::string, JsonField>> named_elements(const char* name) const;

 private:
  const void* value_ = nullptr;
};

/// JSON text as a tree.
class JsonText {
 public:
  /// Sees each value as soon as it is whole, inner ones first. `depth` is that of the brackets
  /// around it; `key` is the name of the outermost object's member that it is or is in.
  using Watcher = std::function<void(int depth, const std::string& key, JsonField value)>;

  /// What is nested deeper than 100 levels is left out. Throws BadArticle if it is no JSON.
  explicit JsonText(std::string_view text, const Watcher& watcher = {});

  JsonField root() const { return JsonField(root_.get()); }

 private:
  std::shared_ptr<const void> root_;
};

/// The names of the members of the first object in JSON that begins so; those of objects in it are
/// left out.
std::vector<std::string_view> first_members(std::string_view beginning);

}  // namespace news
