#pragma once

#include <xapian.h>

#include <string>
#include <utility>

#include "common/article.h"
#include "common/date.h"
#include "indexer/article_words.h"
#include "indexer/file_parts.h"
#include "indexer/fingerprint.h"
#include "indexer/term_table.h"

namespace news {

/// Turns an article into the document that stands for it in the index, as common/schema.h says.
/// Not for several threads at once.
class DocumentBuilder {
 public:
  /// `zone` says which day a moment belongs to.
  explicit DocumentBuilder(TimeZone zone) : zone_(std::move(zone)) {}
  DocumentBuilder(const DocumentBuilder&) = delete;
  DocumentBuilder& operator=(const DocumentBuilder&) = delete;

  Xapian::Document build(const Article& article) { return build(article, fingerprint_of(article)); }
  /// The same, where the article's fingerprint is known.
  Xapian::Document build(const Article& article, const Fingerprint& fingerprint);
  /// The document that stands for it in a base, and the rest of it. The places of its terms are
  /// those in terms(), until some are forgotten, as the other build() may.
  Xapian::Document build(const Article& article, const Fingerprint& fingerprint, FileParts& parts);

  /// The terms of all articles that were built for a base, of those before as well, so that a word
  /// that comes again costs little.
  const TermTable& terms() const { return terms_; }
  /// Forgets them once there are many. Not while they are in use by their places.
  void forget_many();

  const TimeZone& zone() const { return zone_; }

 private:
  TimeZone zone_;
  TermTable terms_;
  ArticleWords words_{terms_};
  FileParts parts_;  // of one that is no base's, kept for its memory
};

/// Makes `document`, as it was built from an article, that of `article`, which differs from it in
/// nothing but its story and that `derived` may name that.
void set_story(Xapian::Document& document, const Article& article);

/// A document's terms as one readable line, with positions in brackets and wdf behind a star where
/// it is not 0: `Erains Qid rain[1,7]*5`.
std::string to_string(const Xapian::Document& document);

}  // namespace news
