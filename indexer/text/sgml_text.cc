#include "indexer/text/sgml_text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "common/text.h"
#include "indexer/text/lines_of.h"

namespace news {
namespace {

constexpr std::array entities{std::pair{"&lt;", "<"},   std::pair{"&gt;", ">"},
                              std::pair{"&amp;", "&"},  std::pair{"&quot;", "\""},
                              std::pair{"&apos;", "'"}, std::pair{"&nbsp;", " "}};

/// How long the tag is that `text` begins with; 0 if it is none.
std::size_t tag_size(std::string_view text) {
  constexpr std::size_t longest = 60;
  const std::size_t end = text.substr(0, longest).find('>');
  const bool is_tag = text.starts_with('<') && end != std::string_view::npos && end > 1 &&
                      (text[1] == '/' || (text[1] >= 'A' && text[1] <= 'Z'));
  return is_tag ? end + 1 : 0;
}

/// How long the entity is that `text` begins with, and what it stands for; the first character
/// itself if it begins with none.
std::pair<std::size_t, std::string_view> entity_at(std::string_view text) {
  for (const auto& [entity, meaning] : entities) {
    const std::string_view name = entity;
    if (text.starts_with(name)) return {name.size(), meaning};
  }
  constexpr std::size_t longest_number = 8;
  const std::size_t end = text.substr(0, longest_number).find(';');
  const bool is_number = text.starts_with("&#") && end != std::string_view::npos && end > 2;
  if (!is_number) return {1, text.substr(0, 1)};
  unsigned code = 0;
  std::from_chars(text.data() + 2, text.data() + end, code);
  const bool is_printable = code >= 0x20 && code < 0x7f;
  constexpr std::string_view ascii =
      " !\"#$%&'()*+,-./"
      "0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz"
      "{|}~";
  return {end + 1, is_printable ? ascii.substr(code - 0x20, 1) : std::string_view()};
}

/// Where `<name` or `</name` stands that is followed by the end of a name.
std::size_t find_tag(std::string_view text, const std::string& tag, std::size_t from) {
  for (std::size_t at = text.find(tag, from); at != std::string_view::npos;
       at = text.find(tag, at + 1)) {
    const std::size_t end = at + tag.size();
    if (end < text.size() && (text[end] == '>' || text[end] == ' ')) return at;
  }
  return std::string_view::npos;
}

}  // namespace

std::optional<SgmlElement> sgml_element(std::string_view text, std::string_view name) {
  const std::string open = "<" + std::string(name);
  const std::size_t begin = find_tag(text, open, 0);
  if (begin == std::string_view::npos) return std::nullopt;
  const std::size_t end = text.find('>', begin);
  if (end == std::string_view::npos) return std::nullopt;
  const std::size_t close = find_tag(text, "</" + std::string(name), end);
  const std::size_t attributes = begin + open.size();
  return SgmlElement{
      .attributes = text.substr(attributes, end - attributes),
      .content = text.substr(end + 1, std::min(close, text.size()) - end - 1),
  };
}

std::string sgml_attribute(std::string_view attributes, std::string_view name) {
  const std::string start = " " + std::string(name) + "=\"";
  const std::size_t at = attributes.find(start);
  if (at == std::string_view::npos) return {};
  const std::string_view value = attributes.substr(at + start.size());
  return sgml_text(value.substr(0, value.find('"')));
}

std::string sgml_text(std::string_view content) {
  std::string text;
  while (!content.empty()) {
    const std::size_t at = std::min(content.find_first_of("&<"), content.size());
    text += content.substr(0, at);
    content.remove_prefix(at);
    if (content.empty()) break;
    const std::size_t tag = tag_size(content);
    const auto [size, meaning] = tag > 0 ? std::pair{tag, std::string_view()} : entity_at(content);
    text += meaning;
    content.remove_prefix(size);
  }
  return text;
}

std::vector<std::string> sgml_items(std::string_view content) {
  std::vector<std::string> items;
  constexpr std::string_view open = "<D>";
  for (std::size_t at = content.find(open); at != std::string_view::npos;
       at = content.find(open, at + 1)) {
    const std::string_view rest = content.substr(at + open.size());
    std::string item = clean_line(sgml_text(rest.substr(0, rest.find('<'))));
    if (!item.empty()) items.push_back(std::move(item));
  }
  return items;
}

}  // namespace news
