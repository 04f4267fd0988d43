#pragma once

#include <xapian.h>

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "common/order_verdicts.h"
#include "common/row_file.h"

namespace news {

/// Where the words of a base's articles stand, what WordOrderWriter has packed, by number, in a
/// file beside its tables: one read for each article, where a value of a document is a walk through
/// a table. It takes 8 bytes of memory an article. Any number of threads may read it. Throws Error.
class OrderFile {
 public:
  static std::filesystem::path path(const std::filesystem::path& database);
  /// That of the database in a folder; nullptr if it has none.
  static std::shared_ptr<const OrderFile> open(const std::filesystem::path& database);

  /// The numbers from 1 on that it knows of.
  Xapian::docid size() const { return static_cast<Xapian::docid>(rows_.size()); }
  /// Reads that of the article of that number; empty if it does not know.
  void read(Xapian::docid number, std::string& order) const;

  /// Reads many of them, for the most part ascending. For one thread.
  class Reader {
   public:
    /// The file must outlive it.
    explicit Reader(const OrderFile& file) : rows_(file.rows_) {}
    /// As OrderFile::read(). Stays until the next is read.
    std::string_view read(Xapian::docid number) {
      return number > 0 ? rows_.read(number - 1) : std::string_view();
    }

   private:
    RowFile::Reader rows_;
  };

  /// What has been found out of its articles by that question, and is to be found out.
  std::shared_ptr<OrderVerdicts> verdicts(const std::string& question) const {
    return verdicts_.of(question, size());
  }

 private:
  friend class OrderFileWriter;

  explicit OrderFile(const std::filesystem::path& database);

  RowFile rows_;
  mutable RecentVerdicts verdicts_;
};

/// Writes an OrderFile, the articles in their order. All throw Error.
class OrderFileWriter {
 public:
  /// For the database in that folder.
  explicit OrderFileWriter(const std::filesystem::path& database);

  void add(std::string_view order) { rows_.add(order); }
  /// Those of all articles of a file.
  void add_all(const OrderFile& orders) { rows_.add_all(orders.rows_); }
  void finish() { rows_.finish(); }

 private:
  RowFileWriter rows_;
};

}  // namespace news
