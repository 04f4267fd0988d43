#include "common/posting_file.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>
#include <vector>

#include "common/file_writer.h"

namespace news {

namespace {

constexpr std::uint64_t mark = 0x3154534f50574e4e;  // NNWPOST1
constexpr std::uint64_t most_bytes = 16u << 20;
constexpr std::size_t alignment = sizeof(std::uint64_t);

std::uint64_t aligned(std::uint64_t size) { return (size + alignment - 1) / alignment * alignment; }

/// `count` values that stand in the file from there on.
template <typename Value>
std::span<const Value> values_at(std::string_view bytes, std::uint64_t begin, std::size_t count) {
  return {reinterpret_cast<const Value*>(bytes.data() + begin), count};
}

}  // namespace

class PostingFile::Writer {
 public:
  Writer(const Xapian::Database& database, const std::filesystem::path& path)
      : database_(database), file_(path) {}

  void write() {
    const auto end = database_.allterms_end();
    for (auto term = database_.allterms_begin(); term != end; ++term) {
      if (term.get_termfreq() > few) write_term(*term);
    }
    align();
    const std::vector<std::uint32_t> lengths = lengths_of_all();
    file_.write_all(lengths);
    align();
    const std::uint64_t names = names_.size();
    file_.write(names_);
    align();
    file_.write_all(entries_);
    file_.write_all(std::array<std::uint64_t, 4>{lengths.size(), names, entries_.size(), mark});
    file_.finish();
  }

 private:
  void write_term(const std::string& term) {
    packer_.clear();
    const auto end = database_.postlist_end(term);
    for (auto posting = database_.postlist_begin(term); posting != end; ++posting) {
      packer_.add(*posting, posting.get_wdf());
    }
    align();
    const PostingList list = packer_.list();
    const std::uint64_t begin = file_.written();
    file_.write_all(list.blocks);
    file_.write_all(packer_.bytes());
    names_ += term;
    entries_.push_back({begin, static_cast<std::uint32_t>(list.size),
                        static_cast<std::uint32_t>(names_.size()), file_.written()});
  }

  std::vector<std::uint32_t> lengths_of_all() const {
    std::vector<std::uint32_t> lengths(database_.get_lastdocid() + std::size_t{1});
    const auto end = database_.postlist_end({});
    for (auto article = database_.postlist_begin({}); article != end; ++article) {
      lengths[*article] = article.get_doclength();
    }
    return lengths;
  }

  void align() { file_.write(std::string(aligned(file_.written()) - file_.written(), '\0')); }

  const Xapian::Database& database_;
  FileWriter file_;
  PostingPacker packer_;
  std::string names_;
  std::vector<Entry> entries_;
};

std::filesystem::path PostingFile::path(const std::filesystem::path& database) {
  return database / "postings";
}

void PostingFile::write(const std::filesystem::path& database) {
  const Xapian::Database of(database.string());
  Writer(of, path(database)).write();
}

std::shared_ptr<const PostingFile> PostingFile::open(const std::filesystem::path& database) {
  if (!std::filesystem::exists(path(database))) return nullptr;
  return std::shared_ptr<const PostingFile>(new PostingFile(path(database)));
}

PostingFile::PostingFile(std::filesystem::path path) : file_(std::move(path), most_bytes) {
  if (!read_end()) throw file_.damage();
}

bool PostingFile::read_end() {
  const std::string_view bytes = file_.bytes();
  std::array<std::uint64_t, 4> end{};  // lengths, bytes of names, entries, the mark
  if (bytes.size() < sizeof(end) || bytes.size() % alignment != 0) return false;
  std::memcpy(end.data(), bytes.data() + bytes.size() - sizeof(end), sizeof(end));
  if (end[3] != mark || std::max({end[0], end[1], end[2]}) > bytes.size()) return false;
  const std::uint64_t sizes[] = {end[0] * sizeof(std::uint32_t), end[1], end[2] * sizeof(Entry)};
  std::uint64_t behind = sizeof(end);
  for (const std::uint64_t size : sizes) behind += aligned(size);
  if (behind > bytes.size()) return false;
  std::uint64_t begin = bytes.size() - behind;
  const std::uint64_t lists_end = begin;
  lengths_ = values_at<std::uint32_t>(bytes, begin, end[0]);
  begin += aligned(sizes[0]);
  names_ = bytes.substr(begin, end[1]);
  entries_ = values_at<Entry>(bytes, begin + aligned(sizes[1]), end[2]);
  return entries_.empty() ? lists_end == 0
                          : aligned(entries_.back().end) == lists_end &&
                                entries_.back().name_end == names_.size();
}

std::string_view PostingFile::name(std::size_t entry) const {
  const std::size_t begin = entry == 0 ? 0 : entries_[entry - 1].name_end;
  return names_.substr(begin, entries_[entry].name_end - begin);
}

std::optional<PostingList> PostingFile::find(std::string_view term) const {
  const auto place = [this](const Entry& entry) {
    return static_cast<std::size_t>(&entry - entries_.data());
  };
  const auto found = std::lower_bound(
      entries_.begin(), entries_.end(), term,
      [&](const Entry& entry, std::string_view wanted) { return name(place(entry)) < wanted; });
  if (found == entries_.end() || name(place(*found)) != term) return std::nullopt;
  const Entry& entry = *found;
  const std::string_view bytes = file_.look(entry.begin, entry.end - entry.begin);
  const std::size_t blocks = PostingList::blocks_of(entry.postings);
  const std::size_t blocks_size = blocks * sizeof(PostingList::Block);
  if (blocks_size > bytes.size()) throw file_.damage();
  return PostingList{values_at<PostingList::Block>(bytes, 0, blocks),
                     reinterpret_cast<const std::uint8_t*>(bytes.data() + blocks_size),
                     entry.postings};
}

}  // namespace news
