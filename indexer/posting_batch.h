#pragma once

#include <xapian.h>

#include <cstdint>
#include <filesystem>
#include <vector>

#include "common/posting_file.h"
#include "indexer/numbered_values.h"
#include "indexer/term_table.h"

namespace news {

/// Collects the terms of some articles in memory, ten bytes or so for each of an article, and
/// writes their posting file.
class PostingBatch {
 public:
  using WdfByTerm = NumberedValues<Xapian::termcount>;

  /// Terms are told by their places in `terms`, which must outlive it and may have more of them.
  explicit PostingBatch(const TermTable& terms) : terms_(terms) {}

  /// Of the article `number`, which is more than all before.
  void add(Xapian::docid number, const WdfByTerm& wdfs);
  /// Writes that of the database in a folder. Throws Error.
  void write(const std::filesystem::path& database) const;

 private:
  struct Posting {
    std::uint32_t place;  // of the term; in a list of a term, of the article
    std::uint32_t wdf;
  };
  struct Added {
    Xapian::docid number;
    std::size_t end;  // of its postings
  };

  void write_terms(PostingFileWriter& writer, std::vector<std::uint32_t>& ordinals) const;
  void write_articles(PostingFileWriter& writer, const std::vector<std::uint32_t>& ordinals) const;

  const TermTable& terms_;
  std::vector<Posting> postings_;  // article after article
  std::vector<Added> articles_;
};

}  // namespace news
