#include "indexer/readers/json_elements.h"

#include <algorithm>

namespace news {
namespace {

constexpr std::size_t chunk_bytes = 256u << 10;

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

/// Whether `c` is a byte of U+FEFF, which may stand before the first element.
bool is_byte_order_mark(char c) { return c == '\xef' || c == '\xbb' || c == '\xbf'; }

}  // namespace

JsonElements::JsonElements(ByteStream& bytes, std::size_t max_element)
    : bytes_(bytes), max_element_(max_element), buffer_(chunk_bytes, '\0') {}

bool JsonElements::fill() {
  position_ = buffer_.data();
  end_ = position_ + bytes_.read(buffer_.data(), buffer_.size());
  return position_ != end_;
}

/// Stands on the next character that is not white space; false at the end.
bool JsonElements::skip_space() {
  while (position_ != end_ || fill()) {
    if (!is_space(*position_)) return true;
    if (*position_ == '\n') ++line_;
    ++position_;
  }
  return false;
}

/// Stands on the first character of the next element; false if there is none.
bool JsonElements::find_element() {
  while (skip_space()) {
    if (!pass(*position_)) return true;
    ++position_;
  }
  expect_end();
  return false;
}

/// Whether `c` stands between elements, not for the beginning of one.
bool JsonElements::pass(char c) {
  const State before = state_;
  switch (before) {
    case State::Start:
      if (is_byte_order_mark(c)) return true;
      state_ = c == '[' ? State::ArrayBegun : State::Objects;
      return c == '[';
    case State::Objects:
      if (c == '{') return false;
      throw BrokenJson(line_, "expected '{', the beginning of the next article");
    case State::ArrayBegun:
      if (c == ',') throw BrokenJson(line_, "expected an article after '['");
      state_ = c == ']' ? State::Closed : State::AfterElement;
      return c == ']';
    case State::AfterElement:
      if (c != ',' && c != ']') throw BrokenJson(line_, "expected ',' or ']' after an article");
      state_ = c == ',' ? State::AfterComma : State::Closed;
      return true;
    case State::AfterComma:
      if (c == ',' || c == ']') throw BrokenJson(line_, "expected an article after ','");
      state_ = State::AfterElement;
      return false;
    case State::Closed:
      throw BrokenJson(line_, "expected nothing after the ']' that closes the array");
  }
  return false;
}

void JsonElements::expect_end() const {
  const bool is_open =
      state_ == State::ArrayBegun || state_ == State::AfterElement || state_ == State::AfterComma;
  if (is_open) throw BrokenJson(line_, "ends without the ']' that closes the array");
}

/// Keeps what is read of the element since `begin`, within the bound.
void JsonElements::keep(const char* begin) {
  const auto size = static_cast<std::size_t>(position_ - begin);
  const std::size_t room = max_element_ - text_.size();
  text_.append(begin, std::min(size, room));
  is_too_long_ = is_too_long_ || size > room;
}

/// Takes one character of an object, an array or a string; true if it was the last.
bool JsonElements::step(char c) {
  if (c == '\n') ++line_;
  if (in_string_) {
    const bool ends = c == '"' && !is_escaped_;
    is_escaped_ = c == '\\' && !is_escaped_;
    in_string_ = !ends;
    return ends && depth_ == 0;
  }
  if (c == '"') in_string_ = true;
  if (c == '{' || c == '[') ++depth_;
  return (c == '}' || c == ']') && --depth_ == 0;
}

/// Reads on in the element as far as the buffer goes; true if it ends there.
bool JsonElements::read_part() {
  const char* const begin = position_;
  bool ends = false;
  while (position_ != end_ && !ends) ends = step(*position_++);
  keep(begin);
  return ends;
}

/// The same for a number or a word.
bool JsonElements::read_scalar_part() {
  const char* const begin = position_;
  position_ =
      std::find_if(position_, end_, [](char c) { return is_space(c) || c == ',' || c == ']'; });
  keep(begin);
  return position_ != end_;
}

std::optional<JsonElement> JsonElements::next() {
  if (!find_element()) return std::nullopt;
  const std::uint64_t line = line_;
  const char first = *position_;
  const bool is_scalar = first != '{' && first != '[' && first != '"';
  text_.clear();
  is_too_long_ = in_string_ = is_escaped_ = false;
  depth_ = 0;
  while (!(is_scalar ? read_scalar_part() : read_part())) {
    if (!fill()) throw BrokenJson(line, "the source ends inside the article that begins here");
  }
  return JsonElement{text_, line, is_too_long_};
}

}  // namespace news
