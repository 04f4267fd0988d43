#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/source_article.h"
#include "indexer/xml_elements.h"

namespace news {

/// What a feed says of itself, which holds for entries that do not say it.
struct Feed {
  std::string title;
  std::string base;  ///< What relative addresses are relative to.
  std::string language;
  std::vector<Author> authors;
};

/// The text of a field that may hold HTML, plain or escaped once more, or no markup at all: a
/// blank line between paragraphs. Without the line that WordPress adds ("The post ... appeared
/// first on ...").
std::string feed_text(const std::string& field);
/// Such text of the content of an entry, without the captions of its pictures; the first of them is
/// the article's where it has none.
std::string feed_content(const std::string& field, const std::string& base, Image& image);
/// A field like that of feed_text on one line.
std::string feed_line(const std::string& field);

/// Adds the people of a field such as "jane@example.com (Jane Roe)" or "Jane Roe and John Doe".
/// An address alone names nobody.
void add_people(const std::string& field, std::vector<Author>& authors);

/// Adds the tags of a field with commas or semicolons between.
void add_keywords(const std::string& field, std::vector<std::string>& tags);

/// Body and standfirst of what a feed gives as the content and as the description, each perhaps
/// empty: the description is the body where there is no content.
void set_texts(std::string content, std::string description, SourceArticle& article);

/// The picture of Media RSS elements (`media:content`, `media:thumbnail`, `media:group`) and
/// enclosures below an entry; addresses are relative to `base`.
Image media_of(const XmlNode* entry, const std::string& base);

/// Gives the article what it lacks and the feed says.
void fill_in_from(const Feed& feed, SourceArticle& article);

}  // namespace news
