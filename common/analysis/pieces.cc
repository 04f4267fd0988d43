#include "common/analysis/pieces.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

#include "common/analysis/fold.h"
#include "common/analysis/plain_word.h"
#include "common/text.h"

namespace news {

namespace {

constexpr std::size_t max_form = 60;

constexpr std::array<std::string_view, 4> apostrophes{"'", "’", "‘", "ʼ"};
constexpr std::array<std::string_view, 5> joiners{"-", "‐", "‑", "@", "&"};
constexpr std::array<std::string_view, 5> units{"k", "m", "mn", "bn", "tn"};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// Whether nothing in it could be left out or fall apart.
bool is_plain(std::string_view word) {
  return std::all_of(word.begin(), word.end(), is_ascii_letter) ||
         std::all_of(word.begin(), word.end(), is_digit);
}

/// The size of the apostrophe at the beginning of `text`; 0 if there is none.
std::size_t apostrophe_size(std::string_view text) {
  for (const std::string_view apostrophe : apostrophes) {
    if (text.starts_with(apostrophe)) return apostrophe.size();
  }
  return 0;
}

std::size_t find_apostrophe(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (apostrophe_size(text.substr(i)) > 0) return i;
  }
  return std::string_view::npos;
}

std::string_view without_possessive(std::string_view word) {
  for (const std::string_view apostrophe : apostrophes) {
    for (const std::string_view s : {"s", "S", ""}) {
      const std::size_t size = apostrophe.size() + s.size();
      if (word.size() > size && word.ends_with(s) &&
          word.substr(0, word.size() - s.size()).ends_with(apostrophe)) {
        return word.substr(0, word.size() - size);
      }
    }
  }
  return word;
}

/// The size of the one letter at the beginning of `text`; 0 if there is none.
std::size_t letter_size(std::string_view text) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  std::size_t size = 0;
  UChar32 letter = 0;
  if (text.empty()) return 0;
  U8_NEXT(bytes, size, text.size(), letter);
  return letter >= 0 && u_isalpha(letter) != 0 ? size : 0;
}

/// Single letters with a dot after each but the last, as ICU gives `U.S`.
bool is_acronym(std::string_view word) {
  for (std::size_t letters = 1;; ++letters) {
    const std::size_t size = letter_size(word);
    if (size == 0) return false;
    word.remove_prefix(size);
    if (word.empty()) return letters > 1;
    if (word.front() != '.') return false;
    word.remove_prefix(1);
  }
}

/// Of Latin letters alone: in Ukrainian an apostrophe is inside a word, as in `п'ять`.
bool is_elision(std::string_view prefix) {
  return prefix.size() == 1 || prefix == "qu" || prefix == "Qu";
}

/// Where a number ends and the unit after it begins, as in `1.5bn`.
std::optional<std::size_t> unit_begin(std::string_view word) {
  const std::size_t at = word.find_first_not_of("0123456789.,");
  if (at == 0 || at == std::string_view::npos || !is_digit(word[0])) return std::nullopt;
  const std::string unit = fold(word.substr(at));
  if (std::find(units.begin(), units.end(), unit) == units.end()) return std::nullopt;
  return at;
}

/// What ICU takes for parts of a word and we do not.
bool is_inner_punctuation(char c) { return c == '.' || c == ':' || c == '_' || c == '@'; }

/// Where a word falls apart: at inner punctuation, but for a dot inside a number.
std::size_t find_split(std::string_view word) {
  for (std::size_t i = 1; i + 1 < word.size(); ++i) {
    const bool in_number = is_digit(word[i - 1]) && is_digit(word[i + 1]);
    if (is_inner_punctuation(word[i]) && (word[i] != '.' || !in_number)) return i;
  }
  return std::string_view::npos;
}

/// Splits the bytes of one segment, part by part.
class Splitter {
 public:
  Splitter(std::string_view text, std::vector<Segment>& pieces) : text_(text), pieces_(pieces) {}

  void split(std::size_t begin, std::size_t end) {
    while (begin < end) begin = split_first(begin, end);
  }

