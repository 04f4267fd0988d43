#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace news {

/// Writes JSON as nlohmann's dump() does, without a tree and in a fifth of the time: what is
/// written for every article that is stored and for every answer. Texts have to be UTF-8. That
/// brackets are closed and names followed by values is up to who uses it. For one thread.
class JsonWriter {
 public:
  /// Makes room for so many bytes.
  void reserve(std::size_t bytes) { json_.reserve(bytes); }
  void open(char bracket) {
    separate();
    json_ += bracket;
    is_first_ = true;
  }
  void close(char bracket) {
    json_ += bracket;
    is_first_ = false;
  }
  /// The name of a member, whose value comes next.
  void name(std::string_view name) {
    value(name);
    json_ += ':';
    is_first_ = true;  // no comma before the value
  }
  void value(std::string_view text);
  void value(const char* text) { value(std::string_view(text)); }
  void value(std::nullptr_t) { plain("null"); }
  void value(bool flag) { plain(flag ? "true" : "false"); }
  void value(std::uint32_t number) { value(std::uint64_t{number}); }
  void value(std::uint64_t number);
  /// The shortest that reads as the same; null if it is no number.
  void value(double number);
  /// An object or array that is JSON already.
  void json(std::string_view json) { plain(json); }
  /// The members of an object that is JSON already.
  void members(std::string_view object) {
    if (object.size() > 2) plain(object.substr(1, object.size() - 2));
  }
  std::string take() { return std::move(json_); }

 private:
  void separate() {
    if (!is_first_) json_ += ',';
    is_first_ = false;
  }
  void plain(std::string_view text) {
    separate();
    json_ += text;
  }
  void escape(char c);

  std::string json_;
  bool is_first_ = true;
};

}  // namespace news
