#pragma once

#include <xapian.h>

#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "common/article_database.h"
#include "common/index_folder.h"

namespace news {

/// A generation, opened to write to its recent part. What is changed is seen at once through
/// itself, by others from the next commit on. An article of the base is changed by being gone there
/// and written anew, under another number. The caller holds the WriterLock.
/// For one thread. Throws what Xapian throws.
class WritableArticles : public ArticleDatabase {
 public:
  /// A generation without a recent part gets an empty one.
  static WritableArticles open(const IndexFolder& index, const std::string& generation);

  /// A number that no article has, and that is not given again.
  Xapian::docid new_number() { return ++last_given_; }
  /// Writes the document of an article that has, or gets, that number in the recent part.
  void write(Xapian::docid number, const Xapian::Document& document) {
    recent_.replace_document(number, document);
  }
  /// Makes room for what an article is to be replaced by: the number to write that to. An article
  /// of the base is gone from now on.
  Xapian::docid make_way(Xapian::docid number);
  /// The number that an article has now, which had this one when this was opened, or since.
  Xapian::docid now(Xapian::docid number) const;
  void remove(Xapian::docid number);
  void set_metadata(std::string_view key, const std::string& value);

  /// Begins what the next commit or cancel ends, unless it has begun.
  void begin();
  void commit();
  /// Goes back to what there was before begin(), if there was one, but for what is gone, and
  /// closes the database.
  void cancel();
  /// Writes what there is and closes the database.
  void close() { recent_.close(); }

 private:
  explicit WritableArticles(const Xapian::WritableDatabase& recent)
      : ArticleDatabase(recent), recent_(recent), last_given_(last_number()) {}
  WritableArticles(const Xapian::Database& base, const Xapian::WritableDatabase& recent,
                   BaseFiles files)
      : ArticleDatabase(base, recent, std::move(files)),
        recent_(recent),
        last_given_(last_number()) {}

  Xapian::WritableDatabase recent_;
  Xapian::docid last_given_;
  std::unordered_map<Xapian::docid, Xapian::docid> moved_;  // from the base
  bool gone_changed_ = false;
  bool in_transaction_ = false;
};

}  // namespace news
