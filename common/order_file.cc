#include "common/order_file.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

namespace news {

namespace {

constexpr std::uint64_t mark = 0x31524544524f574e;  // NWORDER1
constexpr std::size_t number_size = sizeof(std::uint64_t);
constexpr std::uint64_t most_bytes = 16u << 20;

}  // namespace

std::filesystem::path OrderFile::path(const std::filesystem::path& database) {
  return database / "order";
}

std::shared_ptr<const OrderFile> OrderFile::open(const std::filesystem::path& database) {
  if (!std::filesystem::exists(path(database))) return nullptr;
  return std::shared_ptr<const OrderFile>(new OrderFile(path(database)));
}

OrderFile::OrderFile(std::filesystem::path path) : file_(std::move(path), most_bytes) {
  if (!read_begins()) throw file_.damage();
}

bool OrderFile::read_begins() {
  const auto read = [this](std::uint64_t* numbers, std::size_t count, std::uint64_t end) {
    std::memcpy(numbers, file_.bytes().data() + end - count * number_size, count * number_size);
  };
  std::array<std::uint64_t, 2> last{};  // how many, and the mark
  std::uint64_t end = file_.bytes().size();
  if (end < 3 * number_size) return false;
  read(last.data(), last.size(), end);
  end -= last.size() * number_size;
  if (last[1] != mark || last[0] >= end / number_size) return false;
  begins_.resize(last[0] + 1);
  read(begins_.data(), begins_.size(), end);
  return begins_.back() == end - begins_.size() * number_size &&
         std::is_sorted(begins_.begin(), begins_.end());
}

std::string_view OrderFile::order(Xapian::docid number) const {
  if (number == 0 || number > size()) return {};
  const std::uint64_t begin = begins_[number - 1];
  return file_.look(begin, begins_[number] - begin);
}

void OrderFileWriter::add(std::string_view order) {
  begins_.push_back(file_.written());
  file_.write(order);
}

void OrderFileWriter::finish() {
  const std::array<std::uint64_t, 3> end{file_.written(), begins_.size(), mark};
  file_.write_all(begins_);
  file_.write_all(end);
  file_.finish();
}

}  // namespace news
