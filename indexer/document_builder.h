#pragma once

#include <xapian.h>

#include "common/analysis/analyzer.h"
#include "common/article.h"
#include "common/date.h"

namespace news {

/// Turns an article into the document that stands for it in the index, as common/schema.h says.
/// Not for several threads at once.
class DocumentBuilder {
 public:
  /// `zone` says which day a moment belongs to.
  explicit DocumentBuilder(TimeZone zone) : zone_(std::move(zone)) {}

  Xapian::Document build(const Article& article);

 private:
  TimeZone zone_;
  Analyzer analyzer_;
};

}  // namespace news
