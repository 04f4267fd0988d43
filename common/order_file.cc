#include "common/order_file.h"

namespace news {

namespace {

constexpr std::uint64_t mark = 0x32524544524f574e;  // NWORDER2

}  // namespace

std::filesystem::path OrderFile::path(const std::filesystem::path& database) {
  return database / "order";
}

std::shared_ptr<const OrderFile> OrderFile::open(const std::filesystem::path& database) {
  if (!std::filesystem::exists(path(database))) return nullptr;
  return std::shared_ptr<const OrderFile>(new OrderFile(database));
}

OrderFile::OrderFile(const std::filesystem::path& database) : rows_(path(database), mark) {}

void OrderFile::read(Xapian::docid number, std::string& order) const {
  order.clear();
  if (number > 0) rows_.read(number - 1, order);
}

OrderFileWriter::OrderFileWriter(const std::filesystem::path& database)
    : rows_(OrderFile::path(database), mark) {}

}  // namespace news
