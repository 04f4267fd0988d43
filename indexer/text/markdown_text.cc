#include "indexer/text/markdown_text.h"

#include <cmark.h>

#include <cstdlib>
#include <memory>
#include <vector>

#include "common/html_text.h"
#include "common/text.h"
#include "indexer/text/markdown_source.h"

namespace news {
namespace {

using Node = std::unique_ptr<cmark_node, void (*)(cmark_node*)>;
using Iterator = std::unique_ptr<cmark_iter, void (*)(cmark_iter*)>;

std::string string_of(const char* text) { return text == nullptr ? std::string() : text; }

/// The words below a node.
std::string words_of(cmark_node* node) {
  std::string words;
  const Iterator walk(cmark_iter_new(node), cmark_iter_free);
  while (cmark_iter_next(walk.get()) != CMARK_EVENT_DONE) {
    cmark_node* const current = cmark_iter_get_node(walk.get());
    const cmark_node_type type = cmark_node_get_type(current);
    if (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE) {
      words += string_of(cmark_node_get_literal(current));
    } else if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK ||
               type == CMARK_NODE_PARAGRAPH) {
      words += ' ';
    }
  }
  return clean_line(words);
}

/// All pictures, the outer one where one stands in the description of another.
std::vector<cmark_node*> images_of(cmark_node* document) {
  std::vector<cmark_node*> images;
  const Iterator walk(cmark_iter_new(document), cmark_iter_free);
  for (auto event = cmark_iter_next(walk.get()); event != CMARK_EVENT_DONE;
       event = cmark_iter_next(walk.get())) {
    cmark_node* const node = cmark_iter_get_node(walk.get());
    if (event != CMARK_EVENT_ENTER || cmark_node_get_type(node) != CMARK_NODE_IMAGE) continue;
    images.push_back(node);
    cmark_iter_reset(walk.get(), node, CMARK_EVENT_EXIT);
  }
  return images;
}

void take_images(cmark_node* document, MarkdownText& text) {
  for (cmark_node* const image : images_of(document)) {
    if (text.image.empty()) {
      text.image = string_of(cmark_node_get_url(image));
      text.caption = words_of(image);
    }
    cmark_node_unlink(image);
    cmark_node_free(image);
  }
}

void take_title(cmark_node* document, MarkdownText& text) {
  cmark_node* const first = cmark_node_first_child(document);
  if (first == nullptr || cmark_node_get_type(first) != CMARK_NODE_HEADING) return;
  if (cmark_node_get_heading_level(first) != 1) return;
  text.title = words_of(first);
  cmark_node_unlink(first);
  cmark_node_free(first);
}

}  // namespace

MarkdownText read_markdown_text(std::string_view markdown) {
  MarkdownText text;
  const std::string source = plain_markdown(markdown);
  if (has_too_many_brackets(source)) return {.body = source};
  const Node document(cmark_parse_document(source.data(), source.size(), CMARK_OPT_DEFAULT),
                      cmark_node_free);
  take_images(document.get(), text);
  take_title(document.get(), text);
  const std::unique_ptr<char, void (*)(void*)> html(
      cmark_render_html(document.get(), CMARK_OPT_UNSAFE), std::free);
  text.body = html_text(html.get());
  const bool is_lost = text.body.empty() && cmark_node_first_child(document.get()) != nullptr &&
                       has_letter_or_digit(words_of(document.get()));
  // It is nested too deeply for the parser of HTML.
  if (is_lost) text.body = words_of(document.get());
  return text;
}

}  // namespace news
