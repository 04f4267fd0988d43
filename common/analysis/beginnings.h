#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "common/analysis/fold.h"

namespace news {

/// What the words that matter begin with: two bytes each, or one. An i is as good as a y in second
/// place, as stemmers make one of the other (dying, die).
class Beginnings {
 public:
  /// The words of which that is the form, or the stem, of a language that keeps beginnings.
  void add(std::string_view form) {
    if (form.empty() || !begins_words(byte(form[0]))) return;
    seconds_[byte(form[0])] |= form.size() > 1 ? bit(form[1]) | bit_of_none : all;
  }
  void add_all() {
    for (std::size_t first = 0; first < seconds_.size(); ++first) {
      if (begins_words(first)) seconds_[first] = all;
    }
  }

  bool has(char first) const { return seconds_[byte(first)] != 0; }
  bool has(char first, char second) const { return (seconds_[byte(first)] & bit(second)) != 0; }
  /// Of a word of any length.
  bool has_that_of(std::string_view form) const {
    return form.size() > 1 ? has(form[0], form[1]) : !form.empty() && has(form[0]);
  }

  /// Where in `text`, in upper or lower case, from there on something stands that may be, or be
  /// part of, what a word that matters begins with; the text's end if nothing does. What is no
  /// ASCII may be anything.
  std::size_t find(std::string_view text, std::size_t at) const {
    if (at >= text.size()) return text.size();
    const auto may_begin = [this](char first, std::uint64_t second) {
      const std::uint64_t no_ascii = (byte(first) & 0x80) != 0 ? all : 0;
      return ((seconds_[byte(fold_ascii(first))] | no_ascii) & second) != 0;
    };
    for (; at + 1 < text.size(); ++at) {
      if (may_begin(text[at], bit(text[at + 1]))) return at;
    }
    return may_begin(text[at], bit_of_none) ? at : text.size();
  }

 private:
  static constexpr std::uint64_t all = ~std::uint64_t{0};

  static constexpr std::size_t byte(char c) { return static_cast<unsigned char>(c); }

  /// What is told apart in second place, by a bit for each: letters, digits, what is no ASCII, and
  /// all else, which is as good as nothing.
  static constexpr std::uint64_t bit_of_none = std::uint64_t{1} << 37;
  static constexpr std::array<std::uint64_t, 256> bits = [] {
    std::array<std::uint64_t, 256> made{};
    for (std::size_t c = 0; c < made.size(); ++c) {
      const char fold = ascii_folds[c] == 'y' ? 'i' : ascii_folds[c];
      std::size_t kind = c < 0x80 ? 37 : 36;
      if (fold >= 'a') kind = static_cast<std::size_t>(fold - 'a');
      if (fold >= '0' && fold <= '9') kind = static_cast<std::size_t>(26 + fold - '0');
      made[c] = std::uint64_t{1} << kind;
    }
    return made;
  }();
  static constexpr std::uint64_t bit(char second) { return bits[byte(second)]; }
  /// Letters, digits, and what is no ASCII.
  static constexpr bool begins_words(std::size_t byte) { return bits[byte] != bit_of_none; }

  std::array<std::uint64_t, 256> seconds_{};  // by the first byte, a bit for each kind
};

}  // namespace news
