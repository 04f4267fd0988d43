#include "searchd/views/article_page.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "common/text.h"
#include "common/url.h"
#include "searchd/views/filters.h"
#include "searchd/views/hits.h"
#include "searchd/views/links.h"

namespace news {

namespace {

/// A value of a facet as a link to all articles that have it; nothing (false) if empty.
View value_link(std::string_view facet, const std::string& value) {
  if (value.empty()) return false;
  View view;
  view["link"] = links::search(links::of_value(facet, value));
  view["label"] = facet_label(facet, value);
  return view;
}

/// A URL that may be a link; nothing otherwise, whatever the index holds.
std::string web_link(const std::string& url) { return is_web_url(url) ? url : std::string(); }

void set_authors(View& view, const std::vector<Author>& authors) {
  ViewList names;
  ViewList bios;
  for (const Author& author : authors) {
    View one;
    one["link"] = links::search(links::of_value("author", author.name));
    one["name"] = author.name;
    set_text(one, "role", author.role);
    set_text(one, "bio", author.bio);
    set_text(one, "url", web_link(author.url));
    if (!author.bio.empty() || !web_link(author.url).empty()) bios.push_back(one);
    names.push_back(std::move(one));
  }
  view["authors?"] = !names.empty();
  set_list(view, "authors", names);
  set_list(view, "bios", bios);
}

/// Whether newsindex found it out, and not the source said it.
bool is_derived(const Article& article, std::string_view field) {
  return std::ranges::find(article.derived, field) != article.derived.end();
}

void add_about(ViewList& about, const char* heading, std::string_view facet,
               const std::vector<std::string>& values, bool derived) {
  ViewList links;
  for (const std::string& value : values) {
    if (!value.empty()) links.push_back(value_link(facet, value));
  }
  if (links.empty()) return;
  View row;
  row["heading"] = heading;
  row["derived"] = derived;
  set_list(row, "values", links);
  about.push_back(std::move(row));
}

ViewList about_view(const Article& article) {
  ViewList about;
  add_about(about, "Countries", "country", article.countries, is_derived(article, "countries"));
  add_about(about, "Tags", "tag", article.tags, false);
  add_about(about, "Language", "language", {article.language}, is_derived(article, "language"));
  return about;
}

std::string joined(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
  return text;
}

View summary_view(const Article& article) {
  View view;
  view["link"] = links::article(article.id, {});
  view["title"] = article.title.empty() ? "Untitled" : article.title;
  set_text(view, "source", article.source);
  set_text(view, "lang", foreign_language(article.language));
  set_text(view, "dir", direction(article.language));
  view["time"] = time_view(article.published);
  return view;
}

ViewList related_view(const ArticleResult& result) {
  ViewList list;
  for (const RelatedArticle& related : result.related) {
    list.push_back(summary_view(related.article));
  }
  return list;
}

ViewList others_view(const ArticleResult& result) {
  ViewList list;
  for (const Article& other : result.others) {
    View view = summary_view(other);
    view["original"] = other.id == result.story.original;
    list.push_back(std::move(view));
  }
  return list;
}

void set_story(View& view, const ArticleResult& result) {
  const std::size_t shown = result.others.size();
  view["others?"] = shown > 0;
  set_list(view, "others", others_view(result));
  set_text(
      view, "more_copies",
      result.story.copies > shown ? std::to_string(result.story.copies - shown) : std::string());
}

void set_dates(View& view, const Article& article) {
  view["published"] = time_view(article.published);
  view["first_published"] = article.first_published == article.published
                                ? View(false)
                                : time_view(article.first_published);
  view["updated"] = time_view(article.updated);
  view["undated"] = !article.published;
}

View image_view(const std::optional<Image>& image) {
  if (!image) return false;
  View view;
  set_text(view, "caption", image->caption);
  set_text(view, "credit", image->credit);
  set_text(view, "link", web_link(image->url));
  return view;
}

ViewList paragraphs_view(const ArticleResult& result) {
  ViewList list;
  for (const std::string& html : result.paragraphs_html) {
    View view;
    view["html"] = html;
    set_text(view, "dateline", list.empty() ? result.article.dateline : std::string());
    list.push_back(std::move(view));
  }
  return list;
}

}  // namespace

View article_page(const ArticleResult& result, const SearchRequest& request) {
  const Article& article = result.article;
  View view;
  const bool from_search = !(request == SearchRequest{});
  set_text(view, "back", from_search ? links::search(request) : std::string());
  set_text(view, "q", shown_text(request.q));
  set_text(view, "shown_q", shown_text(request.q));
  view["canonical"] = links::article(article.id, {});
  view["api_link"] = "/api/v1/articles/" + percent_encode(article.id);
  view["title_html"] = result.title_html.empty() ? "Untitled" : result.title_html;
  set_text(view, "standfirst_html", result.standfirst_html);
  set_text(view, "lang", foreign_language(article.language));
  set_text(view, "dir", direction(article.language));
  view["section"] = value_link("section", article.section);
  view["source"] = value_link("source", article.source);
  set_authors(view, article.authors);
  set_dates(view, article);
  set_text(view, "correction", article.correction);
  set_list(view, "paragraphs", paragraphs_view(result));
  view["image"] = image_view(article.image);
  set_text(view, "original", web_link(article.url));
  set_list(view, "about", about_view(article));
  set_text(view, "places", joined(article.places));
  view["section_derived"] = is_derived(article, "section");
  set_story(view, result);
  view["related?"] = !result.related.empty();
  set_list(view, "related", related_view(result));
  return view;
}

}  // namespace news
