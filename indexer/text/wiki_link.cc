#include "indexer/text/wiki_link.h"

#include <unicode/unistr.h>

#include <algorithm>

#include "common/text.h"
#include "indexer/text/lines_of.h"
#include "indexer/text/wiki_words.h"

namespace news {
namespace {

/// Whether it says how a picture is shown: `thumb`, `300px`, `alt=...`.
bool is_picture_option(std::string_view part) {
  constexpr std::string_view options[]{
      "thumb",   "thumbnail", "frame",  "framed", "frameless", "right",     "left",
      "center",  "none",      "border", "mini",   "miniatur",  "hochkant",  "links",
      "rechts",  "vignette",  "gauche", "droite", "derecha",   "izquierda", "upright",
      "ліворуч", "праворуч",  "міні",   "слева",  "справа",    "мини"};
  part = trim(part);
  const bool is_named = part.find('=') != std::string_view::npos && part.find('=') < 12;
  return part.empty() || part.ends_with("px") || is_named ||
         std::find(std::begin(options), std::end(options), part) != std::end(options);
}

std::string caption_of(const std::vector<std::string>& parts) {
  for (auto part = parts.rbegin(); part + 1 != parts.rend(); ++part) {
    if (!is_picture_option(*part)) return clean_line(*part);
  }
  return {};
}

/// Whether it links to the same article in another language.
bool is_language_prefix(std::string_view prefix) {
  const auto is_lower = [](char c) { return c >= 'a' && c <= 'z'; };
  return (prefix.size() == 2 || prefix.size() == 3) &&
         std::all_of(prefix.begin(), prefix.end(), is_lower);
}

}  // namespace

std::string fold_wiki_name(std::string_view name) {
  std::string folded;
  icu::UnicodeString::fromUTF8(std::string(trim(name))).toLower().toUTF8String(folded);
  std::replace(folded.begin(), folded.end(), '_', ' ');
  return folded;
}

WikiLink read_wiki_link(const std::vector<std::string>& parts) {
  std::string_view target = trim(parts.front());
  const bool is_plain = target.starts_with(':');
  if (is_plain) target.remove_prefix(1);
  const std::size_t colon = target.find(':');
  const std::string_view after =
      colon == std::string_view::npos ? target : target.substr(colon + 1);
  const std::string prefix =
      colon == std::string_view::npos ? std::string() : fold_wiki_name(target.substr(0, colon));
  if (!is_plain && is_category_word(prefix)) return {.category = clean_line(after)};
  if (!is_plain && is_file_word(prefix)) return {.caption = caption_of(parts)};
  if (parts.size() > 1 && !trim(parts.back()).empty()) return {.text = parts.back()};
  if (!is_plain && parts.size() == 1 && is_language_prefix(prefix)) return {};
  return {.text = std::string(prefix.empty() ? target : after)};
}

std::string without_external_links(std::string_view line) {
  std::string text;
  while (!line.empty()) {
    const std::size_t at = std::min(line.find("[http"), line.size());
    text += line.substr(0, at);
    line.remove_prefix(at);
    const std::size_t end = line.substr(0, 2000).find(']');
    if (end == std::string_view::npos) {
      text += line.substr(0, 1);
      line.remove_prefix(std::min<std::size_t>(line.size(), 1));
      continue;
    }
    const std::string_view link = line.substr(1, end - 1);
    const std::size_t space = link.find(' ');
    if (space != std::string_view::npos) text += trim(link.substr(space));
    line.remove_prefix(end + 1);
  }
  return text;
}

}  // namespace news
