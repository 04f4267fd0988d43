#include "searchd/snippet.h"

#include <algorithm>
#include <array>

#include "common/analysis/white_space.h"
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

/// A text with what is needed to cut a stretch out of it.
struct Text {
  std::string_view text;
  std::vector<WordPlace> words;  // that may be in the stretch, and one more before and behind

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

/// Whether a stretch that shows it begins where the text does; also where nothing matches.
bool is_at_beginning(const Passage& passage, std::size_t length) { return passage.end <= length; }

/// A text with as many of its words as are needed to show a passage: of a long one not all.
Text text_around(std::string_view text, const Passage& passage, std::size_t length,
                 Analyzer& analyzer) {
  const bool at_beginning = is_at_beginning(passage, length);
  const std::size_t before = at_beginning ? passage.begin : length * 3 / 4;  // by first_word()
  for (std::size_t more = most_beside;; more *= 2) {
    const std::size_t begin =
        part_begin(text, passage.begin - std::min(passage.begin, before + more));
    const std::size_t behind = std::max(passage.begin + length, passage.end) + more;
    const std::size_t end = part_end(text, std::min(behind, text.size()));
    Text around{text, analyzer.places(text.substr(0, end), begin)};
    const auto has_enough = [&] {
      if (around.words.empty()) return begin == 0 && end == text.size();
      const WordPlace& first = around.words.front();
      const std::size_t from = at_beginning ? first.begin : passage.begin;
      return (begin == 0 || first.begin + before < passage.begin) &&
             (end == text.size() || around.words.back().end > std::max(from + length, passage.end));
    };
    if (has_enough()) return around;
  }
}

Stretch stretch_of(const Text& text, const Passage& passage, std::size_t length) {
  const bool at_beginning = is_at_beginning(passage, length);
  const std::size_t first = at_beginning ? 0 : first_word(text, passage, length);
  const std::size_t last = last_word(text, first, passage.end, length);
  const bool from_start = first == 0 && text.words[0].begin <= most_beside;
  const std::size_t begin = from_start ? 0 : text.words[first].begin;
  const std::size_t end = end_after(text, last);
  if (end - begin <= 4 * length) return {begin, end};
  return {begin, grapheme_boundary(text.text, begin + 4 * length)};
}

std::vector<Stretch> stretches_of(std::string_view text, const std::vector<Match>& matches,
                                  Analyzer& analyzer) {
  const std::vector<Passage> passages = best_passages(matches, snippet_length * 3 / 4);
  const auto stretch_around = [&](const Passage& passage, std::size_t length) {
    return stretch_of(text_around(text, passage, length, analyzer), passage, length);
  };
  if (passages.empty()) {
    const Text beginning = text_around(text, {}, snippet_length, analyzer);
    if (beginning.words.empty()) return {};
    return {stretch_of(beginning, {}, snippet_length)};
  }
  if (passages.size() == 1) return {stretch_around(passages[0], snippet_length)};
  const Stretch one = stretch_around(passages[0], half_length);
  const Stretch other = stretch_around(passages[1], half_length);
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

std::string snippet_html(std::string_view text, const std::vector<Match>& matches,
                         Analyzer& analyzer) {
  std::string html;
  for (const Stretch& stretch : stretches_of(text, matches, analyzer)) {
    if (stretch.begin > 0) html += html.empty() ? "… " : " ";
    const bool cut_after = stretch.end < text.size();
    const std::size_t end = cut_after ? trim_end(text, stretch) : stretch.end;
    html += mark_html(text, matches, stretch.begin, end);
    if (cut_after) html += ends_sentence(text[end - 1]) ? " …" : "…";
  }
  std::replace(html.begin(), html.end(), '\n', ' ');
  return html;
}

}  // namespace news
