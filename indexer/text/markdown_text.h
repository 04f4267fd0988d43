#pragma once

#include <string>
#include <string_view>

namespace news {

/// What is left of a Markdown text when it is read.
struct MarkdownText {
  std::string title;    ///< The first heading, if the text begins with one; not in the body then.
  std::string body;     ///< Paragraphs with a blank line between them.
  std::string caption;  ///< The description of the first picture; pictures are not in the body.
  std::string image;    ///< Its address.
};

/// Reads Markdown (GitHub's flavour; HTML in it counts). Shortcodes `{{< >}}` `{{% %}}` of Hugo,
/// tags `{% %}` `{{ }}` of Liquid, attribute lists `{: }` of kramdown, footnotes and comments are
/// left out; what stands between an opening and a closing shortcode stays.
MarkdownText read_markdown_text(std::string_view markdown);

}  // namespace news
