#pragma once

#include <filesystem>
#include <memory>

#include "common/order_file.h"
#include "common/posting_file.h"

namespace news {

/// What stands beside the tables of a base, shared by all handles on it.
struct BaseFiles {
  std::shared_ptr<const OrderFile> orders;      ///< nullptr: where words stand are values.
  std::shared_ptr<const PostingFile> postings;  ///< nullptr: all are in the tables alone.

  /// Those of the base in that folder. Throws Error.
  static BaseFiles open(const std::filesystem::path& base) {
    return {OrderFile::open(base), PostingFile::open(base)};
  }
};

}  // namespace news
