#include "searchd/snippet.h"

#include <algorithm>
#include <array>

#include "common/grapheme.h"
#include "searchd/passage.h"

namespace news {

namespace {

// Of two passages each gets this, which together is a little more than one alone has.
constexpr std::size_t half_length = snippet_length * 5 / 8;
// What is no word, such as a row of stars, is shown so far before and after words.
constexpr std::size_t most_beside = 48;

/// What is shown of a text: bytes [begin, end).
struct Stretch {
  std::size_t begin;
  std::size_t end;
};

/// A text with what is needed to cut it.
struct Text {
  std::string_view text;
  const std::vector<WordPlace>& words;

  std::string_view word(std::size_t i) const {
    return text.substr(words[i].begin, words[i].end - words[i].begin);
  }
  /// What stands between a word and the next.
  std::string_view gap(std::size_t i) const {
    return text.substr(words[i].end, words[i + 1].begin - words[i].end);
  }
};

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

/// A capital and at most two more letters before a full stop: `Mr.`, `U.S.`, `J.`
bool may_be_abbreviation(std::string_view word) { return word.size() <= 3 && is_upper(word[0]); }

constexpr std::array<std::string_view, 8> other_stops{"\n", "。", "！", "？", "؟", "۔", "।", "։"};

/// Whether a sentence ends between word `i` and the next.
bool sentence_ends(const Text& text, std::size_t i) {
  const std::string_view gap = text.gap(i);
  const auto has = [&](std::string_view stop) { return gap.find(stop) != std::string_view::npos; };
  if (std::any_of(other_stops.begin(), other_stops.end(), has)) return true;
  const std::size_t stop = gap.find_first_of(".!?");
  if (stop == std::string_view::npos || gap.find(' ', stop) == std::string_view::npos) return false;
  if (gap[stop] != '.') return true;
  return !may_be_abbreviation(text.word(i)) && !is_lower(text.text[text.words[i + 1].begin]);
}

/// The word that a stretch showing `passage` should begin with: the first of a sentence if that
/// leaves the passage in view, else one that leaves some words before it.
std::size_t first_word(const Text& text, const Passage& passage, std::size_t length) {
  const std::vector<WordPlace>& words = text.words;
  const auto at = static_cast<std::size_t>(
      std::partition_point(words.begin(), words.end(),
                           [&](const WordPlace& word) { return word.begin < passage.begin; }) -
      words.begin());
  const std::size_t room = length - std::min(length, passage.end - passage.begin);
  std::size_t first = std::min(at, words.size() - 1);
  std::size_t fallback = first;
  while (first > 0) {
    if (sentence_ends(text, first - 1)) return first;
    if (passage.begin - words[first - 1].begin > room * 3 / 4) return fallback;
    --first;
    if (passage.begin - words[first].begin <= room / 3) fallback = first;
  }
  return 0;
}

/// The last word of a stretch: the last of a sentence if that fills half of it, else the last that
/// fits. What ends before `needed` is too early.
std::size_t last_word(const Text& text, std::size_t first, std::size_t needed, std::size_t length) {
  const std::vector<WordPlace>& words = text.words;
  const std::size_t begin = words[first].begin;
  const std::size_t limit = std::max(begin + length, needed);
  std::size_t last = first;
  while (last + 1 < words.size() && words[last + 1].end <= limit) ++last;
  if (last + 1 == words.size()) return last;
  for (std::size_t i = last; words[i].end >= needed && words[i].end >= begin + length / 2; --i) {
    if (sentence_ends(text, i)) return i;
    if (i == first) break;
  }
  return last;
}

/// The byte after a word and the punctuation that belongs to it.
std::size_t end_after(const Text& text, std::size_t word) {
  const std::size_t end = text.words[word].end;
  const bool is_last = word + 1 == text.words.size();
  const std::size_t next = is_last ? text.text.size() : text.words[word + 1].begin;
  const std::size_t space = is_last ? next : std::min(text.text.find_first_of(" \n\t", end), next);
  return space - end <= most_beside ? space : grapheme_boundary(text.text, end + most_beside);
}

Stretch stretch_of(const Text& text, const Passage& passage, std::size_t length) {
  const bool at_beginning = passage.end <= length;  // also where nothing matches
  const std::size_t first = at_beginning ? 0 : first_word(text, passage, length);
  const std::size_t last = last_word(text, first, passage.end, length);
  const bool from_start = first == 0 && text.words[0].begin <= most_beside;
  const std::size_t begin = from_start ? 0 : text.words[first].begin;
  const std::size_t end = end_after(text, last);
  if (end - begin <= 4 * length) return {begin, end};
  return {begin, grapheme_boundary(text.text, begin + 4 * length)};
}

std::vector<Stretch> stretches_of(const Text& text, const std::vector<Match>& matches) {
  const std::vector<Passage> passages = best_passages(matches, snippet_length * 3 / 4);
  if (passages.empty()) return {stretch_of(text, {}, snippet_length)};
  if (passages.size() == 1) return {stretch_of(text, passages[0], snippet_length)};
  const Stretch one = stretch_of(text, passages[0], half_length);
  const Stretch other = stretch_of(text, passages[1], half_length);
  if (other.begin <= one.end + 1) return {{one.begin, std::max(one.end, other.end)}};
  return {one, other};
}

bool ends_sentence(char c) { return c == '.' || c == '!' || c == '?' || c == '\n'; }

std::size_t trim_end(std::string_view text, const Stretch& stretch) {
  std::size_t end = stretch.end;
  while (end > stretch.begin &&
         std::string_view(" \n\t,;:(").find(text[end - 1]) != std::string_view::npos) {
    --end;
  }
  return end;
}

}  // namespace

std::size_t shown_parts(const std::vector<Match>& matches) {
  std::size_t parts = 0;
  for (const Passage& passage : best_passages(matches, snippet_length * 3 / 4)) {
    parts += passage.parts;
  }
  return parts;
}

std::string snippet_html(std::string_view whole, const std::vector<WordPlace>& words,
                         const std::vector<Match>& matches) {
  if (words.empty()) return {};
  const Text text{whole, words};
  std::string html;
  for (const Stretch& stretch : stretches_of(text, matches)) {
    if (stretch.begin > 0) html += html.empty() ? "… " : " ";
    const bool cut_after = stretch.end < whole.size();
    const std::size_t end = cut_after ? trim_end(whole, stretch) : stretch.end;
    html += mark_html(whole, matches, stretch.begin, end);
    if (cut_after) html += ends_sentence(whole[end - 1]) ? " …" : "…";
  }
  std::replace(html.begin(), html.end(), '\n', ' ');
  return html;
}

}  // namespace news
