#include "common/mapped_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>
#include <utility>

namespace news {

namespace {

// Linux maps what is around a place as well, so much of it, if it has that in memory.
constexpr std::uint64_t around = 64u << 10;

}  // namespace

MappedFile::MappedFile(std::filesystem::path path, std::uint64_t most_bytes)
    : path_(std::move(path)), most_looks_(std::max<std::uint64_t>(most_bytes / around, 1)) {
  const auto fail = [this](int error) {
    throw Error(
        fmt::format("cannot read {}: {}", path_.string(), std::generic_category().message(error)));
  };
  const int file = ::open(path_.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) fail(errno);
  std::error_code unknown;
  const std::uintmax_t size = std::filesystem::file_size(path_, unknown);
  void* const memory =
      unknown || size == 0 ? MAP_FAILED : ::mmap(nullptr, size, PROT_READ, MAP_SHARED, file, 0);
  const int error = errno;
  ::close(file);
  if (unknown || size == 0) throw damage();
  if (memory == MAP_FAILED) fail(error);
  bytes_ = {static_cast<const char*>(memory), size};
}

MappedFile::~MappedFile() { ::munmap(const_cast<char*>(bytes_.data()), bytes_.size()); }

std::string_view MappedFile::look(std::uint64_t begin, std::uint64_t size) const {
  const std::uint64_t first = begin / around;
  const std::uint64_t last = (begin + size) / around;
  const std::uint64_t before = last_look_.exchange(last, std::memory_order_relaxed);
  const std::uint64_t looks = last - first + (before == first ? 0 : 1);
  if (looks > 0 && looks_.fetch_add(looks, std::memory_order_relaxed) + looks > most_looks_) {
    looks_ = 0;
    ::madvise(const_cast<char*>(bytes_.data()), bytes_.size(), MADV_DONTNEED);
  }
  return bytes_.substr(begin, size);
}

Error MappedFile::damage() const {
  return Error(fmt::format("{} is damaged", path_.string()),
               "index again with: newsindex rebuild PATH");
}

}  // namespace news
