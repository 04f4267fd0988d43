#include "searchd/cursor.h"

#include <fmt/format.h>

#include <charconv>
#include <string_view>

#include "common/error.h"

namespace news {

namespace {

constexpr std::string_view dated = "d";
constexpr std::string_view undated = "u";
constexpr std::string_view offset = "o";

/// Takes the part before the next dot off `text`.
std::string_view next_part(std::string_view& text) {
  const std::size_t dot = std::min(text.find('.'), text.size());
  const std::string_view part = text.substr(0, dot);
  text.remove_prefix(std::min(dot + 1, text.size()));
  return part;
}

template <typename Number>
std::optional<Number> number(std::string_view text) {
  Number value{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::optional<Cursor> parse(std::string_view text, Sort sort) {
  const std::string_view kind = next_part(text);
  if ((kind == offset) != (sort == Sort::Relevance)) return std::nullopt;
  if (kind == offset) {
    const auto begin = number<std::uint32_t>(text);
    return begin ? std::optional(Cursor{.offset = *begin, .after = {}}) : std::nullopt;
  }
  if (kind != dated && kind != undated) return std::nullopt;
  const auto published = number<Instant>(next_part(text));
  const auto id = number<Xapian::docid>(text);
  if (!published || !id) return std::nullopt;
  return Cursor{.after = DateKey{.dated = kind == dated, .published = *published, .id = *id}};
}

}  // namespace

std::string print_cursor(const Cursor& cursor) {
  if (!cursor.after) return fmt::format("{}.{}", offset, cursor.offset);
  return fmt::format("{}.{}.{}", cursor.after->dated ? dated : undated, cursor.after->published,
                     cursor.after->id);
}

Cursor parse_cursor(const std::string& text, Sort sort) {
  if (text.empty()) return {};
  const auto cursor = parse(text, sort);
  if (!cursor) {
    throw BadRequest("cursor",
                     "expected the cursor of an answer to the same query in the same order");
  }
  return *cursor;
}

}  // namespace news
