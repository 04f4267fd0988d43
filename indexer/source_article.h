#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "common/article.h"
#include "indexer/intake.h"

namespace news {

/// An article as its source gives it: what every reader but that of the native format fills in.
/// Text is UTF-8 and not yet cleaned; dates are in any form that read_date knows. An empty field
/// is not given.
struct SourceArticle {
  std::string id;   ///< Empty: the canonical url.
  std::string url;  ///< Absolute.
  std::string title;
  std::string standfirst;
  std::string body;       ///< Plain text, a blank line between paragraphs; or ...
  std::string body_html;  ///< ... HTML, whose text is taken where there is no body.
  std::vector<Author> authors;
  std::string byline;  ///< Split into people where there are no authors.
  std::string published;
  std::string first_published;
  std::string updated;
  std::string embargo_until;
  std::vector<std::string> countries;  ///< Codes or names; what is no country becomes a place.
  std::vector<std::string> places;
  std::string section;
  std::string source;
  std::string language;  ///< BCP 47; what is none is left out.
  std::vector<std::string> tags;
  std::string dateline;
  Image image;
  std::string correction;
  /// What has no field of its own and is worth keeping, by the source's name for it.
  std::vector<std::pair<std::string, std::string>> extra;
  /// More of it, as the text of one JSON object: what is not only text keeps its type.
  std::string extra_json;
};

/// Cleans the article and tells it to `intake`, or why it is none: neither id nor url, neither
/// title nor body, text that is not UTF-8, a date that nobody can read or in an impossible year.
/// What can be left out without loss of the article is, with a warning.
void take_article(SourceArticle&& source, const Place& place, Intake& intake);

}  // namespace news
