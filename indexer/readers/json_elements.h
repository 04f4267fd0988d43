#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/byte_stream.h"
#include "indexer/readers/json_path.h"

namespace news {

/// The text of one element of an array, or of one object.
struct JsonElement {
  std::string_view text;     ///< Perhaps not valid JSON: only brackets and quotes are looked at.
  std::uint64_t line = 0;    ///< Where it begins, from 1.
  bool is_too_long = false;  ///< The text is its beginning only.
};

/// The JSON is broken where no element is, so that none can be found behind.
class BrokenJson : public std::runtime_error {
 public:
  BrokenJson(std::uint64_t line, const std::string& reason)
      : std::runtime_error(reason), line_(line) {}
  std::uint64_t line() const { return line_; }

 private:
  std::uint64_t line_;
};

/// Cuts a JSON array, or objects one after another, into the texts of its elements. An object that
/// has an array at one of `paths` is an envelope: the elements of that array are given in its
/// place. Holds one element at most.
class JsonElements {
 public:
  /// `bytes` must outlive this.
  JsonElements(ByteStream& bytes, std::size_t max_element, std::vector<JsonPath> paths = {});

  /// The next element, valid until the call after; nothing at the end. Throws BrokenJson, and
  /// BadSource where the stream breaks off.
  std::optional<JsonElement> next();

 private:
  enum class State { Start, Objects, ArrayBegun, AfterElement, AfterComma, Closed };
  enum class Part { Open, Ended, Envelope };

  bool fill();
  bool skip_space();
  bool find_element();
  bool pass(char c);
  void expect_end() const;
  Part read_scalar_part();
  Part read_part();
  Part read_element();
  Part read_behind_articles();
  bool opens_articles() const;
  void keep(const char* begin);

  ByteStream& bytes_;
  std::size_t max_element_;
  std::vector<JsonPath> paths_;
  std::string buffer_;
  const char* position_ = nullptr;  // in buffer_
  const char* end_ = nullptr;       // of what buffer_ is filled with
  std::uint64_t line_ = 1;
  State state_ = State::Start;

  std::string text_;  // of the element
  std::uint64_t element_line_ = 0;
  bool is_too_long_ = false;
  JsonPathTracker tracker_;
  std::optional<JsonPathTracker> envelope_;  // where its articles begin
  State state_around_ = State::Start;        // of what the envelope stands in
};

}  // namespace news
