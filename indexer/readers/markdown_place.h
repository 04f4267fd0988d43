#pragma once

#include <string>
#include <string_view>

namespace news {

/// What the path of a page says about it.
struct MarkdownPlace {
  std::string id;         ///< The path below `content/`, or its last two parts; no ending.
  std::string date;       ///< Of a file named as Jekyll does: `2024-05-15-title.md`.
  std::string section;    ///< The folder below `content/` (Hugo), or above `_posts/` (Jekyll).
  std::string language;   ///< Of `page.fr.md`, or of a folder `content/fr/`.
  bool is_draft = false;  ///< In `_drafts/`.
  bool is_section_page = false;  ///< Hugo's `_index.md`: a list of articles.
  bool is_markdown = false;      ///< By its ending.
  bool is_html = false;          ///< By its ending.
};

/// `name` is FILE or ARCHIVE:ENTRY.
MarkdownPlace markdown_place(std::string_view name);

/// An id for what has none but where it stands: the last two parts of the path, or all of an
/// archive entry's. It stays the same when the archive as a whole is moved.
std::string id_of_name(std::string_view name);

}  // namespace news
