#pragma once

#include <xapian.h>

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/posting_file.h"

namespace news {

/// Terms, each once, by the order in which they came.
class TermTable {
 public:
  std::size_t size() const { return ends_.size(); }
  std::string_view operator[](std::uint32_t place) const;
  /// The place of a term, which is size() if it has not come before.
  std::uint32_t place_of(std::string_view term);

 private:
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t place = none;
  };
  static constexpr std::uint32_t none = ~0U;

  void grow();

  std::vector<Slot> slots_;  // a power of two, less than half of them taken
  std::string terms_;        // one after another
  std::vector<std::size_t> ends_;
};

/// Collects the terms of some articles in memory, ten bytes or so for each of an article, and
/// writes their posting file.
class PostingBatch {
 public:
  /// Of the article `number`, which is more than all before: each term once, with its wdf.
  void add(Xapian::docid number,
           const std::vector<std::pair<std::string, Xapian::termcount>>& terms);
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

  TermTable terms_;
  std::vector<Posting> postings_;  // article after article
  std::vector<Added> articles_;
};

}  // namespace news
