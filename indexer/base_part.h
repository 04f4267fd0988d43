#pragma once

#include <xapian.h>

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "common/article_file.h"
#include "common/column_file.h"
#include "common/order_file.h"
#include "indexer/file_parts.h"
#include "indexer/posting_batch.h"
#include "indexer/term_table.h"

namespace news {

/// Writes a small base: tables with the documents of some articles, and the files beside
/// them. Throws Error and what Xapian throws.
class BasePartWriter {
 public:
  /// At `path`, where nothing is. The places of terms are those in `terms`, which must outlive it.
  BasePartWriter(const std::filesystem::path& path, std::shared_ptr<const TextCodec> codec,
                 const TermTable& terms);

  /// The article `number`, which is more than all before; `document` has nothing of
  /// `parts`.
  void add(Xapian::docid number, const Xapian::Document& document, const FileParts& parts);
  void finish();

 private:
  void compress();

  std::filesystem::path path_;
  Xapian::WritableDatabase tables_;
  OrderFileWriter orders_;
  ArticleFileWriter articles_;
  std::vector<std::string> printed_;  // articles that are still to be compressed
  ColumnFileWriter columns_;
  PostingBatch postings_;
  Xapian::docid last_ = 0;
};

/// Writes several bases, of one codec and with articles that are numbered from 1 on in each, as one
/// in which those of each follow those before. `is_whole` says that nothing will be added to it.
/// What is written last may not be on the disk yet.
void merge_parts(const std::vector<std::filesystem::path>& parts, const std::filesystem::path& path,
                 bool is_whole);

}  // namespace news
