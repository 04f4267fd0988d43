#include "common/column_file.h"

#include <algorithm>
#include <cstring>

#include "common/varint.h"

namespace news {

namespace {

constexpr std::uint64_t mark = 0x31534c4f43574e4e;  // NNWCOLS1
constexpr std::uint64_t most_bytes = 1u << 20;

enum Kind : std::uint64_t { None, Undated, Dated };

void put_difference(std::string& bytes, std::int64_t difference) {
  const auto bits = static_cast<std::uint64_t>(difference);
  put_varint(bytes, difference < 0 ? ~(bits << 1) : bits << 1);
}

std::int64_t difference_of(std::uint64_t packed) {
  const std::uint64_t bits = packed >> 1;
  return static_cast<std::int64_t>((packed & 1) != 0 ? ~bits : bits);
}

}  // namespace

std::filesystem::path ColumnFile::path(const std::filesystem::path& database) {
  return database / "columns";
}

std::shared_ptr<const ColumnFile> ColumnFile::open(const std::filesystem::path& database) {
  if (!std::filesystem::exists(path(database))) return nullptr;
  return std::shared_ptr<const ColumnFile>(new ColumnFile(database));
}

ColumnFile::ColumnFile(const std::filesystem::path& database) : file_(path(database), most_bytes) {
  if (!read_end()) throw file_.damage();
}

bool ColumnFile::read_end() {
  const std::string_view bytes = file_.bytes();
  std::array<std::uint64_t, parts + 2> end{};  // where the parts end, articles, the mark
  if (bytes.size() < sizeof(end)) return false;
  std::memcpy(end.data(), bytes.data() + bytes.size() - sizeof(end), sizeof(end));
  if (end[parts + 1] != mark) return false;
  std::copy_n(end.begin(), parts, ends_.begin());
  size_ = static_cast<Xapian::docid>(end[parts]);
  return std::is_sorted(ends_.begin(), ends_.end()) && end[parts] <= bytes.size() &&
         FileWriter::aligned(ends_.back()) + sizeof(end) == bytes.size();
}

std::string_view ColumnFile::part(std::size_t index) const {
  const std::uint64_t begin = index == 0 ? 0 : ends_[index - 1];
  return file_.look(begin, ends_[index] - begin);
}

std::uint64_t ColumnFile::take(std::string_view& left) const {
  std::uint64_t number = 0;
  if (!take_varint(left, number)) throw file_.damage();
  return number;
}

std::vector<std::string_view> ColumnFile::values(std::size_t facet) const {
  std::vector<std::string_view> values;
  for (std::string_view left = part(2 * facet); !left.empty();) {
    const std::uint64_t size = take(left);
    if (size > left.size()) throw file_.damage();
    values.push_back(left.substr(0, size));
    left.remove_prefix(size);
  }
  return values;
}

std::vector<std::uint32_t> ColumnFile::cells(std::size_t facet) const {
  const std::size_t most = values(facet).size();
  std::vector<std::uint32_t> cells(size_ + std::size_t{1});
  std::string_view left = part(2 * facet + 1);
  for (std::size_t number = 1; number <= size_; ++number) {
    cells[number] = static_cast<std::uint32_t>(take(left));
    if (cells[number] > most) throw file_.damage();
  }
  return cells;
}

ColumnFile::Dates ColumnFile::dates() const {
  const std::size_t end = size_ + std::size_t{1};
  Dates dates{std::vector<std::uint8_t>(end), std::vector<std::uint8_t>(end),
              std::vector<Instant>(end), std::vector<std::int32_t>(end)};
  std::string_view left = part(parts - 1);
  Instant published = 0;
  std::int64_t day = 0;
  for (std::size_t number = 1; number < end; ++number) {
    const std::uint64_t kind = take(left);
    dates.there[number] = kind != None;
    if (kind != Dated) continue;
    published += difference_of(take(left));
    day += difference_of(take(left));
    dates.dated[number] = 1;
    dates.published[number] = published;
    dates.days[number] = static_cast<std::int32_t>(day);
  }
  return dates;
}

std::uint32_t ColumnFileWriter::Facet::place_of(std::string_view value) {
  const auto next = static_cast<std::uint32_t>(places.size() + 1);
  const auto [known, is_new] = places.try_emplace(std::string(value), next);
  if (is_new) {
    put_varint(values, value.size());
    values += value;
  }
  return known->second;
}

void ColumnFileWriter::add_dates(bool is_there, std::optional<Instant> published,
                                 std::int32_t day) {
  ++size_;
  put_varint(dates_, !is_there ? None : published ? Dated : Undated);
  if (!published) return;
  put_difference(dates_, *published - last_published_);
  put_difference(dates_, day - last_day_);
  last_published_ = *published;
  last_day_ = day;
}

void ColumnFileWriter::add_none() {
  for (Facet& facet : facets_) put_varint(facet.cells, 0);
  add_dates(false, std::nullopt, 0);
}

void ColumnFileWriter::add(const ColumnRow& row) {
  for (std::size_t i = 0; i < facets_.size(); ++i) {
    const std::string& value = row.facets[i];
    put_varint(facets_[i].cells, value.empty() ? 0 : facets_[i].place_of(value));
  }
  add_dates(true, row.published, row.day);
}

void ColumnFileWriter::add_all(const ColumnFile& other, Xapian::docid first,
                               const std::function<bool(Xapian::docid)>& is_gone) {
  const ColumnFile::Dates dates = other.dates();
  const auto is_there = [&](Xapian::docid number) {
    return dates.there[number] != 0 && !(is_gone && is_gone(number));
  };
  for (std::size_t i = 0; i < facets_.size(); ++i) {
    const std::vector<std::string_view> values = other.values(i);
    const std::vector<std::uint32_t> cells = other.cells(i);
    std::vector<std::uint32_t> places(values.size() + 1);  // by those of the other; 0: not yet
    for (Xapian::docid number = first; number <= other.size(); ++number) {
      const std::uint32_t cell = is_there(number) ? cells[number] : 0;
      if (cell != 0 && places[cell] == 0) places[cell] = facets_[i].place_of(values[cell - 1]);
      put_varint(facets_[i].cells, places[cell]);
    }
  }
  for (Xapian::docid number = first; number <= other.size(); ++number) {
    const bool dated = is_there(number) && dates.dated[number] != 0;
    add_dates(is_there(number), dated ? std::optional(dates.published[number]) : std::nullopt,
              dates.days[number]);
  }
}

void ColumnFileWriter::finish() {
  std::array<std::uint64_t, 2 * schema::facets.size() + 1> ends{};
  std::size_t part = 0;
  const auto write = [&](const std::string& bytes) {
    file_.write(bytes);
    ends[part++] = file_.written();
  };
  for (const Facet& facet : facets_) {
    write(facet.values);
    write(facet.cells);
  }
  write(dates_);
  file_.align();
  file_.write_all(ends);
  file_.write_all(std::array<std::uint64_t, 2>{size_, mark});
  file_.finish();
}

}  // namespace news
