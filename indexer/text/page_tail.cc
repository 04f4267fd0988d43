#include "indexer/text/page_tail.h"

#include <algorithm>
#include <string>
#include <utility>

#include "indexer/text/lines_of.h"
#include "indexer/text/page_head.h"
#include "indexer/text/page_words.h"

namespace news {
namespace {

using Kind = PageLine::Kind;
using Lines = std::vector<PageLine>;

std::size_t text_size(const Lines& lines, std::size_t begin, std::size_t end) {
  std::size_t size = 0;
  for (std::size_t i = begin; i < end; ++i) {
    if (lines[i].kind == Kind::Text) size += lines[i].text.size();
  }
  return size;
}

/// Whether a box begins here: a name, what its bearer does, and a text about them.
bool is_author_box(const Lines& lines, std::size_t at) {
  if (at + 1 >= lines.size() || !looks_like_name(lines[at].text)) return false;
  if (lines[at].kind != Kind::Short && lines[at].kind != Kind::Byline) return false;
  const std::string_view name = lines[at].text;
  if (lines[at + 1].text.starts_with(name)) return lines[at + 1].kind == Kind::Text;
  return lines[at + 1].kind == Kind::Role && at + 2 < lines.size() &&
         lines[at + 2].text.starts_with(name.substr(0, name.find(' ')));
}

/// `Anna Kowalska is a reporter at ...` behind the text.
bool is_bio(const PageLine& line, const std::string& name) {
  constexpr std::size_t longest = 700;
  if (line.kind != Kind::Text || name.empty() || line.text.size() > longest) return false;
  if (!line.text.starts_with(name)) return false;
  const std::string_view rest =
      std::string_view(line.folded).substr(std::min(name.size(), line.folded.size()), 12);
  for (const std::string_view verb : {" is ", " ist ", " est ", " es ", " — ", " є ", ", "}) {
    if (rest.starts_with(verb)) return true;
  }
  return false;
}

/// The box of one person; gives where it ends.
std::size_t take_author_box(const Lines& lines, std::size_t at, SourceArticle& article) {
  const std::string name(lines[at].text);
  auto author = std::find_if(article.authors.begin(), article.authors.end(),
                             [&](const Author& known) { return known.name == name; });
  if (author == article.authors.end()) {
    // A byline names the people already; the box then tells about one of them.
    if (!article.byline.empty() && article.byline.find(name) != std::string::npos) {
      const bool is_only = article.byline == name;
      if (!is_only) return at + 1;
      article.byline.clear();
    }
    author = article.authors.insert(article.authors.end(), Author{.name = name});
  }
  ++at;
  if (at < lines.size() && lines[at].kind == Kind::Role) {
    author->role = lines[at++].text;
  }
  if (at < lines.size() && lines[at].kind == Kind::Text) author->bio = lines[at++].text;
  return at;
}

}  // namespace

std::size_t find_page_tail(const Lines& lines, std::size_t begin) {
  const std::size_t all = text_size(lines, begin, lines.size());
  for (std::size_t i = begin; i < lines.size(); ++i) {
    if (lines[i].kind == Kind::AuthorBox || is_author_box(lines, i)) return i;
    // Such a label within the text is a box of links there.
    const bool most_is_behind = text_size(lines, begin, i) * 10 >= all * 4;
    if (lines[i].kind == Kind::End && most_is_behind) return i;
  }
  return lines.size();
}

void take_page_tail(const Lines& lines, std::size_t begin, SourceArticle& article) {
  std::size_t at = begin;
  bool in_boxes = true;
  while (at < lines.size() && in_boxes) {
    const PageLine& line = lines[at];
    const bool is_named =
        looks_like_name(line.text) && (line.kind == Kind::Short || line.kind == Kind::Byline);
    if (is_named) {
      at = take_author_box(lines, at, article);
      continue;
    }
    const std::string name = article.authors.size() == 1 ? article.authors[0].name : article.byline;
    if (is_bio(line, name)) {
      if (article.authors.empty()) article.authors.push_back({.name = name});
      article.authors[0].bio = line.text;
      article.byline.clear();
    }
    take_page_note(line, article);
    in_boxes = line.kind != Kind::End && line.kind != Kind::Furniture;
    ++at;
  }
}

}  // namespace news
