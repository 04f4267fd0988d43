#pragma once

#include <fmt/format.h>

#include <filesystem>
#include <memory>

#include "common/article_file.h"
#include "common/column_file.h"
#include "common/error.h"
#include "common/order_file.h"
#include "common/posting_file.h"

namespace news {

/// What stands beside the tables of a base, shared by all handles on it; nullptr where there is no
/// base.
struct BaseFiles {
  std::shared_ptr<const OrderFile> orders;
  std::shared_ptr<const PostingFile> postings;
  std::shared_ptr<const ArticleFile> articles;
  std::shared_ptr<const ColumnFile> columns;
  /// The articles in which two words stand one after another, in any field, of the pairs that many
  /// articles have, by schema::pair_term(); nullptr where there are none.
  std::shared_ptr<const PostingFile> pairs;

  static std::filesystem::path pairs_path(const std::filesystem::path& base) {
    return base / "pairs";
  }
  /// Those of the base in that folder. Throws Error.
  static BaseFiles open(const std::filesystem::path& base) {
    BaseFiles files{OrderFile::open(base), PostingFile::open(base), ArticleFile::open(base),
                    ColumnFile::open(base), PostingFile::open(pairs_path(base))};
    if (files.orders && files.postings && files.articles && files.columns) return files;
    throw Error(fmt::format("{} lacks files beside its tables", base.string()),
                "index again with: newsindex rebuild PATH");
  }
};

}  // namespace news
