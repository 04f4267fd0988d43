#include "indexer/readers/markdown_place.h"

#include <algorithm>
#include <array>
#include <vector>

#include "indexer/text/lines_of.h"

namespace news {
namespace {

constexpr std::array markdown_endings{".md", ".markdown", ".mdown", ".mkd", ".mdx", ".qmd", ".mmd"};
constexpr std::array html_endings{".html", ".htm", ".njk", ".liquid"};

using Parts = std::vector<std::string_view>;

bool ends_with_one_of(const std::string& name, const auto& endings) {
  return std::any_of(endings.begin(), endings.end(),
                     [&](const char* ending) { return name.ends_with(ending); });
}

/// The path of an archive's entry, or of the file.
std::string_view path_of(std::string_view name) {
  // ARCHIVE:ENTRY; a colon in a file's own name is followed by no path.
  const std::size_t colon = name.rfind(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

Parts split(std::string_view path) {
  Parts parts;
  while (!path.empty()) {
    const std::size_t end = std::min(path.find('/'), path.size());
    const std::string_view part = path.substr(0, end);
    if (!part.empty() && part != "." && part != "..") parts.push_back(part);
    path.remove_prefix(std::min(end + 1, path.size()));
  }
  return parts;
}

std::string join(Parts::const_iterator begin, Parts::const_iterator end) {
  std::string path;
  for (auto part = begin; part != end; ++part) {
    if (!path.empty()) path += '/';
    path += *part;
  }
  return path;
}

/// `2024-05-15` of `2024-05-15-title`; empty for other names.
std::string_view leading_date(std::string_view name) {
  constexpr std::string_view shape = "dddd-dd-dd-";
  if (name.size() <= shape.size()) return {};
  for (std::size_t i = 0; i < shape.size(); ++i) {
    const bool is_digit = name[i] >= '0' && name[i] <= '9';
    if (shape[i] == 'd' ? !is_digit : name[i] != shape[i]) return {};
  }
  return name.substr(0, shape.size() - 1);
}

bool is_language(std::string_view text) {
  const auto is_lower = [](char c) { return c >= 'a' && c <= 'z'; };
  return text.size() == 2 && std::all_of(text.begin(), text.end(), is_lower);
}

/// Takes the ending and a language before it off the file's name.
void take_endings(std::string_view& file, MarkdownPlace& place) {
  const std::string lower = lower_ascii(file);
  place.is_markdown = ends_with_one_of(lower, markdown_endings);
  place.is_html = ends_with_one_of(lower, html_endings);
  const std::size_t dot = file.rfind('.');
  if (dot != std::string_view::npos && dot > 0) file = file.substr(0, dot);
  const std::size_t language = file.rfind('.');
  if (language == std::string_view::npos || !is_language(file.substr(language + 1))) return;
  place.language = file.substr(language + 1);
  file = file.substr(0, language);
}

/// What stands above the file, from the folder that holds all pages on.
void take_folders(Parts& parts, MarkdownPlace& place) {
  const auto posts = std::find(parts.begin(), parts.end(), "_posts");
  const auto content = std::find(parts.begin(), parts.end(), "content");
  if (posts != parts.end()) {
    parts.erase(parts.begin(), posts + 1);
  } else if (content != parts.end() && content + 1 != parts.end()) {
    parts.erase(parts.begin(), content + 1);
    if (parts.size() > 1 && is_language(parts.front())) {
      place.language = parts.front();
      parts.erase(parts.begin());
    }
    if (parts.size() > 1) place.section = parts.front();
  } else if (parts.size() > 2) {
    parts.erase(parts.begin(), parts.end() - 2);
  }
}

}  // namespace

MarkdownPlace markdown_place(std::string_view name) {
  MarkdownPlace place;
  Parts parts = split(path_of(name));
  if (parts.empty()) return place;
  place.is_draft = std::find(parts.begin(), parts.end(), "_drafts") != parts.end();
  take_endings(parts.back(), place);
  place.is_section_page = place.is_markdown && parts.back() == "_index";
  take_folders(parts, place);
  // A Hugo bundle is a folder with its text in index.md.
  if (parts.back() == "index" && parts.size() > 1) parts.pop_back();
  place.date = leading_date(parts.back());
  if (!place.date.empty()) parts.back().remove_prefix(place.date.size() + 1);
  place.id = join(parts.begin(), parts.end());
  return place;
}

std::string id_of_name(std::string_view name) {
  const std::string_view path = path_of(name);
  const Parts parts = split(path);
  const std::size_t kept = path.size() == name.size() ? 2 : parts.size();
  return join(parts.end() - static_cast<std::ptrdiff_t>(std::min(kept, parts.size())), parts.end());
}

}  // namespace news
