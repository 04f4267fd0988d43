#pragma once

#include <xapian.h>

#include <filesystem>
#include <functional>
#include <memory>
#include <vector>

#include "common/posting_file.h"

namespace news {

/// One of the posting files that are to be one. The numbers of its articles are those it has and
/// `before` more; they are more than those of the parts before, where these have any.
struct PostingPart {
  std::shared_ptr<const PostingFile> file;
  Xapian::docid before = 0;
};

/// What is left out on the way.
struct PostingFilter {
  std::function<bool(Xapian::docid)> is_gone;  ///< Articles, by their new number; empty: none.
  bool words = false;  ///< Of articles' lists of words, those that tell nothing about an article.
};

/// Writes the postings of all parts into the folder of a database. Throws Error.
void merge_postings(const std::vector<PostingPart>& parts, const std::filesystem::path& database,
                    const PostingFilter& filter);

}  // namespace news