 private:
  /// Takes off the first piece; gives where the rest begins.
  std::size_t split_first(std::size_t begin, std::size_t end) {
    if (is_inner_punctuation(text_[begin])) return begin + 1;
    const std::string_view word = text_.substr(begin, end - begin);
    if (is_acronym(word)) {
      const bool last_dot = end < text_.size() && text_[end] == '.';
      return add(begin, last_dot ? end + 1 : end, end);
    }
    const std::size_t at = find_split(word);
    if (at != std::string_view::npos) {
      split(begin, begin + at);
      return begin + at + 1;
    }
    const std::size_t apostrophe = find_apostrophe(word);
    if (apostrophe != std::string_view::npos && is_elision(word.substr(0, apostrophe))) {
      const std::size_t after = apostrophe + apostrophe_size(word.substr(apostrophe));
      if (apostrophe > 0 && after < word.size())
        return add(begin, begin + apostrophe, begin + after);
    }
    if (const auto unit = unit_begin(word)) return add(begin, begin + *unit, begin + *unit);
    return add(begin, begin + without_possessive(word).size(), end);
  }

  std::size_t add(std::size_t begin, std::size_t end, std::size_t rest) {
    pieces_.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
    return rest;
  }

  std::string_view text_;
  std::vector<Segment>& pieces_;
};

/// The bytes of `++` or `#` right after a word, if that ends it: `C++`, `F#`.
std::size_t symbol_size(std::string_view after) {
  for (const std::string_view symbol : {"++", "#"}) {
    if (!after.starts_with(symbol)) continue;
    const std::string_view rest = after.substr(symbol.size());
    const bool ends = rest.empty() || (letter_size(rest) == 0 && !is_digit(rest[0]));
    return ends ? symbol.size() : 0;
  }
  return 0;
}

}  // namespace

void split_segment(std::string_view text, const Segment& segment, std::vector<Segment>& pieces) {
  const std::string_view word = text.substr(segment.begin, segment.end - segment.begin);
  if (word.size() > 1 && is_plain(word)) {
    pieces.push_back(segment);
    return;
  }
  const std::size_t symbol =
      letter_size(word) == word.size() ? symbol_size(text.substr(segment.end)) : 0;
  if (symbol > 0) {
    pieces.push_back({segment.begin, segment.end + static_cast<std::uint32_t>(symbol)});
    return;
  }
  const std::string_view kept = is_acronym(word) ? word : without_possessive(word);
  Splitter(text, pieces).split(segment.begin, segment.begin + kept.size());
}

bool are_joined(std::string_view text, const Segment& first, const Segment& second) {
  if (second.begin <= first.end || second.begin - first.end > 3) return false;
  if (text[first.end] == ' ') return false;  // as nearly always
  const std::string_view between = text.substr(first.end, second.begin - first.end);
  return std::find(joiners.begin(), joiners.end(), between) != joiners.end();
}

bool is_possessive(std::string_view text, const Segment& segment) {
  const std::string_view word = text.substr(segment.begin, segment.end - segment.begin);
  if (word != "s" && word != "S") return false;
  const std::string_view before = text.substr(0, segment.begin);
  return std::any_of(apostrophes.begin(), apostrophes.end(), [&](std::string_view apostrophe) {
    return before.ends_with(apostrophe) && before.size() > apostrophe.size() &&
           before[before.size() - apostrophe.size() - 1] == '.';
  });
}

std::string plain_form(std::string_view piece) {
  std::string form(piece.substr(0, max_form));
  fold_plain(form.data(), form.size());
  return form;
}

std::string piece_form(std::string_view piece) {
  if (is_plain(piece)) return plain_form(piece);
  std::string plain;
  for (std::size_t i = 0; i < piece.size();) {
    const std::size_t apostrophe = apostrophe_size(piece.substr(i));
    const bool in_number =
        i > 0 && i + 1 < piece.size() && is_digit(piece[i - 1]) && is_digit(piece[i + 1]);
    const bool thousands =
        piece[i] == ',' && in_number &&
        (i + 4 == piece.size() || (i + 4 < piece.size() && !is_digit(piece[i + 4])));
    const bool dot = piece[i] == '.' && !in_number;
    if (apostrophe > 0) {
      i += apostrophe;
      continue;
    }
    if (piece[i] == ',' && in_number && !thousands) {
      plain += '.';
    } else if (!thousands && !dot) {
      plain += piece[i];
    }
    ++i;
  }
  const std::string form = fold(plain);
  return std::string(truncate_utf8(form, max_form));
}

}  // namespace news
