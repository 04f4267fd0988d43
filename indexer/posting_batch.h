#pragma once

#include <xapian.h>

#include <cstdint>
#include <filesystem>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "common/posting_file.h"

namespace news {

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
  struct List {
    std::string bytes;  // for each article: what its number is more than the last one; the wdf
    Xapian::docid last = 0;
  };
  struct Words {
    Xapian::docid number;
    std::uint32_t length;
    std::vector<ArticleWord> words;  // with the places of terms in `lists_` as ordinals
  };

  std::unordered_map<std::string, std::uint32_t> places_;  // of terms in `lists_`
  std::vector<List> lists_;
  std::vector<Words> articles_;
};

}  // namespace news
