#pragma once

#include <xapian.h>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "common/mapped_file.h"
#include "common/posting_list.h"

namespace news {

/// The postings of a base's frequent terms, in a file beside its tables, where they are read at a
/// small part of the cost. It takes 16 MB of memory at most. Never changes, so any number of
/// threads may read it.
///
/// On disk: the list of each term, its blocks at a multiple of four and then its bytes; the lengths
/// of all articles by number, from 0 on, four bytes each; the terms, one after another; an Entry
/// for each; how many lengths and entries, and a mark, eight bytes each. The least significant byte
/// of a number comes first.
class PostingFile {
 public:
  /// Terms that no more articles have are not in it: they are read sooner than found here.
  static constexpr Xapian::doccount few = 500;

  static std::filesystem::path path(const std::filesystem::path& database);
  /// Writes that of a database into its folder. Throws Error and what Xapian throws.
  static void write(const std::filesystem::path& database);
  /// That of the database in a folder; nullptr if it has none. Throws Error.
  static std::shared_ptr<const PostingFile> open(const std::filesystem::path& database);

  /// Nothing of a term that few articles have, or none. Stays as long as this.
  std::optional<PostingList> find(std::string_view term) const;
  /// In how many terms, by number of the article; 0 where there is none.
  std::span<const std::uint32_t> lengths() const { return lengths_; }

 private:
  /// A term, in ascending order.
  struct Entry {
    std::uint64_t begin;     // of its blocks
    std::uint32_t postings;  // how many
    std::uint32_t name_end;  // in the terms; that of the one before is where it begins
    std::uint64_t end;       // of its bytes
  };
  class Writer;

  explicit PostingFile(std::filesystem::path path);
  bool read_end();
  std::string_view name(std::size_t entry) const;

  MappedFile file_;
  std::span<const Entry> entries_;
  std::string_view names_;
  std::span<const std::uint32_t> lengths_;
};

}  // namespace news
