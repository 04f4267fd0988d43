#include "searchd/lexicon.h"

#include <algorithm>
#include <array>

namespace news {

namespace {

constexpr std::size_t max_letters = 64;  // the analyzer cuts words to 60 bytes

std::size_t letter_size(char first) {
  const auto byte = static_cast<unsigned char>(first);
  if (byte < 0xc0) return 1;
  return byte < 0xe0 ? 2 : (byte < 0xf0 ? 3 : 4);
}

/// The letters of a word as numbers, each with the byte behind it. Bytes that are no UTF-8 count as
/// letters of some kind.
struct Letters {
  std::array<std::uint32_t, max_letters> value;
  std::array<std::uint32_t, max_letters> end;
  std::size_t count = 0;

  explicit Letters(std::string_view word = {}) { read(word, 0); }

  /// Reads on from a letter before which the last word read was the same.
  void read(std::string_view word, std::size_t from) {
    count = from;
    std::size_t at = from == 0 ? 0 : end[from - 1];
    while (at < word.size() && count < max_letters) {
      const std::size_t size = std::min(letter_size(word[at]), word.size() - at);
      std::uint32_t letter = 0;
      for (std::size_t i = 0; i < size; ++i) {
        letter = letter << 8 | static_cast<unsigned char>(word[at + i]);
      }
      at += size;
      value[count] = letter;
      end[count++] = static_cast<std::uint32_t>(at);
    }
  }
};

}  // namespace

std::size_t count_letters(std::string_view word) {
  return static_cast<std::size_t>(
      std::count_if(word.begin(), word.end(), [](char c) { return (c & 0xc0) != 0x80; }));
}

/// Goes through the sorted words as through a trie: the rows of the distance table that belong to
/// a beginning are kept while words share it, and where every cell of a row is too far, all words
/// that begin so are passed over.
class Lexicon::Walk {
 public:
  Walk(const Lexicon& lexicon, std::string_view form, unsigned distance)
      : lexicon_(lexicon), form_(form), wanted_(form), most_(distance) {
    for (auto& row : rows_) row.fill(far);
    for (std::size_t j = 0; j <= wanted_.count; ++j) rows_[0][j] = static_cast<std::uint8_t>(j);
  }

  std::vector<Near> run() {
    for (std::size_t index = 0; index < lexicon_.size();) index = visit(index);
    return std::move(found_);
  }

 private:
  /// Looks at one word; the index of the next to look at.
  std::size_t visit(std::size_t index) {
    const std::string_view word = lexicon_.word(index);
    const std::size_t shared = shared_letters(word);
    letters_.read(word, shared);
    previous_ = word;
    for (depth_ = shared; depth_ < letters_.count; ++depth_) {
      if (!fill_row(depth_ + 1)) {
        return lexicon_.after_prefix(index, word.substr(0, letters_.end[depth_]));
      }
    }
    const std::uint8_t distance = rows_[letters_.count][wanted_.count];
    if (distance <= most_ && word != form_) {
      found_.push_back({std::string(word), lexicon_.counts_[index], distance});
    }
    return index + 1;
  }

  /// The letters at the beginning whose rows still hold from the word before.
  std::size_t shared_letters(std::string_view word) const {
    const auto differ =
        std::mismatch(word.begin(), word.end(), previous_.begin(), previous_.end()).first;
    const auto bytes = static_cast<std::size_t>(differ - word.begin());
    std::size_t letters = std::min(depth_, letters_.count);
    while (letters > 0 && letters_.end[letters - 1] > bytes) --letters;
    return letters;
  }

  /// Fills in the row of the first `row` letters, in the band that can be near enough. False if no
  /// cell is.
  bool fill_row(std::size_t row) {
    const std::size_t first = row > most_ ? row - most_ : 1;
    const std::size_t last = std::min(wanted_.count, row + most_);
    auto& cells = rows_[row];
    const auto& above = rows_[row - 1];
    cells[first - 1] =
        first == 1 ? static_cast<std::uint8_t>(std::min<std::size_t>(row, far)) : far;
    bool near = cells[first - 1] <= most_;
    for (std::size_t j = first; j <= last; ++j) {
      cells[j] = cell(row, j, above, cells, j == row + most_);
      near = near || cells[j] <= most_;
    }
    return near;
  }

