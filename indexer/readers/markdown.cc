#include "indexer/readers/markdown.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "indexer/charset.h"
#include "indexer/readers/markdown_article.h"
#include "indexer/readers/markdown_place.h"
#include "indexer/readers/native_article.h"
#include "indexer/text/front_matter.h"
#include "indexer/text/lines_of.h"
#include "indexer/text/markdown_text.h"

namespace news {
namespace {

/// Whether the text between the fences begins as fields do: `title: ...` or `title = ...`.
bool looks_like_fields(const FrontMatter& matter) {
  const char separator = matter.kind == FrontMatterKind::Toml ? '=' : ':';
  for (const std::string_view line : lines_of(matter.fields)) {
    const std::string_view text = trim(line);
    if (text.empty() || text.starts_with('#')) continue;
    if (text.starts_with('[') && matter.kind == FrontMatterKind::Toml) return true;
    const std::string_view name = text.substr(0, text.find(separator));
    return name.size() < text.size() && name.size() < 60;
  }
  return matter.is_closed;
}

/// The body and what it shows where the fields do not say it.
void take_body(std::string_view body, bool is_html, SourceArticle& article) {
  if (is_html) {
    article.body_html = body;
    return;
  }
  MarkdownText text = read_markdown_text(body);
  if (article.title.empty()) article.title = text.title;
  article.body = std::move(text.body);
  if (article.image.caption.empty()) article.image.caption = std::move(text.caption);
}

/// The id by the place, with the slug for the file's name where the fields give one.
std::string id_of(const MarkdownPlace& place, const SourceArticle& article) {
  const auto slug = std::find_if(article.extra.begin(), article.extra.end(),
                                 [](const auto& field) { return field.first == "slug"; });
  if (slug == article.extra.end() || slug->second.empty()) return place.id;
  const std::size_t slash = place.id.rfind('/');
  return (slash == std::string::npos ? "" : place.id.substr(0, slash + 1)) + slug->second;
}

/// What the path says where the fields do not.
void take_place(const MarkdownPlace& place, SourceArticle& article) {
  if (article.published.empty()) article.published = place.date;
  if (article.section.empty()) article.section = place.section;
  if (article.language.empty()) article.language = place.language;
  if (article.id.empty() && article.url.empty()) article.id = id_of(place, article);
}

void take_page(const std::string& text, const Source& source, const Place& at, Intake& intake) {
  const MarkdownPlace place = markdown_place(source.name);
  if (place.is_section_page) return intake.skipped(at, "pages of sections");
  const FrontMatter matter = split_front_matter(text);
  if (!matter.is_closed) {
    return intake.rejected(at, "the front matter has no end; close it with the line it begins with",
                           text);
  }
  SourceArticle article;
  try {
    const MetaValue fields = read_front_matter(matter.kind, matter.fields);
    if (place.is_draft || is_draft(fields)) return intake.skipped(at, "drafts");
    take_front_matter(fields, article);
  } catch (const BadFrontMatter& bad) {
    return intake.rejected(at, bad.what(), text);
  }
  take_body(matter.body, place.is_html, article);
  take_place(place, article);
  take_article(std::move(article), at, intake);
}

}  // namespace

bool knows_markdown(std::string_view beginning, std::string_view name) {
  const FrontMatter matter = split_front_matter(beginning);
  const bool is_fenced =
      matter.kind == FrontMatterKind::Yaml || matter.kind == FrontMatterKind::Toml;
  if (is_fenced) return looks_like_fields(matter);
  if (beginning.find('\0') != std::string_view::npos) return false;
  return markdown_place(name).is_markdown || trim(beginning).starts_with("# ");
}

void read_markdown(const Source& source, Intake& intake) {
  const Place place{.source = source.name};
  const std::optional<std::string> bytes = read_whole(source.bytes, max_article_bytes);
  if (!bytes) return intake.rejected(place, std::string(too_long_reason), {});
  take_page(decode_text(*bytes), source, place, intake);
}

}  // namespace news
