#include "indexer/readers/news_body.h"

#include <algorithm>
#include <array>
#include <utility>

#include "common/text.h"
#include "indexer/xml_text.h"

namespace news {
namespace {

/// Without a first paragraph that repeats the headline.
std::string without_headline(std::string text, std::string_view headline) {
  const std::size_t end = std::min(text.find("\n\n"), text.size());
  if (headline.empty() || clean_line(std::string_view(text).substr(0, end)) != headline)
    return text;
  return text.substr(std::min(end + 2, text.size()));
}

}  // namespace

std::string html_body(const XmlNode* html, std::string_view headline) {
  const XmlNode* text = find_class(html, "bodytext");
  if (text == nullptr) text = xml::find(html, "body");
  if (text == nullptr) text = html;
  return without_headline(clean_text(block_text(text, {"figure", "media"})), headline);
}

std::string html_body(const std::string& html, std::string_view headline) {
  const HtmlTree tree(html);
  return html_body(tree.root(), headline);
}

Image html_picture(const XmlNode* html) {
  const XmlNode* figure = xml::find(html, "figure");
  const XmlNode* picture = xml::find(figure, "img");
  return {.url = clean_line(xml::attribute(picture, "src")),
          .caption = line_text(xml::find(figure, "figcaption")),
          .credit = line_text(find_class(figure, "byline"))};
}

bool is_correction(std::string_view note) {
  constexpr std::array marks{"CORRECT",  "Correct",  "correct", "KORREKTUR", "Korrektur",
                             "RECTIF",   "Rectif",   "rectif",  "CORREC",    "Correcci",
                             "RÄTTELSE", "Rättelse", "rättelse"};
  return std::any_of(marks.begin(), marks.end(), [&](std::string_view mark) {
    return note.find(mark) != std::string_view::npos;
  });
}

void take_note(const std::string& note, SourceArticle& article) {
  std::string line = clean_line(note);
  if (article.correction.empty() && is_correction(line)) {
    article.correction = std::move(line);
  } else {
    keep("editors_note", std::move(line), article);
  }
}

void keep(const char* name, std::string value, SourceArticle& article) {
  value = clean_line(value);
  if (!value.empty()) article.extra.emplace_back(name, std::move(value));
}

}  // namespace news
