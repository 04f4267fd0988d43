#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace news {

/// Lines of folded words in one piece of memory, found by the words they have in them. Looking
/// through it is a scan, some three milliseconds for 100,000 headlines, that most often ends early.
/// Once filled it never changes, so any number of threads may read it.
class WordLines {
 public:
  /// Words with single spaces between them.
  void add(std::string_view words);
  void finish();

  std::size_t size() const { return begins_.size(); }
  std::size_t bytes() const { return text_.capacity() + begins_.capacity() * sizeof(begins_[0]); }

  /// The words of a line, with a space before the first and after the last.
  std::string_view line(std::size_t number) const;

  /// Calls `use(number, from)` for each place, line by line, where a line's words go on with
  /// `words` (the last of which may be the beginning of one); `from` is the line from there on.
  /// Ends when `use` returns false.
  template <typename Use>
  void find(std::string_view words, const Use& use) const {
    const std::string sought = ' ' + std::string(words);
    for (std::size_t at = next(sought, 0); at != none; at = next(sought, at + 1)) {
      const std::size_t number = line_at(at);
      const std::string_view whole = line(number);
      if (!use(number, whole.substr(at - begins_[number] + 1))) return;
    }
  }

 private:
  static constexpr std::size_t none = static_cast<std::size_t>(-1);
  std::size_t next(const std::string& sought, std::size_t from) const;
  std::size_t line_at(std::size_t at) const;

  std::string text_;  // ` anna muller \n lars holm \n`
  std::vector<std::uint32_t> begins_;
};

}  // namespace news
