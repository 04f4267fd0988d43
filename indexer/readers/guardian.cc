#include "indexer/readers/guardian.h"

#include <fmt/format.h>

#include "common/country.h"
#include "common/html_text.h"
#include "common/text.h"
#include "indexer/readers/json_articles.h"
#include "indexer/readers/service_json.h"

namespace news {
namespace {

/// A line of text out of a field that is HTML.
std::string line_of(const JsonValue& html) {
  const std::string text = html.text();
  return text.empty() ? text : clean_line(html_text(text));
}

void take_tag(const JsonValue& tag, SourceArticle& article) {
  const std::string type = tag.text("type");
  const std::string title = tag.text("webTitle");
  if (type == "contributor") {
    article.authors.push_back(
        {.name = title, .role = {}, .bio = line_of(tag.member("bio")), .url = tag.text("webUrl")});
  } else if (type == "publication") {
    article.source = title;
  } else if (type == "keyword") {
    article.tags.push_back(title);
    // The keywords of the world section are countries, and themes: "world/ukraine".
    if (tag.text("sectionId") == "world" && country_code(title)) article.countries.push_back(title);
  }
}

/// The text as HTML: the whole body, or the blocks that it is made of.
std::string body_html(const JsonValue& item) {
  std::string html = item.text("fields/body");
  if (!html.empty()) return html;
  for (const JsonValue& block : item.at("blocks/body").elements()) {
    const std::string part = block.text("bodyHtml");
    const std::string summary = block.text("bodyTextSummary");
    html += part.empty() && !summary.empty() ? "<p>" + escape_html(summary) + "</p>" : part;
  }
  return html;
}

/// The main picture with its words, out of `elements` or `blocks.main`; else the thumbnail.
Image image_of(const JsonValue& item) {
  Image image{.url = item.text("fields/thumbnail"), .caption = {}, .credit = {}};
  const auto take_words = [&](const JsonValue& data) {
    if (!image.caption.empty()) return;
    image.caption = line_of(data.member("caption"));
    image.credit = line_of(data.member("credit"));
  };
  for (const JsonValue& element : item.member("elements").elements()) {
    const bool is_main = element.text("relation") == "main" && element.text("type") == "image";
    const auto assets = is_main ? element.member("assets").elements() : std::vector<JsonValue>();
    if (assets.empty()) continue;
    if (image.url.empty()) image.url = assets.back().text("file");
    take_words(assets.back().member("typeData"));
  }
  for (const JsonValue& element : item.at("blocks/main/elements").elements()) {
    take_words(element.member("imageTypeData"));
  }
  return image;
}

void keep_extras(const JsonValue& item, SourceArticle& article) {
  for (const char* name : {"pillarName", "type", "sectionId"}) {
    keep_extra(name, item.member(name), article);
  }
  for (const char* name : {"wordcount", "shortUrl", "starRating", "productionOffice"}) {
    keep_extra(name, item.member("fields").member(name), article);
  }
}

SourceArticle article_of(const JsonValue& item) {
  const JsonValue fields = item.member("fields");
  SourceArticle article;
  article.id = item.text("id");
  article.url = item.text("webUrl");
  article.title = line_of(fields.member("headline"));
  if (article.title.empty()) article.title = item.text("webTitle");
  article.standfirst = line_of(fields.member("standfirst"));
  if (article.standfirst.empty()) article.standfirst = line_of(fields.member("trailText"));
  article.body_html = body_html(item);
  if (article.body_html.empty()) article.body = fields.text("bodyText");
  article.published = item.text("webPublicationDate");
  article.first_published = fields.text("firstPublicationDate");
  article.updated = fields.text("lastModified");
  article.section = item.text("sectionName");
  for (const JsonValue& tag : item.member("tags").elements()) take_tag(tag, article);
  if (article.authors.empty()) article.byline = fields.text("byline");
  if (article.source.empty()) article.source = fields.text("publication");
  if (article.source.empty()) article.source = "The Guardian";
  article.language = fields.text("lang");
  article.image = image_of(item);
  keep_extras(item, article);
  return article;
}

const Service& service() {
  static const Service guardian{.name = "The Guardian",
                                .arrays = {{"response", "results"}, {"results"}},
                                .single = "response/content",
                                .marks = {"webTitle", "webUrl"},
                                .article = article_of};
  return guardian;
}

}  // namespace

bool knows_guardian(std::string_view beginning, std::string_view) {
  return has_json_names(beginning, {"webTitle", "webUrl"}) ||
         has_json_names(beginning, {"response", "status", "userTier"}) ||
         (has_json_names(beginning, {"response", "status", "message"}) &&
          beginning.find("\"error\"") != std::string_view::npos);
}

void read_guardian(const Source& source, Intake& intake) {
  read_service(source, service(), intake);
}

}  // namespace news
