#pragma once

#include <xapian.h>

#include <cstddef>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>
#include <vector>

#include "common/posting_file.h"

namespace news {

/// The forms that are names with that key in a recent part, ascending, at most `most` of them.
/// Throws what Xapian throws.
std::vector<std::string> name_forms(const std::string& key, const Xapian::Database& recent,
                                    std::size_t most);
/// Those of a base. Throws Error.
std::vector<std::string> name_forms(const std::string& key, const PostingFile& base,
                                    std::size_t most);

/// Those of a base, which never changes: going through the terms of a key takes a millisecond, so
/// what was asked for is kept. For any number of threads.
class BaseNameForms {
 public:
  /// All are forgotten when so many keys have been asked for.
  static constexpr std::size_t most_keys = 2'000;
  using Forms = std::shared_ptr<const std::vector<std::string>>;

  Forms of(const std::string& key, const PostingFile& base, std::size_t most);

 private:
  std::mutex mutex_;
  std::unordered_map<std::string, Forms> by_key_;
};

}  // namespace news
