#include "indexer/source_state.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace news {
namespace {

/// Takes the text up to the next space off the front of `rest`.
std::string_view take_word(std::string_view& rest) {
  const std::size_t end = std::min(rest.find(' '), rest.size());
  const std::string_view word = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return word;
}

template <typename Number>
bool take_number(std::string_view& rest, Number& number) {
  const std::string_view word = take_word(rest);
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
  return error == std::errc() && end == word.data() + word.size();
}

}  // namespace

std::string print_source_state(const SourceState& state) {
  return fmt::format("{} {} {} {} {} {} {} {}", state.file.size, state.file.modified, state.hash,
                     state.file_system, state.told, state.is_complete ? "complete" : "partial",
                     state.read_as, state.path);
}

std::optional<SourceState> parse_source_state(std::string_view text) {
  SourceState state;
  const bool has_numbers = take_number(text, state.file.size) &&
                           take_number(text, state.file.modified) &&
                           take_number(text, state.hash) && take_number(text, state.file_system) &&
                           take_number(text, state.told);
  if (!has_numbers) return std::nullopt;
  state.is_complete = take_word(text) == "complete";
  state.read_as = take_word(text);
  state.path = text;
  if (state.path.empty()) return std::nullopt;
  return state;
}

}  // namespace news
