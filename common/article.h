#pragma once

#include <optional>
#include <string>
#include <vector>

#include "common/date.h"

namespace news {

/// One person of a byline.
struct Author {
  std::string name;
  std::string role;
  std::string bio;
  std::string url;
  bool operator==(const Author&) const = default;
};

/// The picture that stands with an article.
struct Image {
  std::string url;
  std::string caption;
  std::string credit;
  bool operator==(const Image&) const = default;
};

/// One published piece with its metadata; the only record that travels between the stages.
/// All text is valid UTF-8 in Unicode NFC without control characters other than line ends.
/// An empty string, an empty list or no value means: not given.
struct Article {
  std::string id;   ///< Unique in the whole index; indexing it again replaces the article.
  std::string url;  ///< http or https, or empty.
  std::string title;
  std::string standfirst;  ///< The summary under the headline.
  std::string body;        ///< Plain text, a blank line between paragraphs.
  std::vector<Author> authors;
  std::optional<Date> published;
  std::optional<Date> first_published;
  std::optional<Date> updated;
  std::vector<std::string> countries;  ///< What it is about: ISO 3166-1 alpha-2, in capitals.
  std::vector<std::string> places;     ///< What it is about: names of cities, regions, as given.
  std::string section;
  std::string source;
  std::string language;  ///< BCP 47.
  std::vector<std::string> tags;
  std::string dateline;
  std::optional<Image> image;
  std::optional<Date> embargo_until;  ///< Not to be seen by anyone before.
  std::string correction;             ///< The note shown with a corrected article.
  std::string story;  ///< The id of the article that this is a copy of; empty: it is no copy.
  std::vector<std::string> derived;  ///< Names of fields that we found out, not the source.
  std::string extra;                 ///< Fields we do not know, as the text of one JSON object.

  bool operator==(const Article&) const = default;
};

}  // namespace news
