#include "common/order_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cerrno>
#include <cstring>
#include <utility>

#include "common/error.h"

namespace news {

namespace {

static_assert(std::endian::native == std::endian::little);

constexpr std::uint64_t mark = 0x31524544524f574e;  // NWORDER1
constexpr std::size_t number_size = sizeof(std::uint64_t);
constexpr std::size_t most_waiting = 1u << 20;

[[noreturn]] void fail(const char* what, const std::filesystem::path& path, int error) {
  throw Error(fmt::format("cannot {} {}: {}", what, path.string(), std::strerror(error)));
}

[[noreturn]] void fail_damaged(const std::filesystem::path& path) {
  throw Error(fmt::format("{} is damaged", path.string()),
              "index again with: newsindex rebuild PATH");
}

}  // namespace

std::filesystem::path OrderFile::path(const std::filesystem::path& database) {
  return database / "order";
}

std::shared_ptr<const OrderFile> OrderFile::open(const std::filesystem::path& database) {
  if (!std::filesystem::exists(path(database))) return nullptr;
  return std::shared_ptr<const OrderFile>(new OrderFile(path(database)));
}

OrderFile::OrderFile(std::filesystem::path path) : path_(std::move(path)) {
  const int file = ::open(path_.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) fail("open", path_, errno);
  const std::uint64_t size = std::filesystem::file_size(path_);
  void* const memory =
      size == 0 ? MAP_FAILED : ::mmap(nullptr, size, PROT_READ, MAP_SHARED, file, 0);
  const int error = errno;
  ::close(file);
  if (size < 3 * number_size) fail_damaged(path_);
  if (memory == MAP_FAILED) fail("read", path_, error);
  mapped_ = {static_cast<const char*>(memory), size};
  if (!read_begins()) {
    ::munmap(memory, size);
    fail_damaged(path_);
  }
}

OrderFile::~OrderFile() { ::munmap(const_cast<char*>(mapped_.data()), mapped_.size()); }

bool OrderFile::read_begins() {
  const auto read = [this](std::uint64_t* numbers, std::size_t count, std::uint64_t end) {
    std::memcpy(numbers, mapped_.data() + end - count * number_size, count * number_size);
  };
  std::array<std::uint64_t, 2> last{};  // how many, and the mark
  std::uint64_t end = mapped_.size();
  read(last.data(), last.size(), end);
  end -= last.size() * number_size;
  if (last[1] != mark || last[0] >= end / number_size) return false;
  begins_.resize(last[0] + 1);
  read(begins_.data(), begins_.size(), end);
  return begins_.back() == end - begins_.size() * number_size &&
         std::is_sorted(begins_.begin(), begins_.end());
}

/// Linux maps what is around a place as well, 64 kB of it, if it has that in memory.
void OrderFile::note_look(std::uint64_t at) const {
  constexpr std::uint64_t around = 64u << 10;
  constexpr std::uint64_t most_looks = (16u << 20) / around;
  if (last_look_.exchange(at / around, std::memory_order_relaxed) == at / around) return;
  if (++looks_ % most_looks != 0) return;
  ::madvise(const_cast<char*>(mapped_.data()), mapped_.size(), MADV_DONTNEED);
}

std::string_view OrderFile::order(Xapian::docid number) const {
  if (number == 0 || number > size()) return {};
  const std::uint64_t begin = begins_[number - 1];
  note_look(begin);
  return mapped_.substr(begin, begins_[number] - begin);
}

OrderFileWriter::OrderFileWriter(const std::filesystem::path& database)
    : path_(OrderFile::path(database)),
      file_(::open(path_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644)) {
  if (file_ < 0) fail("write", path_, errno);
}

OrderFileWriter::~OrderFileWriter() { ::close(file_); }

void OrderFileWriter::add(std::string_view order) {
  begins_.push_back(written_);
  written_ += order.size();
  write(order.data(), order.size());
}

void OrderFileWriter::finish() {
  const std::uint64_t end[] = {written_, begins_.size(), mark};
  write(begins_.data(), begins_.size() * number_size);
  write(end, sizeof(end));
  flush();
  if (::fsync(file_) != 0) fail("write", path_, errno);
}

void OrderFileWriter::write(const void* bytes, std::size_t size) {
  waiting_.append(static_cast<const char*>(bytes), size);
  if (waiting_.size() >= most_waiting) flush();
}

void OrderFileWriter::flush() {
  for (std::string_view left = waiting_; !left.empty();) {
    const ssize_t done = ::write(file_, left.data(), left.size());
    if (done < 0 && errno == EINTR) continue;
    if (done <= 0) fail("write", path_, done < 0 ? errno : ENOSPC);
    left.remove_prefix(static_cast<std::size_t>(done));
  }
  waiting_.clear();
}

}  // namespace news
