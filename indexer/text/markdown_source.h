#pragma once

#include <string>
#include <string_view>

namespace news {

/// Markdown without what a site generator would have replaced: shortcodes `{{< >}}` `{{% %}}` and
/// `{{ }}`, Liquid tags `{% %}`, attribute lists `{: }`, footnotes and their references. Rows of
/// tables become paragraphs. In linear time; code is not told apart.
std::string plain_markdown(std::string_view text);

/// Whether a paragraph has so many brackets that looking for links in it would take for ever.
bool has_too_many_brackets(std::string_view text);

}  // namespace news
