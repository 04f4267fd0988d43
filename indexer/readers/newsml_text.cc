#include <string>
#include <utility>

#include "common/text.h"
#include "common/url.h"
#include "indexer/readers/news_body.h"
#include "indexer/readers/newsml_item.h"
#include "indexer/readers/nitf_article.h"
#include "indexer/xml_text.h"

namespace news {
namespace {

template <typename Value>
void fill(Value& field, Value value) {
  if (field.empty()) field = std::move(value);
}

void fill_image(Image& image, Image&& other) {
  fill(image.url, other.url);
  fill(image.caption, other.caption);
  fill(image.credit, other.credit);
}

void fill_in(SourceArticle& article, SourceArticle&& nitf) {
  fill(article.title, nitf.title);
  fill(article.standfirst, nitf.standfirst);
  fill(article.body, std::move(nitf.body));
  // The names in the text have their roles beside them.
  if (!nitf.authors.empty()) article.authors = std::move(nitf.authors);
  fill(article.dateline, nitf.dateline);
  fill(article.correction, nitf.correction);
  fill(article.source, nitf.source);
  fill(article.language, nitf.language);
  fill(article.tags, std::move(nitf.tags));
  fill(article.published, nitf.published);
  fill_image(article.image, std::move(nitf.image));
}

}  // namespace

void take_inline_text(const XmlNode* content, SourceArticle& article) {
  const XmlNode* root = xml::first(content);
  if (const XmlNode* nitf = xml::is(root, "nitf") ? root : xml::find(content, "nitf")) {
    return fill_in(article, nitf_article(nitf));
  }
  if (root != nullptr) {
    fill(article.body, html_body(content, article.title));
    Image picture = html_picture(content);
    if (!is_web_url(picture.url)) picture.url.clear();
    return fill_image(article.image, std::move(picture));
  }
  const std::string text = clean_text(xml::text(content));
  const bool is_html = text.find("</") != std::string::npos;
  fill(article.body, is_html ? html_body(text, article.title) : text);
}

}  // namespace news
