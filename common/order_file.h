#pragma once

#include <xapian.h>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "common/error.h"
#include "common/file_writer.h"
#include "common/order_verdicts.h"

namespace news {

/// Where the words of a base's articles stand, by number, in a file beside its tables: one read for
/// each article, where a value of a document is a walk through a table. It takes 8 bytes of memory
/// an article. Never changes, so any number of threads may read it.
///
/// On disk: what WordOrderWriter has packed, one after another; where each begins and the last
/// ends; how many there are; a mark. Numbers have eight bytes, the least significant first.
class OrderFile {
 public:
  static std::filesystem::path path(const std::filesystem::path& database);
  /// That of the database in a folder; nullptr if it has none. Throws Error.
  static std::shared_ptr<const OrderFile> open(const std::filesystem::path& database);
  ~OrderFile();
  OrderFile(const OrderFile&) = delete;
  OrderFile& operator=(const OrderFile&) = delete;

  /// The numbers from 1 on that it knows of.
  Xapian::docid size() const { return static_cast<Xapian::docid>(begins_.size() - 1); }
  /// Reads that of the article of that number; empty if it does not know. Throws Error.
  void read(Xapian::docid number, std::string& order) const;
  /// What has been found out of its articles by that question, and is to be found out.
  std::shared_ptr<OrderVerdicts> verdicts(const std::string& question) const {
    return verdicts_.of(question, size());
  }

 private:
  explicit OrderFile(std::filesystem::path path);
  bool read_begins();
  void read(std::uint64_t begin, char* to, std::uint64_t size) const;
  Error damage() const;

  std::filesystem::path path_;
  int file_;
  std::vector<std::uint64_t> begins_;  // and where the last ends
  mutable RecentVerdicts verdicts_;
};

/// Writes an OrderFile, the articles in their order.
class OrderFileWriter {
 public:
  /// For the database in that folder. Throws Error, as do the others.
  explicit OrderFileWriter(const std::filesystem::path& database)
      : file_(OrderFile::path(database)) {}

  void add(std::string_view order);
  void finish();

 private:
  FileWriter file_;
  std::vector<std::uint64_t> begins_;
};

}  // namespace news
