#include "common/term_dictionary.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <functional>

#include "common/text.h"
#include "common/varint.h"

namespace news {

namespace {

constexpr std::uint64_t mark = 0x31534d5245544e57;  // WNTERMS1
constexpr std::uint64_t most_bytes = 32u << 20;
constexpr auto in_group = static_cast<std::uint32_t>(TermDictionary::group_terms);
constexpr auto groups_of_page = static_cast<std::uint32_t>(TermDictionary::page_groups);
constexpr std::size_t head_size = TermDictionary::page_groups * sizeof(std::uint16_t);

std::size_t shared_bytes(std::string_view a, std::string_view b) {
  const auto [end, ignored] = std::mismatch(
      a.begin(), a.begin() + static_cast<std::ptrdiff_t>(std::min(a.size(), b.size())), b.begin());
  return static_cast<std::size_t>(end - a.begin());
}

}  // namespace

std::filesystem::path TermDictionary::path(const std::filesystem::path& database) {
  return database / "terms";
}

TermDictionary::TermDictionary(const std::filesystem::path& database)
    : file_(path(database), most_bytes) {
  if (!read_end()) throw file_.damage();
  beginnings_.reserve(pages_.size());
  for (std::size_t page = 0; page < pages_.size(); ++page) {
    beginnings_.push_back(beginning_of(first_term(page)));
  }
}

bool TermDictionary::read_end() {
  const std::string_view bytes = file_.bytes();
  std::array<std::uint64_t, 4> end{};  // bytes of the pages, of the names, terms, the mark
  if (bytes.size() < sizeof(end) || bytes.size() % sizeof(std::uint64_t) != 0) return false;
  std::memcpy(end.data(), bytes.data() + bytes.size() - sizeof(end), sizeof(end));
  if (end[3] != mark || std::max({end[0], end[1], end[2]}) > bytes.size()) return false;
  pages_end_ = end[0];
  size_ = static_cast<std::uint32_t>(end[2]);
  const std::size_t pages = (size_ + page_terms - 1) / page_terms;
  const std::uint64_t index = FileWriter::aligned(end[0] + end[1]);
  if (index + pages * sizeof(Page) + sizeof(end) != bytes.size()) return false;
  names_ = bytes.substr(end[0], end[1]);
  const auto* const first = reinterpret_cast<const Page*>(bytes.data() + index);
  pages_.assign(first, first + pages);
  const auto is_before = [](const Page& a, const Page& b) {
    return a.begin + head_size <= b.begin && a.name_end < b.name_end;
  };
  return std::adjacent_find(pages_.begin(), pages_.end(), std::not_fn(is_before)) == pages_.end() &&
         (pages == 0 || (pages_.back().begin + head_size <= pages_end_ &&
                         pages_.back().name_end == names_.size()));
}

std::string_view TermDictionary::first_term(std::size_t page) const {
  const std::uint64_t begin = page == 0 ? 0 : pages_[page - 1].name_end;
  return std::string_view(names_).substr(begin, pages_[page].name_end - begin);
}

/// The last whose first term is no more than `term`, or the first.
std::size_t TermDictionary::page_of(std::string_view term) const {
  const auto [first, last] =
      std::equal_range(beginnings_.begin(), beginnings_.end(), beginning_of(term));
  auto low = static_cast<std::size_t>(first - beginnings_.begin());
  auto high = static_cast<std::size_t>(last - beginnings_.begin());
  while (low < high) {
    const std::size_t middle = (low + high) / 2;
    if (first_term(middle) <= term) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low == 0 ? 0 : low - 1;
}

std::string_view TermDictionary::page(std::size_t page) const {
  const std::uint64_t end = page + 1 < pages_.size() ? pages_[page + 1].begin : pages_end_;
  return file_.look(pages_[page].begin, end - pages_[page].begin);
}

/// From that group, counted over all pages, to the end of its page.
std::string_view TermDictionary::group(std::uint32_t group) const {
  const std::string_view bytes = page(group / page_groups);
  std::uint16_t begin = 0;
  const std::size_t at = group % page_groups * sizeof(begin);
  if (bytes.size() < head_size) throw file_.damage();
  std::memcpy(&begin, bytes.data() + at, sizeof(begin));
  if (head_size + begin > bytes.size()) throw file_.damage();
  return bytes.substr(head_size + begin);
}

TermDictionary::Cursor::Cursor(const TermDictionary& dictionary, std::uint32_t ordinal)
    : dictionary_(&dictionary) {
  ordinal_ = ordinal;
  if (at_end()) return;
  enter(ordinal / in_group);
  while (ordinal_ < ordinal) next();
}

std::uint64_t TermDictionary::Cursor::number() {
  std::uint64_t number = 0;
  if (!take_varint(left_, number)) throw dictionary_->file_.damage();
  return number;
}

void TermDictionary::Cursor::enter(std::uint32_t group) {
  left_ = dictionary_->group(group);
  ordinal_ = group * in_group;
  begin_ = number();
  bytes_ = 0;
  term_.clear();
  read();
}

void TermDictionary::Cursor::read() {
  const std::uint64_t shared = number();
  const std::uint64_t more = number();
  if (shared > term_.size() || more > left_.size()) throw dictionary_->file_.damage();
  term_.resize(shared);
  term_.append(left_.substr(0, more));
  left_.remove_prefix(more);
  frequency_ = static_cast<std::uint32_t>(number());
  begin_ += bytes_;
  bytes_ = number();
}

void TermDictionary::Cursor::next() {
  ++ordinal_;
  if (at_end()) return;
  if (ordinal_ % in_group == 0) {
    enter(ordinal_ / in_group);
  } else {
    read();
  }
}

void TermDictionary::Cursor::seek(std::string_view term) {
  const std::size_t page = dictionary_->page_of(term);
  ordinal_ = 0;
  if (at_end()) return;
  const auto first = static_cast<std::uint32_t>(page * page_groups);
  const std::uint32_t groups = (dictionary_->size_ + in_group - 1) / in_group;
  std::uint32_t low = first;
  std::uint32_t high = std::min(first + groups_of_page, groups);
  while (high - low > 1) {
    const std::uint32_t middle = (low + high) / 2;
    enter(middle);
    (term_ <= term ? low : high) = middle;
  }
  enter(low);
  while (!at_end() && term_ < term) next();
}

std::optional<TermEntry> TermDictionary::find(std::string_view term) const {
  if (size_ == 0) return std::nullopt;
  Cursor cursor(*this);
  cursor.seek(term);
  if (cursor.at_end() || cursor.term() != term) return std::nullopt;
  return cursor.entry();
}

std::string TermDictionary::term(std::uint32_t ordinal) const {
  return Cursor(*this, ordinal).term();
}

void TermDictionaryWriter::add(std::string_view term, std::uint32_t frequency,
                               std::uint64_t list_bytes) {
  if (size_ % TermDictionary::page_terms == 0) {
    end_page();
    names_ += term;
    pages_.push_back({file_.written(), names_.size()});
  }
  if (size_ % TermDictionary::group_terms == 0) {
    group_begins_.push_back(static_cast<std::uint16_t>(groups_.size()));
    put_varint(groups_, lists_);
    last_.clear();
  }
  const std::size_t shared = shared_bytes(last_, term);
  put_varint(groups_, shared);
  put_varint(groups_, term.size() - shared);
  groups_ += term.substr(shared);
  put_varint(groups_, frequency);
  put_varint(groups_, list_bytes);
  last_ = term;
  lists_ += list_bytes;
  ++size_;
}

void TermDictionaryWriter::end_page() {
  if (group_begins_.empty()) return;
  group_begins_.resize(TermDictionary::page_groups);
  file_.write_all(group_begins_);
  file_.write(groups_);
  group_begins_.clear();
  groups_.clear();
}

void TermDictionaryWriter::finish() {
  end_page();
  const std::uint64_t pages_end = file_.written();
  file_.write(names_);
  file_.align();
  file_.write_all(pages_);
  file_.write_all(std::array<std::uint64_t, 4>{pages_end, names_.size(), size_, mark});
  file_.finish();
}

}  // namespace news
