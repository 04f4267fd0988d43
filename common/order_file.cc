#include "common/order_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <system_error>
#include <utility>

namespace news {

namespace {

constexpr std::uint64_t mark = 0x31524544524f574e;  // NWORDER1
constexpr std::size_t number_size = sizeof(std::uint64_t);

}  // namespace

std::filesystem::path OrderFile::path(const std::filesystem::path& database) {
  return database / "order";
}

std::shared_ptr<const OrderFile> OrderFile::open(const std::filesystem::path& database) {
  if (!std::filesystem::exists(path(database))) return nullptr;
  return std::shared_ptr<const OrderFile>(new OrderFile(path(database)));
}

OrderFile::OrderFile(std::filesystem::path path)
    : path_(std::move(path)), file_(::open(path_.c_str(), O_RDONLY | O_CLOEXEC)) {
  if (file_ < 0) {
    throw Error(
        fmt::format("cannot open {}: {}", path_.string(), std::generic_category().message(errno)));
  }
  if (read_begins()) return;
  ::close(file_);
  throw damage();
}

OrderFile::~OrderFile() { ::close(file_); }

bool OrderFile::read_begins() {
  const auto read_numbers = [this](std::uint64_t* numbers, std::size_t count, std::uint64_t end) {
    read(end - count * number_size, reinterpret_cast<char*>(numbers), count * number_size);
  };
  std::array<std::uint64_t, 2> last{};  // how many, and the mark
  std::uint64_t end = std::filesystem::file_size(path_);
  if (end < 3 * number_size) return false;
  read_numbers(last.data(), last.size(), end);
  end -= last.size() * number_size;
  if (last[1] != mark || last[0] >= end / number_size) return false;
  begins_.resize(last[0] + 1);
  read_numbers(begins_.data(), begins_.size(), end);
  return begins_.back() == end - begins_.size() * number_size &&
         std::is_sorted(begins_.begin(), begins_.end());
}

void OrderFile::read(Xapian::docid number, std::string& order) const {
  order.clear();
  if (number == 0 || number > size()) return;
  const std::uint64_t begin = begins_[number - 1];
  order.resize(begins_[number] - begin);
  read(begin, order.data(), order.size());
}

void OrderFile::read(std::uint64_t begin, char* to, std::uint64_t size) const {
  while (size > 0) {
    const ssize_t done = ::pread(file_, to, size, static_cast<off_t>(begin));
    if (done < 0 && errno == EINTR) continue;
    if (done <= 0) throw damage();
    begin += static_cast<std::uint64_t>(done);
    to += done;
    size -= static_cast<std::uint64_t>(done);
  }
}

Error OrderFile::damage() const {
  return Error(fmt::format("{} is damaged", path_.string()),
               "index again with: newsindex rebuild PATH");
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
