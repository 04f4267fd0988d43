#include "searchd/snippet.h"

#include <algorithm>
#include <set>

namespace news {

namespace {

/// Where a word stands, in bytes.
struct Word {
  std::size_t begin;
  std::size_t end;
};

std::vector<Word> words_of(const std::vector<Token>& tokens) {
  std::vector<Word> words;
  words.reserve(tokens.size());
  for (const Token& token : tokens) {
    if (!token.whole) words.push_back({token.begin, token.end});
  }
  return words;
}

/// A run of matches that fit into one snippet.
struct Passage {
  std::size_t begin = 0;  // bytes
  std::size_t end = 0;
  std::size_t parts = 0;  // different words and phrases of the query
  std::size_t words = 0;  // words marked

  bool better_than(const Passage& other) const {
    if (parts != other.parts) return parts > other.parts;
    return words > other.words;  // the earlier one of equals
  }
};

Passage passage_from(const std::vector<Match>& matches, std::size_t first) {
  Passage passage{.begin = matches[first].begin, .end = matches[first].end};
  std::set<std::uint32_t> parts;
  for (std::size_t i = first; i < matches.size(); ++i) {
    if (i > first && matches[i].end - passage.begin > snippet_length * 3 / 4) break;
    passage.end = matches[i].end;
    passage.words += matches[i].words;
    parts.insert(matches[i].part);
  }
  passage.parts = parts.size();
  return passage;
}

Passage best_passage(const std::vector<Match>& matches) {
  Passage best;
  for (std::size_t i = 0; i < matches.size(); ++i) {
    const Passage passage = passage_from(matches, i);
    if (passage.better_than(best)) best = passage;
  }
  return best;
}

bool ends_sentence(char c) { return c == '.' || c == '!' || c == '?' || c == '\n'; }

/// The word that a snippet showing `passage` should begin with: the first of a sentence if that
/// leaves the passage in view, else one that leaves some words before it.
std::size_t first_word(std::string_view text, const std::vector<Word>& words,
                       const Passage& passage) {
  const auto at = static_cast<std::size_t>(
      std::partition_point(words.begin(), words.end(),
                           [&](const Word& word) { return word.begin < passage.begin; }) -
      words.begin());
  const std::size_t room = snippet_length - std::min(snippet_length, passage.end - passage.begin);
  std::size_t first = std::min(at, words.size() - 1);
  std::size_t fallback = first;
  while (first > 0) {
    const std::size_t gap = words[first - 1].end;
    const std::string_view between = text.substr(gap, words[first].begin - gap);
    if (std::any_of(between.begin(), between.end(), ends_sentence)) return first;
    if (passage.begin - words[first - 1].begin > room * 3 / 4) return fallback;
    --first;
    if (passage.begin - words[first].begin <= room / 3) fallback = first;
  }
  return 0;
}

/// The byte after the last word that fits, with the punctuation that belongs to it.
std::size_t passage_end(std::string_view text, const std::vector<Word>& words, std::size_t first,
                        std::size_t needed) {
  const std::size_t limit = std::max(words[first].begin + snippet_length, needed);
  std::size_t i = first;
  while (i + 1 < words.size() && words[i + 1].end <= limit) ++i;
  if (i + 1 == words.size()) return text.size();
  return std::min(text.find_first_of(" \n\t", words[i].end), words[i + 1].begin);
}

std::string one_line(std::string html) {
  std::replace(html.begin(), html.end(), '\n', ' ');
  return html;
}

std::size_t trim_end(std::string_view text, std::size_t begin, std::size_t end) {
  while (end > begin &&
         std::string_view(" \n\t,;:(").find(text[end - 1]) != std::string_view::npos) {
    --end;
  }
  return end;
}

}  // namespace

std::size_t best_parts(const std::vector<Match>& matches) { return best_passage(matches).parts; }

std::string snippet_html(std::string_view text, const std::vector<Token>& tokens,
                         const std::vector<Match>& matches) {
  const std::vector<Word> words = words_of(tokens);
  if (words.empty()) return {};
  const Passage passage = best_passage(matches);
  const bool at_beginning = passage.end <= snippet_length;  // also where nothing matches
  const std::size_t first = at_beginning ? 0 : first_word(text, words, passage);
  const std::size_t begin = first == 0 ? 0 : words[first].begin;
  const std::size_t end = passage_end(text, words, first, passage.end);
  const bool cut_after = end < text.size();
  const std::size_t shown_end = cut_after ? trim_end(text, begin, end) : end;
  std::string html = mark_html(text, matches, begin, shown_end);
  if (first > 0) html.insert(0, "… ");
  if (cut_after) html += ends_sentence(text[shown_end - 1]) ? " …" : "…";
  return one_line(std::move(html));
}

}  // namespace news
