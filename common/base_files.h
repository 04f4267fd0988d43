#pragma once

#include <fmt/format.h>

#include <filesystem>
#include <memory>

#include "common/error.h"
#include "common/order_file.h"
#include "common/posting_file.h"

namespace news {

/// What stands beside the tables of a base, shared by all handles on it; nullptr where there is no
/// base.
struct BaseFiles {
  std::shared_ptr<const OrderFile> orders;
  std::shared_ptr<const PostingFile> postings;

  /// Those of the base in that folder. Throws Error.
  static BaseFiles open(const std::filesystem::path& base) {
    BaseFiles files{OrderFile::open(base), PostingFile::open(base)};
    if (files.orders && files.postings) return files;
    throw Error(fmt::format("{} lacks the files of its words", base.string()),
                "index again with: newsindex rebuild PATH");
  }
};

}  // namespace news
