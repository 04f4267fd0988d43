#include "common/mapped_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <system_error>
#include <utility>

namespace news {

namespace {

// Linux maps what is around a place as well, so much of it, if it has that in memory. Linux 6.18
// maps all of what it keeps as one, which may be 2 MB (8 clients had 137 MB of the 40 that were
// counted); so once for so many pieces it is asked how much the process has.
constexpr std::uint64_t piece_size = 64u << 10;
constexpr std::uint64_t pieces_between = 16;

/// The bytes of files that the process has mapped and in memory; 0 if that cannot be told.
std::uint64_t memory_of_files() {
  const int file = ::open("/proc/self/statm", O_RDONLY | O_CLOEXEC);
  if (file < 0) return 0;
  std::array<char, 128> text{};  // pages: of all addresses, in memory, of these shared
  const ssize_t size = ::read(file, text.data(), text.size() - 1);
  ::close(file);
  unsigned long long shared = 0;
  if (size <= 0 || std::sscanf(text.data(), "%*u %*u %llu", &shared) != 1) return 0;
  return shared * static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE));
}

}  // namespace

MappedFile::MappedFile(std::filesystem::path path, std::uint64_t most_bytes)
    : path_(std::move(path)), most_bytes_(most_bytes), least_memory_(memory_of_files()) {
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
  if (fresh > 0) {
    const std::uint64_t before = mapped_count_.fetch_add(fresh, relaxed);
    const bool asks = before / pieces_between != (before + fresh) / pieces_between;
    if ((before + fresh) * piece_size > most_bytes_ || (asks && has_grown())) let_go();
  }
  return bytes_.substr(begin, size);
}

bool MappedFile::has_grown() const {
  const std::uint64_t now = memory_of_files();
  if (now < least_memory_) least_memory_ = now;
  return now > least_memory_ + most_bytes_;
}

void MappedFile::let_go() const {
  mapped_count_ = 0;
  for (std::atomic<std::uint64_t>& pieces : mapped_) pieces.store(0, std::memory_order_relaxed);
  ::madvise(const_cast<char*>(bytes_.data()), bytes_.size(), MADV_DONTNEED);
  least_memory_ = memory_of_files();
}

Error MappedFile::damage() const {
  return Error(fmt::format("{} is damaged", path_.string()),
               "index again with: newsindex rebuild PATH");
}

}  // namespace news
