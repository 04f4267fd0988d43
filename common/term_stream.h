#pragma once

#include <xapian.h>

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "common/article_database.h"

namespace news {

/// Goes through the terms with a prefix, none of schema::is_identity(), ascending, with how many
/// articles have each. For one thread. Throws Error and what Xapian throws.
class TermStream {
 public:
  /// Those of both parts, from `first` on, which begins with the prefix.
  TermStream(const ArticleDatabase& database, std::string prefix, std::string_view first = {});
  /// Those of a base, which must outlive it, or of a recent part.
  TermStream(const PostingFile& base, std::string prefix);
  TermStream(const Xapian::Database& recent, std::string prefix);

  bool at_end() const { return frequency_ == 0; }
  const std::string& term() const { return term_; }
  Xapian::doccount frequency() const { return frequency_; }
  void next();

 private:
  void open(const PostingFile& base, std::string_view first);
  void open(const Xapian::Database& recent, std::string_view first);
  bool has_base() const;
  bool has_recent() const;
  void read();

  std::string prefix_;
  std::optional<TermDictionary::Cursor> base_;
  Xapian::TermIterator recent_, recent_end_;
  std::string term_;
  Xapian::doccount frequency_ = 0;
};

}  // namespace news