  template <typename Row>
  std::uint8_t cell(std::size_t row, std::size_t j, const Row& above, const Row& cells,
                    bool at_edge) const {
    const bool same = letters_.value[row - 1] == wanted_.value[j - 1];
    int best = above[j - 1] + (same ? 0 : 1);
    best = std::min(best, cells[j - 1] + 1);
    if (!at_edge) best = std::min(best, above[j] + 1);
    const bool swapped = row > 1 && j > 1 && letters_.value[row - 1] == wanted_.value[j - 2] &&
                         letters_.value[row - 2] == wanted_.value[j - 1];
    if (swapped) best = std::min(best, rows_[row - 2][j - 2] + 1);
    return static_cast<std::uint8_t>(std::min<int>(best, far));
  }

  static constexpr std::uint8_t far = 100;

  const Lexicon& lexicon_;
  std::string_view form_;
  Letters wanted_;
  unsigned most_;
  std::string_view previous_;
  Letters letters_;        // of previous_
  std::size_t depth_ = 0;  // rows up to this one hold
  std::array<std::array<std::uint8_t, max_letters + 2>, max_letters + 1> rows_;
  std::vector<Near> found_;
};

void Lexicon::add(std::string_view form, std::uint32_t count) {
  if (count < least_) return;
  text_ += form;
  begins_.push_back(static_cast<std::uint32_t>(text_.size()));
  counts_.push_back(count);
  if (size() >= 2 * max_words) drop_rarer_than(++least_);
}

void Lexicon::finish() {
  while (size() > max_words) drop_rarer_than(++least_);
  text_.shrink_to_fit();
  begins_.shrink_to_fit();
  counts_.shrink_to_fit();
}

void Lexicon::drop_rarer_than(std::uint32_t least) {
  std::size_t kept = 0;
  std::uint32_t end = 0;
  for (std::size_t i = 0; i < counts_.size(); ++i) {
    if (counts_[i] < least) continue;
    const std::uint32_t begin = begins_[i];
    const std::uint32_t length = begins_[i + 1] - begin;
    std::copy_n(text_.data() + begin, length, text_.data() + end);
    // What is written here was read before: no word is moved back.
    begins_[kept] = end;
    counts_[kept++] = counts_[i];
    end += length;
  }
  begins_[kept] = end;
  text_.resize(end);
  begins_.resize(kept + 1);
  counts_.resize(kept);
}

std::uint32_t Lexicon::count(std::string_view form) const {
  std::size_t low = 0;
  std::size_t high = size();
  while (low < high) {
    const std::size_t middle = low + (high - low) / 2;
    if (word(middle) < form) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low < size() && word(low) == form ? counts_[low] : 0;
}

/// The first word from `index` on that does not begin with `prefix`, as the one at `index` does.
std::size_t Lexicon::after_prefix(std::size_t index, std::string_view prefix) const {
  std::size_t step = 1;
  while (index + step < size() && word(index + step).starts_with(prefix)) {
    index += step;
    step *= 2;
  }
  for (; step > 0; step /= 2) {
    if (index + step < size() && word(index + step).starts_with(prefix)) index += step;
  }
  return index + 1;
}

std::vector<Lexicon::Near> Lexicon::near(std::string_view form, unsigned distance) const {
  if (form.empty() || form.size() > 60) return {};
  return Walk(*this, form, std::min(distance, 2U)).run();
}

std::size_t Lexicon::bytes() const {
  return text_.capacity() + (begins_.capacity() + counts_.capacity()) * sizeof(std::uint32_t);
}

}  // namespace news
