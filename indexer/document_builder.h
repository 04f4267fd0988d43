#pragma once

#include <xapian.h>

#include <string>
#include <utility>
#include <vector>

#include "common/analysis/analyzer.h"
#include "common/article.h"
#include "common/column_file.h"
#include "common/date.h"
#include "indexer/fingerprint.h"
#include "indexer/name_keys.h"

namespace news {

/// What, in a base, is not in an article's document, but in files beside the tables.
struct FileParts {
  /// Each once, with its wdf; none of schema::is_identity().
  std::vector<std::pair<std::string, Xapian::termcount>> terms;
  std::string order;  ///< See common/word_order.h.
  std::string data;   ///< The article, printed.
  ColumnRow columns;

  void add(std::string term, Xapian::termcount wdf = 0) {
    terms.emplace_back(std::move(term), wdf);
  }
};

/// Turns an article into the document that stands for it in the index, as common/schema.h says.
/// Not for several threads at once.
class DocumentBuilder {
 public:
  /// `zone` says which day a moment belongs to.
  explicit DocumentBuilder(TimeZone zone) : zone_(std::move(zone)) {}

  Xapian::Document build(const Article& article) { return build(article, fingerprint_of(article)); }
  /// The same, where the article's fingerprint is known.
  Xapian::Document build(const Article& article, const Fingerprint& fingerprint);
  /// The document that stands for it in a base, and the rest of it.
  Xapian::Document build(const Article& article, const Fingerprint& fingerprint, FileParts& parts);

  const TimeZone& zone() const { return zone_; }

 private:
  TimeZone zone_;
  Analyzer analyzer_;
  NameKeys name_keys_;
};

/// Makes `document`, as it was built from an article, that of `article`, which differs from it in
/// nothing but its story and that `derived` may name that.
void set_story(Xapian::Document& document, const Article& article);

/// A document's terms as one readable line, with positions in brackets and wdf behind a star where
/// it is not 0: `Erains Qid rain[1,7]*5`.
std::string to_string(const Xapian::Document& document);

}  // namespace news
