#include "searchd/views/html.h"

#include <algorithm>
#include <array>
#include <utility>

#include "searchd/views/article_page.h"
#include "searchd/views/assets.h"
#include "searchd/views/filters.h"
#include "searchd/views/hits.h"
#include "searchd/views/links.h"
#include "searchd/views/readable.h"
#include "searchd/views/search_page.h"
#include "searchd/views/templates.h"
#include "searchd/views/timeline.h"

namespace news {

namespace {

/// The facets that invite to browse from the front page.
constexpr std::array<std::string_view, 3> browsed{"section", "country", "author"};

/// Files that may be kept for a year, as their URLs change when they do.
constexpr std::array versioned{std::pair{"style_version", "static/style.css"},
                               std::pair{"script_version", "static/complete.js"}};

/// Fills in what the frame of every page shows.
void set_frame(View& view, const std::string& site_name, const std::string& title) {
  for (const auto& [name, file] : versioned) {
    const Asset* asset = find_asset(file);
    view[name] = asset == nullptr ? "0" : std::string(asset->version);
  }
  view["site_name"] = site_name;
  view["page_title"] = title.empty() ? site_name : title + " – " + site_name;
  for (const char* optional : {"canonical", "api_link", "q", "kept"}) {
    if (view.get(optional) == nullptr) view[optional] = false;
  }
  if (view.get("search_box") == nullptr) view["search_box"] = true;
}

std::string span(const ArchiveSummary& summary) {
  if (!summary.first_day || !summary.last_day) return {};
  if (summary.first_day == summary.last_day) return readable::day(*summary.first_day);
  return readable::day(*summary.first_day) + " to " + readable::day(*summary.last_day);
}

std::vector<FacetResult> facets_to_browse(const std::vector<FacetResult>& facets) {
  std::vector<FacetResult> result;
  for (const std::string_view name : browsed) {
    const auto found = std::find_if(facets.begin(), facets.end(),
                                    [&](const FacetResult& facet) { return facet.name == name; });
    if (found == facets.end()) continue;
    result.push_back(*found);
    result.back().missing = 0;
  }
  return result;
}

}  // namespace

HtmlView::HtmlView(std::string site_name)
    : site_name_(std::move(site_name)), templates_(std::make_unique<Templates>()) {}

HtmlView::~HtmlView() = default;

std::string HtmlView::home(const ArchiveSummary& summary, const SearchResult& newest) const {
  const SearchRequest everything;
  View view;
  view["search_box"] = false;
  view["size"] = readable::articles(summary.articles);
  set_text(view, "span", span(summary));
  view["timeline"] =
      newest.date ? timeline_view(everything, *newest.date, links::search) : View(false);
  set_list(view, "hits", hits_view(everything, newest.hits));
  set_list(view, "facets", facets_view(everything, facets_to_browse(newest.facets), links::search));
  set_frame(view, site_name_, {});
  return templates_->render("home", view);
}

std::string HtmlView::search(const SearchRequest& request, const SearchResult& result) const {
  View view = search_page(request, result);
  set_frame(view, site_name_, request.q.empty() ? "All articles" : shown_text(request.q));
  return templates_->render("search", view);
}

std::string HtmlView::article(const ArticleResult& result, const SearchRequest& request) const {
  View view = article_page(result, request);
  set_frame(view, site_name_, result.article.title);
  return templates_->render("article", view);
}

std::string HtmlView::error(const Problem& problem) const {
  View view;
  view["title"] = problem.title;
  view["detail"] = shown_text(problem.detail);
  set_frame(view, site_name_, problem.title);
  return templates_->render("error", view);
}

}  // namespace news
