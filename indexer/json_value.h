#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace news {

/// One value of a JsonDocument, for looking into it without asking first what is there: what is
/// missing, null or of another type has no members, no elements and no text. Cheap to copy; valid
/// as long as its document.
class JsonValue {
 public:
  JsonValue() = default;  ///< Missing.
  /// `value` is the parser's.
  explicit JsonValue(const void* value) : value_(value) {}

  bool is_object() const;
  bool is_array() const;
  bool is_string() const;
  /// Whether it is missing, null, "" or has neither members nor elements.
  bool is_empty() const;
  /// Down a path of member names, `at("byline/original")`; missing if it ends early.
  JsonValue at(std::string_view path) const;
  /// The member of exactly that name.
  JsonValue member(std::string_view name) const;
  /// In the order of their names.
  std::vector<std::pair<std::string, JsonValue>> members() const;
  std::vector<JsonValue> elements() const;
  /// A string as it stands, a number as its digits.
  std::string text() const;
  std::string text(std::string_view path) const { return at(path).text(); }
  /// As JSON.
  std::string dump() const;

 private:
  const void* value_ = nullptr;
};

/// A parsed JSON text.
class JsonDocument {
 public:
  /// Throws BadArticle for what is no JSON object, not UTF-8 or too deeply nested.
  explicit JsonDocument(std::string_view text);
  /// An object of strings. Of members of one name the first counts.
  explicit JsonDocument(const std::vector<std::pair<std::string, std::string>>& members);
  ~JsonDocument();
  JsonDocument(const JsonDocument&) = delete;
  JsonDocument& operator=(const JsonDocument&) = delete;

  JsonValue root() const;

 private:
  struct Parsed;
  std::unique_ptr<Parsed> parsed_;
};

}  // namespace news
