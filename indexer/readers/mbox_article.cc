#include "indexer/readers/mbox_article.h"

#include <algorithm>
#include <array>
#include <utility>

#include "common/html_text.h"
#include "common/text.h"
#include "common/url.h"
#include "indexer/text/dateline.h"
#include "indexer/text/lines_of.h"
#include "indexer/text/mail_message.h"
#include "indexer/text/mail_text.h"

namespace news {
namespace {

/// Which header a field is taken from; of several, the first that is there.
struct HeaderField {
  std::string SourceArticle::*field;
  std::array<const char*, 6> names;
};
constexpr std::array header_fields{
    HeaderField{&SourceArticle::title, {"headline", "x-headline", "subject", "", "", ""}},
    HeaderField{&SourceArticle::byline, {"byline", "x-byline", "x-author", "author", "", ""}},
    HeaderField{&SourceArticle::dateline, {"dateline", "x-dateline", "", "", "", ""}},
    HeaderField{&SourceArticle::published,
                {"date", "injection-date", "nntp-posting-date", "", "", ""}},
    HeaderField{&SourceArticle::embargo_until, {"x-embargo", "embargo", "", "", "", ""}},
    HeaderField{&SourceArticle::section, {"section", "x-section", "x-category", "x-desk", "", ""}},
    HeaderField{&SourceArticle::source, {"x-source", "source", "organization", "x-agency", "", ""}},
    HeaderField{&SourceArticle::language, {"content-language", "x-language", "", "", "", ""}},
    HeaderField{&SourceArticle::standfirst, {"summary", "x-summary", "x-standfirst", "", "", ""}},
};

constexpr std::array url_headers{"x-url", "x-canonical-url", "content-location", "archived-at"};
constexpr std::array tag_headers{"keywords", "x-keywords", "x-subjects", "newsgroups"};

/// What comes from a desk and not from a person.
constexpr std::array desk_words{"desk",    "news",     "wire",    "agency", "press",  "redaktion",
                                "service", "team",     "noreply", "list",   "editor", "office",
                                "feed",    "bulletin", "presse",  "media",  "daily",  "redacción"};

std::string without_brackets(std::string text) {
  text.erase(std::remove_if(text.begin(), text.end(), [](char c) { return c == '<' || c == '>'; }),
             text.end());
  return clean_line(text);
}

std::vector<std::string> items_of(const std::string& list) {
  std::vector<std::string> items;
  std::string_view rest = list;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find_first_of(",;"), rest.size());
    if (!trim(rest.substr(0, end)).empty()) items.emplace_back(trim(rest.substr(0, end)));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return items;
}

void take_headers(const MailMessage& message, SourceArticle& article) {
  for (const HeaderField& field : header_fields) {
    for (const char* const name : field.names) {
      std::string& value = article.*field.field;
      if (value.empty() && *name != '\0') value = message.header(name);
    }
  }
  for (const char* const name : url_headers) {
    const std::string url = without_brackets(message.header(name));
    if (article.url.empty() && is_web_url(url)) article.url = url;
  }
  for (const char* const name : tag_headers) {
    for (std::string& tag : items_of(message.header(name))) article.tags.push_back(std::move(tag));
  }
  article.id = without_brackets(message.header("message-id"));
  const std::string slug = message.header("slug") + message.header("x-slug");
  if (!slug.empty()) article.extra.emplace_back("slug", slug);
}

bool is_person(const std::string& name) {
  const std::string lower = lower_ascii(name);
  const bool is_desk = std::any_of(desk_words.begin(), desk_words.end(), [&](const char* word) {
    return lower.find(word) != std::string::npos;
  });
  return !is_desk && name.find(' ') != std::string::npos && name.find('@') == std::string::npos;
}

/// Who sends is who wrote, or the desk, which is the source.
void take_sender(const MailMessage& message, SourceArticle& article) {
  const std::string& name = message.from_name;
  if (name.empty()) return;
  if (article.byline.empty() && is_person(name)) {
    article.authors.push_back({.name = name});
  } else if (article.source.empty() && !is_person(name)) {
    article.source = name;
  }
}

/// The list's name in `"Name" <list.example>`, as the section if there is none.
void take_list(const MailMessage& message, SourceArticle& article) {
  const std::string list = message.header("list-id");
  const std::string name = clean_line(list.substr(0, list.find('<')));
  if (!article.section.empty() || name.empty()) return;
  article.section = name;
  article.section.erase(std::remove(article.section.begin(), article.section.end(), '"'),
                        article.section.end());
}

/// A first paragraph that is nothing but `By Anna Kowalska`.
void take_byline(std::string& body, SourceArticle& article) {
  constexpr std::size_t longest = 80;
  const std::size_t end = body.find("\n\n");
  if (!article.byline.empty() || end == std::string::npos || end > longest) return;
  if (!starts_with_ignoring_case(body, "by ") || body[end - 1] == '.') return;
  article.byline = body.substr(0, end);
  article.authors.clear();
  body.erase(0, end + 2);
}

void take_dateline(std::string& body, SourceArticle& article) {
  const Dateline line = split_dateline(body);
  if (line.place_and_date.empty()) return;
  if (article.dateline.empty()) article.dateline = line.place_and_date;
  if (article.source.empty()) article.source = line.agency;
  body = std::string(line.rest);
}

std::string body_of(const MailMessage& message) {
  const bool has_plain = !trim(message.plain).empty();
  return has_plain ? mail_text(message.plain, message.is_flowed) : html_text(message.html);
}

}  // namespace

MboxArticle mbox_article(std::string_view bytes) {
  const MailMessage message = read_mail_message(bytes);
  MboxArticle result{.removes = without_brackets(message.header("supersedes"))};
  const std::string control = message.header("control");
  if (starts_with_ignoring_case(control, "cancel ")) {
    result.removes = without_brackets(control.substr(sizeof "cancel"));
    result.is_cancel = true;
    return result;
  }
  SourceArticle& article = result.article;
  take_headers(message, article);
  take_sender(message, article);
  take_list(message, article);
  article.body = body_of(message);
  take_byline(article.body, article);
  take_dateline(article.body, article);
  return result;
}

}  // namespace news
