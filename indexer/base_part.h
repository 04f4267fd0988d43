#pragma once

#include <xapian.h>

#include <filesystem>
#include <vector>

#include "common/order_file.h"
#include "indexer/document_builder.h"
#include "indexer/posting_batch.h"

namespace news {

/// Writes a small base: tables with the documents of some articles, and beside them the files of
/// their terms and orders. Throws Error and what Xapian throws.
class BasePartWriter {
 public:
  /// At `path`, where nothing is.
  explicit BasePartWriter(const std::filesystem::path& path);

  /// The article `number`, which is more than all before; `document` has none of `terms`, and no
  /// order.
  void add(Xapian::docid number, const Xapian::Document& document, const IndexTerms& terms);
  void finish();

 private:
  std::filesystem::path path_;
  Xapian::WritableDatabase tables_;
  OrderFileWriter orders_;
  PostingBatch postings_;
  Xapian::docid last_ = 0;
};

/// Writes several bases, the articles of which are numbered from 1 on in each, as one in which
/// those of each follow those before. `is_whole` says that nothing will be added to it.
void merge_parts(const std::vector<std::filesystem::path>& parts, const std::filesystem::path& path,
                 bool is_whole);

}  // namespace news
