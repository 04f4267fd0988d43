#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace news {

/// What a link between double brackets means.
struct WikiLink {
  std::string text;      ///< What is read in its place.
  std::string category;  ///< It puts the page into this category.
  std::string caption;   ///< It is a picture with this caption.
};

/// `parts` are those between the bars; there is at least one.
WikiLink read_wiki_link(const std::vector<std::string>& parts);

/// A name of a template, heading or namespace in lower case, trimmed, with spaces for `_`.
std::string fold_wiki_name(std::string_view name);

/// `[https://x.example words]` becomes `words`.
std::string without_external_links(std::string_view line);

}  // namespace news
