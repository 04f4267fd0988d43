#include "searchd/views/hits.h"

#include <algorithm>
#include <utility>

#include "common/country.h"
#include "common/text.h"
#include "searchd/views/links.h"
#include "searchd/views/readable.h"

namespace news {

namespace {

/// More names than this end in "and others".
constexpr std::size_t most_names = 3;

std::string byline(const std::vector<Author>& authors) {
  std::string text;
  const std::size_t shown = std::min(authors.size(), most_names);
  for (std::size_t i = 0; i < shown; ++i) {
    const bool last = i + 1 == authors.size();
    text += i == 0 ? "" : last ? " and " : ", ";
    text += authors[i].name;
  }
  return text + (authors.size() > most_names ? " and others" : "");
}

std::string countries(const std::vector<std::string>& codes) {
  std::string text;
  for (const std::string& code : codes) text += (text.empty() ? "" : ", ") + country_name(code);
  return text;
}

View hit_view(const SearchRequest& request, const Hit& hit) {
  const Article& article = hit.article;
  View view;
  view["link"] = links::article(article.id, request);
  view["title_html"] = hit.title_html.empty() ? escape_html("Untitled") : hit.title_html;
  set_text(view, "snippet_html", hit.snippet_html);
  set_text(view, "section", article.section);
  set_text(view, "lang", foreign_language(article.language));
  set_text(view, "dir", direction(article.language));
  set_text(view, "byline", byline(article.authors));
  set_text(view, "countries", countries(article.countries));
  view["time"] = time_view(article.published);
  set_text(view, "copies", hit.story.copies == 0 ? "" : readable::copies(hit.story.copies));
  if (hit.story.copies > 0) view["copies_link"] = links::article(article.id, {}) + "#story";
  std::string missing;
  for (const std::string& word : hit.missing_words) {
    missing += (missing.empty() ? "" : ", ") + shown_text(word);
  }
  set_text(view, "missing", missing);
  return view;
}

}  // namespace

ViewList hits_view(const SearchRequest& request, const std::vector<Hit>& hits) {
  ViewList list;
  for (const Hit& hit : hits) list.push_back(hit_view(request, hit));
  return list;
}

std::string foreign_language(const std::string& language) {
  return language == "en" || language.starts_with("en-") ? "" : language;
}

std::string direction(const std::string& language) {
  constexpr std::string_view right_to_left[] = {"ar", "ckb", "dv", "fa", "he",
                                                "ps", "sd",  "ug", "ur", "yi"};
  const std::string base = language.substr(0, language.find('-'));
  return std::ranges::find(right_to_left, base) == std::end(right_to_left) ? "" : "rtl";
}

View time_view(const std::optional<Date>& date) {
  if (!date) return false;
  View view;
  view["datetime"] = to_string(*date);
  view["date"] = readable::moment(*date);
  view["day"] = readable::day(*date);
  return view;
}

std::string shown_text(std::string_view typed) { return clean_line(repair_utf8(typed)); }

}  // namespace news
