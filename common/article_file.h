#pragma once

#include <xapian.h>

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "common/row_file.h"
#include "common/text_codec.h"

namespace news {

/// The articles of a base, as print_article() prints them, by number, compressed, in a file beside
/// its tables. Any number of threads may read it. Throws Error.
///
/// On disk a RowFile, whose first row is the dictionary that all others are compressed with.
class ArticleFile {
 public:
  static std::filesystem::path path(const std::filesystem::path& database);
  /// That of the database in a folder; nullptr if it has none.
  static std::shared_ptr<const ArticleFile> open(const std::filesystem::path& database);

  /// The numbers from 1 on that it knows of.
  Xapian::docid size() const { return static_cast<Xapian::docid>(rows_.size() - 1); }
  /// Empty if it does not know that number.
  std::string read(Xapian::docid number) const;

  /// As it stands there: for writing it into another file of the same codec.
  void read_packed(Xapian::docid number, std::string& packed) const { rows_.read(number, packed); }
  const std::shared_ptr<const TextCodec>& codec() const { return codec_; }

 private:
  friend class ArticleFileWriter;

  explicit ArticleFile(const std::filesystem::path& database);

  RowFile rows_;
  std::shared_ptr<const TextCodec> codec_;
};

/// Writes an ArticleFile, the articles in their order. All throw Error.
class ArticleFileWriter {
 public:
  /// For the database in that folder.
  ArticleFileWriter(const std::filesystem::path& database, std::shared_ptr<const TextCodec> codec);

  /// An empty one is none.
  void add(std::string_view article);
  /// As another file of the same codec has it.
  void add_packed(std::string_view packed) { rows_.add(packed); }
  /// All articles of such a file.
  void add_all(const ArticleFile& articles) { rows_.add_all(articles.rows_, 1); }
  void finish() { rows_.finish(); }

 private:
  RowFileWriter rows_;
  std::shared_ptr<const TextCodec> codec_;
};

}  // namespace news
