#include "common/row_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <limits>
#include <system_error>
#include <utility>

namespace news {

namespace {

constexpr std::size_t number_size = sizeof(std::uint64_t);

// Of a Reader: a row that begins so near behind the last one is read with so much of what follows.
// A read costs as much as copying ten kilobytes.
constexpr std::uint64_t close = 8u << 10;
constexpr std::uint64_t chunk_size = 32u << 10;

// So many rows follow one another whose begins are kept as offsets from the first.
constexpr std::size_t group_rows = 64;
// An offset that does not fit is asked of the file.
constexpr std::uint32_t too_far = std::numeric_limits<std::uint32_t>::max();

}  // namespace

RowFile::RowFile(std::filesystem::path path, std::uint64_t mark)
    : path_(std::move(path)), file_(::open(path_.c_str(), O_RDONLY | O_CLOEXEC)) {
  if (file_ < 0) {
    throw Error(
        fmt::format("cannot open {}: {}", path_.string(), std::generic_category().message(errno)));
  }
  try {
    if (!read_end(mark) || !keep_begins()) throw damage();
  } catch (...) {
    ::close(file_);
    throw;
  }
}

RowFile::~RowFile() { ::close(file_); }

bool RowFile::read_end(std::uint64_t mark) {
  std::array<std::uint64_t, 3> last{};  // where the rows end, how many, and the mark
  const std::uint64_t end = std::filesystem::file_size(path_);
  if (end < sizeof(last)) return false;
  read(end - sizeof(last), reinterpret_cast<char*>(last.data()), sizeof(last));
  if (last[2] != mark || last[1] >= end / number_size || last[0] > end) return false;
  size_ = last[1];
  rows_end_ = last[0];
  return rows_end_ + (size_ + 3) * number_size == end;
}

void RowFile::read_begins(std::size_t first, std::uint64_t* begins, std::size_t count) const {
  read(rows_end_ + first * number_size, reinterpret_cast<char*>(begins), count * number_size);
}

/// False if they do not ascend to the end of all rows.
bool RowFile::keep_begins() {
  constexpr std::size_t at_once = 16 * group_rows;
  std::vector<std::uint64_t> begins(at_once);
  offsets_.reserve(size_ + 1);
  std::uint64_t last = 0;
  for (std::size_t first = 0; first <= size_; first += at_once) {
    begins.resize(std::min(at_once, size_ + 1 - first));
    read_begins(first, begins.data(), begins.size());
    for (const std::uint64_t begin : begins) {
      if (begin < std::exchange(last, begin)) return false;
      if (offsets_.size() % group_rows == 0) group_begins_.push_back(begin);
      const std::uint64_t offset = begin - group_begins_.back();
      offsets_.push_back(static_cast<std::uint32_t>(std::min<std::uint64_t>(offset, too_far)));
    }
  }
  return last == rows_end_;
}

std::uint64_t RowFile::begin_of(std::size_t number) const {
  if (offsets_[number] < too_far) return group_begins_[number / group_rows] + offsets_[number];
  std::uint64_t begin = 0;
  read_begins(number, &begin, 1);
  return begin;
}

/// Of one that there is.
RowFile::Place RowFile::place_of(std::size_t number) const {
  return {begin_of(number), begin_of(number + 1)};
}

void RowFile::read(std::size_t number, std::string& row) const {
  row.clear();
  if (number >= size_) return;
  const Place place = place_of(number);
  row.resize(place.end - place.begin);
  read(place.begin, row.data(), row.size());
}

std::string_view RowFile::Reader::read(std::size_t number) {
  if (number >= file_.size_) return {};
  const Place place = file_.place_of(number);
  const std::uint64_t before = std::exchange(last_end_, place.end);
  if (place.begin < begin_ || place.end > end_) {
    const bool is_close = place.begin >= before && place.begin < before + close;
    const std::uint64_t wanted = std::max(place.end, is_close ? place.begin + chunk_size : 0);
    begin_ = place.begin;
    end_ = std::min(wanted, file_.rows_end_);
    if (chunk_.size() < end_ - begin_) chunk_.resize(end_ - begin_);
    file_.read(begin_, chunk_.data(), end_ - begin_);
  }
  return std::string_view(chunk_).substr(place.begin - begin_, place.end - place.begin);
}

void RowFile::read(std::uint64_t begin, char* to, std::uint64_t size) const {
  while (size > 0) {
    const ssize_t done = ::pread(file_, to, size, static_cast<off_t>(begin));
    if (done < 0 && errno == EINTR) continue;
    if (done <= 0) throw damage();
    begin += static_cast<std::uint64_t>(done);
    to += done;
    size -= static_cast<std::uint64_t>(done);
  }
}

Error RowFile::damage() const {
  return Error(fmt::format("{} is damaged", path_.string()),
               "index again with: newsindex rebuild PATH");
}

void RowFileWriter::add(std::string_view row) {
  begins_.push_back(file_.written());
  file_.write(row);
}

void RowFileWriter::add_all(const RowFile& rows, std::size_t first) {
  constexpr std::uint64_t at_once = 1u << 20;
  if (first >= rows.size()) return;
  const std::uint64_t begin = rows.begin_of(first);
  for (std::size_t row = first; row < rows.size(); ++row) {
    begins_.push_back(file_.written() + rows.begin_of(row) - begin);
  }
  std::string bytes;
  for (std::uint64_t at = begin; at < rows.rows_end_; at += bytes.size()) {
    bytes.resize(std::min(at_once, rows.rows_end_ - at));
    rows.read(at, bytes.data(), bytes.size());
    file_.write(bytes);
  }
}

/// Where the last row ends is both the last of the begins and the first of the end.
void RowFileWriter::finish() {
  const std::uint64_t rows_end = file_.written();
  const std::array<std::uint64_t, 3> end{rows_end, begins_.size(), mark_};
  file_.write_all(begins_);
  file_.write_all(end);
  file_.finish();
}

}  // namespace news
