#include "indexer/readers/json_elements.h"

#include <algorithm>
#include <utility>

namespace news {
namespace {

constexpr std::size_t chunk_bytes = 256u << 10;

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

/// Whether `c` is a byte of U+FEFF, which may stand before the first element.
bool is_byte_order_mark(char c) { return c == '\xef' || c == '\xbb' || c == '\xbf'; }

}  // namespace

JsonElements::JsonElements(ByteStream& bytes, std::size_t max_element, std::vector<JsonPath> paths)
    : bytes_(bytes),
      max_element_(max_element),
      paths_(std::move(paths)),
      buffer_(chunk_bytes, '\0') {}

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
    if (envelope_ && state_ == State::Closed) return false;
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

bool JsonElements::opens_articles() const {
  return !envelope_ && std::any_of(paths_.begin(), paths_.end(), [this](const JsonPath& path) {
    return tracker_.opened_array_at(path);
  });
}

/// Reads on in the element as far as the buffer goes, or to where an envelope's articles begin.
JsonElements::Part JsonElements::read_part() {
  const char* const begin = position_;
  Part part = Part::Open;
  while (position_ != end_ && part == Part::Open) {
    const char c = *position_++;
    if (c == '\n') ++line_;
    tracker_.step(c);
    if (tracker_.is_closed()) part = Part::Ended;
    if (c == '[' && opens_articles()) part = Part::Envelope;
  }
  keep(begin);
  return part;
}

/// The same for a number or a word.
JsonElements::Part JsonElements::read_scalar_part() {
  const char* const begin = position_;
  position_ =
      std::find_if(position_, end_, [](char c) { return is_space(c) || c == ',' || c == ']'; });
  keep(begin);
  return position_ == end_ ? Part::Open : Part::Ended;
}

JsonElements::Part JsonElements::read_element() {
  element_line_ = line_;
  const char first = *position_;
  const bool is_scalar = first != '{' && first != '[' && first != '"';
  text_.clear();
  is_too_long_ = false;
  tracker_ = {};
  for (;;) {
    const Part part = is_scalar ? read_scalar_part() : read_part();
    if (part != Part::Open) return part;
    if (!fill()) {
      throw BrokenJson(element_line_, "the source ends inside the article that begins here");
    }
  }
}

/// Reads from the ']' behind an envelope's articles to its end, or to more articles.
JsonElements::Part JsonElements::read_behind_articles() {
  state_ = state_around_;
  tracker_ = std::move(*envelope_);
  envelope_.reset();
  tracker_.step(']');
  for (;;) {
    text_.clear();
    const Part part = read_part();
    if (part != Part::Open) return part;
    if (!fill()) throw BrokenJson(line_, "the source ends inside the object around the articles");
  }
}

std::optional<JsonElement> JsonElements::next() {
  for (;;) {
    const bool found = find_element();
    if (!found && !envelope_) return std::nullopt;
    const Part part = found ? read_element() : read_behind_articles();
    if (part == Part::Envelope) {
      envelope_ = std::move(tracker_);
      state_around_ = std::exchange(state_, State::ArrayBegun);
    } else if (found) {
      return JsonElement{text_, element_line_, is_too_long_};
    }
  }
}

}  // namespace news
