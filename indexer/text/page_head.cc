#include "indexer/text/page_head.h"

#include <algorithm>
#include <string>
#include <utility>

#include "indexer/text/lines_of.h"
#include "indexer/text/page_words.h"

namespace news {
namespace {

using Kind = PageLine::Kind;
using Lines = std::vector<PageLine>;

constexpr std::size_t longest_title = 250;

bool is_note(const PageLine& line) {
  return line.kind == Kind::Date || line.kind == Kind::Byline || line.kind == Kind::Role ||
         line.kind == Kind::ReadingTime || line.kind == Kind::Caption;
}

/// Where the first text stands that is followed by text or by the end: the body or a standfirst.
std::size_t first_text(const Lines& lines) {
  const auto found = std::find_if(lines.begin(), lines.end(),
                                  [](const PageLine& line) { return line.kind == Kind::Text; });
  return static_cast<std::size_t>(found - lines.begin());
}

/// A line of words that is there twice above the text is the title: many pages repeat it.
std::size_t repeated(const Lines& lines, std::size_t end) {
  for (std::size_t i = 0; i < end; ++i) {
    if (word_count(lines[i].text) < 3) continue;
    for (std::size_t j = i + 1; j < std::min(lines.size(), i + 12); ++j) {
      if (lines[j].text == lines[i].text) return i;
    }
  }
  return lines.size();
}

/// The first line of at least so many words that may be a title.
std::size_t first_of_words(const Lines& lines, std::size_t end, std::size_t words) {
  for (std::size_t i = 0; i < end; ++i) {
    const bool may_be = lines[i].kind == Kind::Short || lines[i].kind == Kind::Role;
    const bool is_crumbs = lines[i].text.find(" > ") != std::string_view::npos ||
                           lines[i].text.find(" › ") != std::string_view::npos;
    if (may_be && !is_crumbs && word_count(lines[i].text) >= words) return i;
  }
  return lines.size();
}

/// A first paragraph that is one sentence, with text behind it, is a title that ends in a stop.
std::size_t sentence_title(const Lines& lines, std::size_t text) {
  if (text + 1 >= lines.size()) return lines.size();
  const std::string_view line = lines[text].text;
  const bool is_one = line.size() <= 160 && line.find(". ") == std::string_view::npos;
  return is_one ? text : lines.size();
}

std::size_t find_title(const Lines& lines) {
  const std::size_t text = first_text(lines);
  std::size_t title = repeated(lines, std::min(text + 1, lines.size()));
  if (title == lines.size()) title = first_of_words(lines, text, 4);
  // A name over the text is its author, not its title, where a sentence stands above.
  if (title == lines.size()) title = sentence_title(lines, text);
  if (title == lines.size()) title = first_of_words(lines, text, 1);
  return title;
}

/// The last of `Home > World > Europe`.
std::string_view last_crumb(std::string_view line) {
  for (const std::string_view separator : {" > ", " › ", " / ", " » "}) {
    const std::size_t at = line.rfind(separator);
    if (at != std::string_view::npos) line = line.substr(at + separator.size());
  }
  return trim(line);
}

/// The label right above the title.
void take_section(const Lines& lines, std::size_t title, SourceArticle& article) {
  for (std::size_t i = title; i-- > 0;) {
    const PageLine& line = lines[i];
    take_page_note(line, article);
    const bool is_label = line.kind == Kind::Short && word_count(line.text) <= 6 &&
                          line.text.find_first_of("0123456789") == std::string_view::npos;
    if (is_label && article.section.empty()) article.section = last_crumb(line.text);
  }
}

/// The caption, with what stands in brackets at its end as the credit.
void take_caption(const PageLine& line, SourceArticle& article) {
  constexpr std::string_view source = "image source, ";
  if (line.folded.starts_with(source) && article.image.credit.empty()) {
    article.image.credit = line.text.substr(source.size());
    return;
  }
  if (!article.image.caption.empty()) return;
  const std::size_t bracket =
      line.text.ends_with(')') ? line.text.rfind('(') : std::string_view::npos;
  if (bracket != std::string_view::npos && article.image.credit.empty()) {
    article.image.credit = line.text.substr(bracket + 1, line.text.size() - bracket - 2);
  }
  article.image.caption = trim(line.text.substr(0, bracket));
}

/// `Anna Kowalska Transport correspondent`: two names, then what she is.
bool take_named_role(const PageLine& line, SourceArticle& article) {
  if (line.kind != Kind::Role || !article.authors.empty() || !article.byline.empty()) return false;
  const std::size_t first = line.text.find(' ');
  const std::size_t second =
      first == std::string_view::npos ? first : line.text.find(' ', first + 1);
  if (second == std::string_view::npos || !looks_like_name(line.text.substr(0, second)))
    return false;
  if (is_page_role(std::string_view(line.folded).substr(0, std::min(second, line.folded.size())))) {
    return false;
  }
  article.authors.push_back({.name = std::string(line.text.substr(0, second)),
                             .role = std::string(trim(line.text.substr(second)))});
  return true;
}

/// What a byline gives: names for the splitter, a role if the next line is one.
std::size_t take_byline(const Lines& lines, std::size_t at, SourceArticle& article) {
  const PageLine& line = lines[at];
  if (article.byline.empty() && article.authors.empty()) {
    const std::string_view names = trim(line.text.substr(
        line.kind == Kind::Byline ? std::min(by_word_size(line.folded), line.text.size()) : 0));
    const bool has_role = at + 1 < lines.size() && lines[at + 1].kind == Kind::Role;
    if (has_role && looks_like_name(names) && names.find(" and ") == std::string_view::npos) {
      article.authors.push_back(
          {.name = std::string(names), .role = std::string(lines[at + 1].text)});
      return at + 2;
    }
    article.byline = names;
  }
  return at + 1;
}

/// Whether the line is the name of the author: a note about the article stands beside it.
bool is_author_name(const Lines& lines, std::size_t at, std::size_t title) {
  if (lines[at].kind != Kind::Short || !looks_like_name(lines[at].text)) return false;
  const bool before =
      at > title + 1 && is_note(lines[at - 1]) && lines[at - 1].kind != Kind::Caption;
  const bool after =
      at + 1 < lines.size() && is_note(lines[at + 1]) && lines[at + 1].kind != Kind::Caption;
  return before || after;
}

/// Whether it is a summary: one text that notes follow before the next text.
bool is_standfirst(const Lines& lines, std::size_t at) {
  constexpr std::size_t longest = 400;
  if (lines[at].text.size() > longest || at + 2 >= lines.size()) return false;
  std::size_t notes = 0;
  for (std::size_t i = at + 1; i < lines.size() && lines[i].kind != Kind::Text; ++i) {
    const bool is_byline = lines[i].kind == Kind::Date || lines[i].kind == Kind::Byline ||
                           lines[i].kind == Kind::ReadingTime || lines[i].kind == Kind::Role;
    notes += is_byline ? 1 : 0;
    if (i > at + 8) return false;
    if (i + 1 == lines.size()) return false;
  }
  return notes > 0;
}

}  // namespace

void take_page_note(const PageLine& line, SourceArticle& article) {
  if (line.kind == Kind::Url && article.url.empty()) article.url = line.text;
  if (line.kind == Kind::Correction && article.correction.empty()) article.correction = line.text;
  if (line.kind == Kind::Date) {
    const PageDates dates = page_dates(line.text);
    if (article.published.empty()) article.published = dates.published;
    if (article.updated.empty()) article.updated = dates.updated;
  }
  if (line.kind == Kind::Tags && article.tags.empty()) {
    std::string_view rest =
        line.text.substr(std::min(tags_word_size(line.folded), line.text.size()));
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find_first_of(",;"), rest.size());
      article.tags.emplace_back(trim(rest.substr(0, end)));
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }
  if (line.kind == Kind::Caption) take_caption(line, article);
}

std::size_t take_page_head(const std::vector<PageLine>& lines, SourceArticle& article) {
  const std::size_t title = find_title(lines);
  if (title >= lines.size()) return 0;
  if (lines[title].text.size() > longest_title) return 0;
  article.title = lines[title].text;
  take_section(lines, title, article);
  std::size_t at = title + 1;
  while (at < lines.size()) {
    const PageLine& line = lines[at];
    if (line.kind == Kind::Byline || is_author_name(lines, at, title)) {
      at = take_byline(lines, at, article);
      continue;
    }
    if (take_named_role(line, article)) {
      ++at;
      continue;
    }
    if (line.kind == Kind::Text) {
      if (!article.standfirst.empty() || !is_standfirst(lines, at)) break;
      article.standfirst = line.text;
    }
    take_page_note(line, article);
    const bool is_subtitle = line.kind == Kind::Short && line.text != article.title &&
                             article.standfirst.empty() && word_count(line.text) >= 6;
    if (is_subtitle) article.standfirst = line.text;
    ++at;
  }
  return at;
}

}  // namespace news
