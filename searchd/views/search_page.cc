#include "searchd/views/search_page.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "searchd/views/filters.h"
#include "searchd/views/hits.h"
#include "searchd/views/links.h"
#include "searchd/views/readable.h"
#include "searchd/views/timeline.h"

namespace news {

namespace {

/// So many page numbers are shown on each side of the current one.
constexpr unsigned pages_around = 2;

struct Order {
  Sort sort;
  const char* label;
};
constexpr std::array orders{Order{Sort::Relevance, "Most relevant"}, Order{Sort::Newest, "Newest"},
                            Order{Sort::Oldest, "Oldest"}};

constexpr std::array<std::string_view, 4> operations{" AND ", " OR ", " NOT ", " NEAR "};

View link_view(const std::string& link, const std::string& label) {
  View view;
  view["link"] = link;
  view["label"] = label;
  return view;
}

ViewList sorts_view(const SearchRequest& request) {
  ViewList list;
  for (const Order& order : orders) {
    // Without words there is nothing to be relevant to.
    if (order.sort == Sort::Relevance && request.q.empty()) continue;
    View view = link_view(links::here(links::sorted(request, order.sort)), order.label);
    view["current"] = request.effective_sort() == order.sort;
    list.push_back(std::move(view));
  }
  return list;
}

/// The switch between all articles and one a story; nothing (false) where it would change nothing.
View collapse_view(const SearchRequest& request, const SearchResult& result) {
  if (result.stories == result.total && !request.collapse_stories) return false;
  return link_view(links::here(links::collapsed(request, !request.collapse_stories)),
                   request.collapse_stories ? "Show all articles" : "One article a story");
}

View optional_link(const std::optional<SearchRequest>& request) {
  return request ? View("link", links::here(*request)) : View(false);
}

/// First, last, and the pages around the current one; gaps between.
ViewList pages_view(const SearchRequest& request, const SearchResult& result) {
  ViewList list;
  const unsigned last = links::last_page(request, result);
  const unsigned current = request.cursor.empty() ? request.page : 0;
  unsigned shown = 0;
  for (unsigned number = 1; number <= last; ++number) {
    const bool near = number + pages_around >= current && number <= current + pages_around;
    if (!near && number != 1 && number != last) continue;
    View view;
    view["gap"] = number != shown + 1;
    view["number"] = readable::number(number);
    view["link"] = links::here(links::page(request, number));
    view["current"] = number == current;
    view["other"] = number != current;
    list.push_back(std::move(view));
    shown = number;
  }
  return list;
}

void set_pages(View& view, const SearchRequest& request, const SearchResult& result) {
  const auto next = links::next_page(request, result);
  const auto previous = links::previous_page(request);
  view["pages?"] = next || previous || !request.cursor.empty();
  view["next"] = optional_link(next);
  view["previous"] = optional_link(previous);
  set_list(view, "pages", pages_view(request, result));
}

ViewList texts_view(const std::string& name, const std::vector<std::string>& texts) {
  ViewList list;
  for (const std::string& text : texts) list.push_back(View(name, View(shown_text(text))));
  return list;
}

void set_echo(View& view, const SearchRequest& request, const QueryEcho& echo) {
  const std::string typed = shown_text(request.q);
  set_text(view, "q", typed);
  set_text(view, "shown_q", typed);
  const std::string searched = shown_text(echo.searched);
  set_text(view, "searched", searched == typed ? "" : searched);
  set_list(view, "notes", texts_view("note", echo.notes));
  std::string ignored;
  for (const std::string& part : echo.ignored) {
    ignored += (ignored.empty() ? "" : ", ") + shown_text(part);
  }
  set_text(view, "ignored", ignored);
}

/// The day that an `<input type="date">` shows.
std::string input_day(const std::optional<Date>& date, bool end) {
  if (!date) return {};
  const TimeZone utc;
  Date plain = *date;
  plain.offset = 0;
  return to_string(utc.day(end ? last_instant(plain, utc) : first_instant(plain, utc)));
}

void set_date_form(View& view, const SearchRequest& request) {
  set_list(view, "date_kept", hidden_inputs(links::without_dates(request)));
  set_text(view, "from", input_day(request.from, false));
  set_text(view, "to", input_day(request.to, true));
}

/// The words of a query joined by `operation`; nothing if it says more than words.
std::string joined(const std::string& q, const std::string& operation) {
  if (q.find_first_of("\"():*+-") != std::string::npos) return {};
  const std::string typed = shown_text(q);
  std::string joined;
  for (const char c : typed) joined += c == ' ' ? ' ' + operation + ' ' : std::string(1, c);
  const std::string spaced = ' ' + typed + ' ';
  const bool operators = std::any_of(
      operations.begin(), operations.end(),
      [&](const std::string_view word) { return spaced.find(word) != std::string::npos; });
  return joined == typed || operators ? "" : joined;
}

/// "7 articles have all 4 words; the others have at least 3 of them, or “Enviropact”."
std::string relaxed_text(const Relaxed& relaxed) {
  const std::string all = relaxed.words == 2 ? "both" : fmt::format("all {}", relaxed.words);
  std::string most =
      relaxed.at_least == 1 ? "one of them" : fmt::format("{} of them", relaxed.at_least);
  for (const std::string& word : relaxed.or_any_of) {
    most += fmt::format("{} “{}”", &word == &relaxed.or_any_of.front() ? ", or" : " or",
                        shown_text(word));
  }
  if (relaxed.all_words == 0) {
    return fmt::format("No article has {} words; these have at least {}.", all, most);
  }
  const char* const have = relaxed.all_words == 1 ? "has" : "have";
  return fmt::format("{} {} {} words; the others have at least {}.",
                     readable::articles(relaxed.all_words), have, all, most);
}

View relaxed_view(const SearchRequest& request, const std::optional<Relaxed>& relaxed) {
  if (!relaxed) return false;
  View view("text", relaxed_text(*relaxed));
  SearchRequest strict = links::first_page(request);
  strict.q = joined(request.q, "AND");
  const bool narrows = relaxed->all_words > 0 && !strict.q.empty();
  set_text(view, "link", narrows ? links::here(strict) : "");
  return view;
}

ViewList suggestions_view(const SearchRequest& request, const ViewList& chips) {
  ViewList list;
  if (chips.size() > 1) {
    list.push_back(
        link_view(links::here(links::without_filters(request)), "Search without any filter"));
  }
  for (const View& chip : chips) {
    list.push_back(link_view(chip.get("link")->string_value(),
                             "Search without " + chip.get("label")->string_value()));
  }
  SearchRequest other = links::first_page(request);
  other.q = joined(request.q, "OR");
  if (!other.q.empty()) {
    list.push_back(link_view(links::here(other), "Search for any of the words: " + other.q));
  }
  other.q = request.q;
  std::erase(other.q, '"');
  if (other.q != request.q) {
    list.push_back(link_view(links::here(other), "Search without the quotation marks"));
  }
  return list;
}

/// What may have been meant, and what it finds.
void set_suggestion(View& view, const SearchRequest& request, const SearchResult& result) {
  view["meant"] = false;
  view["offer"] = false;
  if (result.suggestion) {
    View meant = link_view(links::here(links::with_query(request, result.suggestion->q)),
                           shown_text(result.suggestion->q));
    meant["total"] = readable::number(result.suggestion->total);
    view["meant"] = std::move(meant);
  }
  if (result.offer) {
    const std::string rest = result.offer->q.empty() ? "all" : result.offer->q;
    View offer = link_view(links::here(links::with_offer(request, *result.offer)),
                           shown_text(rest) + ", " + readable::span(result.offer->span));
    offer["total"] = readable::number(result.offer->total);
    view["offer"] = std::move(offer);
  }
}

View help_view(const SearchRequest& request, const ViewList& chips) {
  View view;
  set_list(view, "suggestions", suggestions_view(request, chips));
  set_list(view, "advice",
           texts_view("text", {"Check the spelling.", "Try fewer or more common words."}));
  return view;
}

std::string heading(const SearchResult& result) {
  if (result.total == 0) return "Nothing found";
  const std::string articles = readable::articles(result.total);
  return result.stories == result.total ? articles
                                        : articles + ", " + readable::stories(result.stories);
}

void set_filters(View& view, const SearchRequest& request, const SearchResult& result) {
  ViewList facets = facets_view(request, result.facets, links::here);
  view["facets?"] = !facets.empty() || result.total > 0;
  set_list(view, "facets", facets);
  ViewList chips = chips_view(request);
  view["help"] = result.total == 0 ? help_view(request, chips) : View(false);
  view["chips?"] = !chips.empty();
  set_list(view, "chips", chips);
  view["clear_link"] = links::here(links::without_filters(request));
}

}  // namespace

View search_page(const SearchRequest& request, const SearchResult& result) {
  View view;
  view["heading"] = heading(result);
  set_echo(view, request, result.query);
  view["relaxed"] = relaxed_view(request, result.relaxed);
  set_suggestion(view, request, result);
  set_filters(view, request, result);
  set_date_form(view, request);
  SearchRequest kept = links::first_page(request);
  kept.q.clear();
  set_list(view, "kept", hidden_inputs(kept));
  view["timeline"] = result.date ? timeline_view(request, *result.date, links::here) : View(false);
  view["any_hits"] = !result.hits.empty();
  set_list(view, "sorts", sorts_view(request));
  view["collapse"] = collapse_view(request, result);
  set_list(view, "hits", hits_view(request, result.hits));
  const unsigned before = request.cursor.empty() ? (request.page - 1) * request.per_page : 0;
  view["first_number"] = std::to_string(before + 1);
  set_pages(view, request, result);
  view["api_link"] = links::to("/api/v1/search", request);
  return view;
}

}  // namespace news
