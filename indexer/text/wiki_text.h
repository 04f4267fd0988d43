#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace news {

/// A template as it is called: `{{byline|Anna Kowalska|location=Kyiv}}`.
struct WikiTemplate {
  std::string name;  ///< In lower case.
  std::vector<std::string> arguments;
};

/// A page of a MediaWiki, read.
struct WikiText {
  std::string body;                     ///< Paragraphs with a blank line between them.
  std::vector<WikiTemplate> templates;  ///< Those called, the outermost first; at most 1,000.
  std::vector<std::string> categories;
  std::string caption;  ///< Of the first picture.
};

/// Reads wiki markup: links, emphasis, headings and lists become text; templates, tables,
/// footnotes, galleries, comments and the sections that name sources go. In linear time, however
/// deep braces are nested.
WikiText read_wiki_text(std::string_view markup);

}  // namespace news
