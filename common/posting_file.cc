#include "common/posting_file.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <numeric>

#include "common/varint.h"

namespace news {

namespace {

constexpr std::uint64_t mark = 0x3454534f50574e4e;  // NNWPOST4
constexpr std::uint64_t most_bytes = 64u << 20;

constexpr PostingList::Block first_block{0, 0};

bool has_blocks(std::uint64_t postings) { return postings > PostingBlock::size; }

/// Where the blocks of a list begin that comes after so many bytes.
std::uint64_t aligned_for_blocks(std::uint64_t begin) { return (begin + 3) / 4 * 4; }

/// `count` values that stand in the file from there on.
template <typename Value>
std::span<const Value> values_at(std::string_view bytes, std::uint64_t begin, std::size_t count) {
  return {reinterpret_cast<const Value*>(bytes.data() + begin), count};
}

}  // namespace

std::filesystem::path PostingFile::path(const std::filesystem::path& database) {
  return database / "postings";
}

std::shared_ptr<const PostingFile> PostingFile::open(const std::filesystem::path& database) {
  if (!std::filesystem::exists(path(database))) return nullptr;
  return std::shared_ptr<const PostingFile>(new PostingFile(database));
}

PostingFile::PostingFile(const std::filesystem::path& database)
    : file_(path(database), most_bytes), terms_(database) {
  if (!read_end()) throw file_.damage();
}

bool PostingFile::read_end() {
  const std::string_view bytes = file_.bytes();
  std::array<std::uint64_t, 4> end{};  // bytes of the lists, lengths, their sum, the mark
  if (bytes.size() < sizeof(end) || bytes.size() % sizeof(std::uint64_t) != 0) return false;
  std::memcpy(end.data(), bytes.data() + bytes.size() - sizeof(end), sizeof(end));
  if (end[3] != mark || std::max(end[0], end[1]) > bytes.size()) return false;
  lists_end_ = end[0];
  total_length_ = end[2];
  const std::uint64_t lengths_size = FileWriter::aligned(end[1] * sizeof(std::uint32_t));
  const std::uint64_t behind = (end[1] + 1) * sizeof(std::uint64_t) + lengths_size + sizeof(end);
  if (lists_end_ + behind > bytes.size()) return false;
  const std::uint64_t begins = bytes.size() - behind;
  word_begins_ = values_at<std::uint64_t>(bytes, begins, end[1] + 1);
  lengths_ = values_at<std::uint32_t>(bytes, bytes.size() - sizeof(end) - lengths_size, end[1]);
  return word_begins_.front() == lists_end_ && FileWriter::aligned(word_begins_.back()) == begins;
}

PostingList PostingFile::list(const TermEntry& entry) const {
  const std::uint64_t end = entry.begin + entry.bytes;
  const std::uint64_t begin =
      has_blocks(entry.frequency) ? aligned_for_blocks(entry.begin) : entry.begin;
  const std::size_t blocks = PostingList::blocks_of(entry.frequency);
  const std::size_t blocks_size =
      has_blocks(entry.frequency) ? blocks * sizeof(PostingList::Block) : 0;
  if (end > lists_end_ || begin + blocks_size > end) throw file_.damage();
  const std::string_view bytes = file_.look(begin, end - begin);
  return {blocks_size > 0 ? values_at<PostingList::Block>(bytes, 0, blocks)
                          : std::span(&first_block, blocks),
          values_at<std::uint8_t>(bytes, blocks_size, bytes.size() - blocks_size), entry.frequency};
}

PostingList PostingFile::find(std::string_view term) const {
  const std::optional<TermEntry> entry = terms_.find(term);
  return entry ? list(*entry) : PostingList();
}

std::uint32_t PostingFile::frequency(std::string_view term) const {
  const std::optional<TermEntry> entry = terms_.find(term);
  return entry ? entry->frequency : 0;
}

std::vector<ArticleWord> PostingFile::words(Xapian::docid number) const {
  std::vector<ArticleWord> words;
  if (number >= lengths_.size()) return words;
  const std::uint64_t begin = word_begins_[number];
  const std::uint64_t end = word_begins_[number + 1];
  if (end < begin || end > file_.bytes().size()) throw file_.damage();
  std::string_view left = file_.look(begin, end - begin);
  ArticleWord word;
  while (!left.empty()) {
    std::uint64_t packed = 0;
    std::uint64_t more = 0;
    if (!take_varint(left, packed)) throw file_.damage();
    word.ordinal += static_cast<std::uint32_t>(packed >> 2);
    if ((packed & 3) == 3 && !take_varint(left, more)) throw file_.damage();
    word.wdf = static_cast<std::uint32_t>((packed & 3) + more);
    words.push_back(word);
  }
  return words;
}

PostingFileWriter::PostingFileWriter(const std::filesystem::path& database)
    : file_(PostingFile::path(database)), terms_(database) {}

std::uint32_t PostingFileWriter::add(std::string_view term, const PostingList& list) {
  const std::uint64_t begin = file_.written();
  if (has_blocks(list.size)) {
    file_.write(std::string(aligned_for_blocks(begin) - begin, '\0'));
    file_.write_all(list.blocks);
  }
  file_.write_all(list.bytes);
  terms_.add(term, static_cast<std::uint32_t>(list.size), file_.written() - begin);
  return terms_.size() - 1;
}

void PostingFileWriter::add_article(std::uint32_t length, const std::vector<ArticleWord>& words) {
  word_begins_.push_back(file_.written());
  lengths_.push_back(length);
  words_.clear();
  std::uint32_t last = 0;
  for (const ArticleWord& word : words) {
    put_varint(words_, std::uint64_t{word.ordinal - last} << 2 | std::min(word.wdf, 3U));
    if (word.wdf >= 3) put_varint(words_, word.wdf - 3);
    last = word.ordinal;
  }
  file_.write(words_);
}

void PostingFileWriter::finish() {
  terms_.finish();
  word_begins_.push_back(file_.written());
  file_.align();
  file_.write_all(word_begins_);
  const std::uint64_t articles = lengths_.size();
  const std::uint64_t sum = std::accumulate(lengths_.begin(), lengths_.end(), std::uint64_t{0});
  file_.write_all(lengths_);
  file_.align();
  file_.write_all(std::array<std::uint64_t, 4>{word_begins_.front(), articles, sum, mark});
  file_.finish();
}

}  // namespace news
