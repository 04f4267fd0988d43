#pragma once

#include <bitset>
#include <cstddef>
#include <string_view>

namespace news {

/// What the words that matter begin with: two bytes each, or one. An i is as good as a y in second
/// place, as stemmers make one of the other (dying, die).
class Beginnings {
 public:
  /// The words of which that is the form, or the stem, of a language that keeps beginnings.
  void add(std::string_view form) {
    if (form.empty()) return;
    firsts_.set(byte(form[0]));
    if (form.size() > 1) {
      pairs_.set(pair(form[0], form[1]));
    } else {
      for (std::size_t second = 0; second <= 0xff; ++second) {
        pairs_.set(pair(form[0], static_cast<char>(second)));
      }
    }
  }
  void add_all() {
    firsts_.set();
    pairs_.set();
  }

  bool has(char first) const { return firsts_[byte(first)]; }
  bool has(char first, char second) const { return pairs_[pair(first, second)]; }
  /// Of a word of any length.
  bool has_that_of(std::string_view form) const {
    return form.size() > 1 ? has(form[0], form[1]) : !form.empty() && has(form[0]);
  }

 private:
  static std::size_t byte(char c) { return static_cast<unsigned char>(c); }
  static std::size_t pair(char first, char second) {
    return byte(first) << 8 | byte(second == 'y' ? 'i' : second);
  }

  std::bitset<(1U << 8)> firsts_;
  std::bitset<(1U << 16)> pairs_;
};

}  // namespace news
