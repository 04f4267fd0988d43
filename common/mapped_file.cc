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
constexpr std::uint64_t piece_size = 64u << 10;

}  // namespace

MappedFile::MappedFile(std::filesystem::path path, std::uint64_t most_bytes)
    : path_(std::move(path)), most_pieces_(std::max<std::uint64_t>(most_bytes / piece_size, 1)) {
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
  mapped_ = std::vector<std::atomic<std::uint64_t>>(size / piece_size / 64 + 1);
}

MappedFile::~MappedFile() { ::munmap(const_cast<char*>(bytes_.data()), bytes_.size()); }

std::string_view MappedFile::look(std::uint64_t begin, std::uint64_t size) const {
  constexpr auto relaxed = std::memory_order_relaxed;
  const std::uint64_t first = begin / piece_size;
  const std::uint64_t last = (begin + size) / piece_size;
  std::uint64_t fresh = 0;
  for (std::uint64_t piece = first; piece <= last; ++piece) {
    const std::uint64_t bit = std::uint64_t{1} << piece % 64;
    std::atomic<std::uint64_t>& mapped = mapped_[piece / 64];
    const bool is_known =
        (mapped.load(relaxed) & bit) != 0 || (mapped.fetch_or(bit, relaxed) & bit) != 0;
    if (!is_known) ++fresh;
  }
  if (fresh > 0 && mapped_count_.fetch_add(fresh, relaxed) + fresh > most_pieces_) {
    mapped_count_ = 0;
    for (std::atomic<std::uint64_t>& pieces : mapped_) pieces.store(0, relaxed);
    ::madvise(const_cast<char*>(bytes_.data()), bytes_.size(), MADV_DONTNEED);
  }
  return bytes_.substr(begin, size);
}

Error MappedFile::damage() const {
  return Error(fmt::format("{} is damaged", path_.string()),
               "index again with: newsindex rebuild PATH");
}

}  // namespace news
