#include "searchd/spelling.h"

#include <algorithm>
#include <utility>

#include "searchd/word_pairs.h"

namespace news {

namespace {

// Of the words that are near, so many are looked at beside their neighbours.
constexpr std::size_t most_candidates = 8;
// Words of a query beyond these are taken to be right.
constexpr std::size_t most_words_looked_at = 20;

constexpr std::size_t least_letters = 3;
constexpr std::size_t letters_for_two_errors = 7;
constexpr std::size_t least_letters_to_split = 5;

// Shares of the errors of people who type, in their order of size (after Damerau 1964 and Kukich
// 1992): one error in a word is by far the rule, and the first letter is mostly right.
constexpr double two_errors = 0.02;
constexpr double wrong_first_letter = 0.2;
constexpr double missing_space = 0.5;
// A reader does not mean the words that mean nothing.
constexpr double stop_word = 0.1;

// Two words side by side say more than the same two somewhere in an article.
constexpr double beside_weight = 20;
// How frequent a word is decides only where its neighbours do not.
constexpr double count_weight = 0.01;
// A word that articles have is meant as it is, unless another one fits so many times better.
constexpr double trust = 100;

bool has_digit(std::string_view text) {
  return text.find_first_of("0123456789") != std::string_view::npos;
}

/// With a capital, if what was typed begins with one.
std::string like(const std::string& typed, std::string text) {
  const auto upper = [](char c) { return c >= 'A' && c <= 'Z'; };
  const bool name = typed.size() > 1 && upper(typed[0]) && !upper(typed[1]);
  if (name && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

/// A word, or two of them, in the place of another.
QueryNode node_of(const std::string& text, const std::string& field) {
  const std::size_t space = text.find(' ');
  if (space == std::string::npos) return {.text = text, .field = field, .children = {}};
  return {.kind = QueryNode::Kind::And,
          .children = {{.text = text.substr(0, space), .field = field, .children = {}},
                       {.text = text.substr(space + 1), .field = field, .children = {}}}};
}

bool is_correctable(const QueryNode& node) {
  return node.kind == QueryNode::Kind::Word && !node.plus;
}

}  // namespace

Spelling::Spelling(const Lexicon& lexicon, const ArticleDatabase& database,
                   const std::vector<ArchiveLanguage>& languages, Analyzer& analyzer)
    : lexicon_(lexicon), database_(database), languages_(languages), analyzer_(analyzer) {}

std::vector<Correction> Spelling::corrections(const QueryNode& query, bool few) {
  QueryNode tree = query;
  rows_.clear();
  looked_up_ = 0;
  collect(tree, nullptr);
  std::vector<Word*> corrected;
  bool unknown = false;
  for (Words& row : rows_) {
    // Twice, because a word's neighbour may be wrong itself.
    for (int round = 0; round < 2; ++round) {
      for (std::size_t at = 0; at < row.size(); ++at) choose(row, at, few);
    }
    for (Word& word : row) {
      if (word.candidates.empty() || corrected.size() == max_words) continue;
      unknown = unknown || word.count == 0;
      corrected.push_back(&word);
      *word.node = node_of(like(word.typed, word.candidates.front().text), word.node->field);
    }
  }
  std::vector<Correction> found;
  if (!corrected.empty()) found.push_back({tree, unknown});
  if (corrected.size() == 1 && corrected.front()->candidates.size() > 1) {
    const Word& word = *corrected.front();
    *word.node = node_of(like(word.typed, word.candidates[1].text), word.node->field);
    found.push_back({tree, unknown});
  }
  if (few) add_joined(query, found);
  if (found.size() > max_corrections) found.resize(max_corrections);
  return found;
}

/// Finds the words of a tree. `row` is that of the And around a node, if there is one.
void Spelling::collect(QueryNode& node, Words* row) {
  if (node.kind == QueryNode::Kind::Not || node.kind == QueryNode::Kind::Near) return;
  if (node.kind == QueryNode::Kind::Word) {
    if (row != nullptr) {
      row->push_back(make_word(node));
    } else {
      rows_.push_back({make_word(node)});
    }
    return;
  }
  Words own;
  for (QueryNode& child : node.children) {
    if (own.size() == most_words_looked_at) break;
    collect(child, node.kind == QueryNode::Kind::And ? &own : nullptr);
  }
  if (!own.empty()) rows_.push_back(std::move(own));
}

Spelling::Word Spelling::make_word(QueryNode& node) {
  Word word;
  word.node = &node;
  word.typed = node.text;
  const std::vector<Token> tokens = analyzer_.analyze(node.text, {});
  if (tokens.size() != 1) return word;
  word.form = word.typed_form = tokens.front().form;
  word.count = articles_with(word.form);
  return word;
}

std::uint32_t Spelling::articles_with(const std::string& form) const {
  std::uint32_t most = 0;
  for (const ArchiveLanguage& language : languages_) {
    most = std::max(most, database_.frequency(analyzer_.stem(form, language.code)));
  }
  return most;
}

std::string Spelling::stem(const std::string& form) const {
  return analyzer_.stem(form, languages_.front().code);
}

bool Spelling::is_stop_word(const std::string& form) const {
  return Analyzer::is_stop_word(form, languages_.front().code);
}

/// Finds what may stand for a word that may be wrong. False if it is to stay as it is.
bool Spelling::look_up(Word& word, bool few) {
  if (word.looked_up) return !word.near.empty();
  word.looked_up = true;
  const bool rare = word.count <= 5 + database_.both().get_doccount() / 1000;
  const bool suspect = word.count == 0 || (few && rare);
  if (word.form.empty() || !suspect || !is_correctable(*word.node) || looked_up_ == max_words ||
      has_digit(word.form) || count_letters(word.form) < least_letters || is_stop_word(word.form)) {
    return false;
  }
  ++looked_up_;
  word.near = find_candidates(word);
  return !word.near.empty();
}

/// Decides what a word is corrected to, given what is beside it now.
void Spelling::choose(Words& row, std::size_t at, bool few) {
  Word& word = row[at];
  if (!look_up(word, few)) return;
  std::vector<Candidate> found = word.near;
  for (Candidate& candidate : found) {
    const double pair = candidate.score;  // of the two words of a split
    candidate.score =
        candidate.weight * (pair + fit(row, at, candidate.text) + count_weight * candidate.count);
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const Candidate& a, const Candidate& b) { return a.score > b.score; });
  if (word.count > 0) {
    const double own = fit(row, at, word.typed_form) + count_weight * word.count;
    std::erase_if(found, [own](const Candidate& other) { return other.score <= trust * own; });
  }
  word.candidates = std::move(found);
  if (!word.candidates.empty()) word.form = word.candidates.front().text;
}

/// How well a form stands beside the words around its place.
double Spelling::fit(const Words& row, std::size_t at, const std::string& form) const {
  if (form.find(' ') != std::string::npos) return 0;
  double sum = 0;
  const auto add = [&](std::size_t other, bool before) {
    const std::string& near = row[other].form;
    if (near.empty() || near.find(' ') != std::string::npos || is_stop_word(near)) return false;
    const WordPair pair = before ? count_pair(database_, stem(near), stem(form))
                                 : count_pair(database_, stem(form), stem(near));
    sum += beside_weight * pair.beside + pair.together;
    return true;
  };
  for (std::size_t i = at; i > 0;) {
    if (add(--i, true)) break;
  }
  for (std::size_t i = at + 1; i < row.size(); ++i) {
    if (add(i, false)) break;
  }
  return sum;
}

std::vector<Spelling::Candidate> Spelling::find_candidates(const Word& word) const {
  const std::string& form = word.typed_form;
  const std::string own_stem = stem(form);
  std::vector<Candidate> found;
  const bool two = word.count == 0 && count_letters(form) >= letters_for_two_errors;
  const unsigned most = two ? 2 : 1;
  for (unsigned distance = 1; distance <= most && found.empty(); ++distance) {
    for (const Lexicon::Near& near : lexicon_.near(form, distance)) {
      if (stem(near.form) == own_stem) continue;
      Candidate candidate{.text = near.form, .count = near.count};
      if (near.distance > 1) candidate.weight *= two_errors;
      if (near.form[0] != form[0]) candidate.weight *= wrong_first_letter;
      if (is_stop_word(near.form)) candidate.weight *= stop_word;
      found.push_back(std::move(candidate));
    }
  }
  std::stable_sort(found.begin(), found.end(), [](const Candidate& a, const Candidate& b) {
    return a.weight * a.count > b.weight * b.count;
  });
  if (found.size() > most_candidates) found.resize(most_candidates);
  if (word.count == 0 && count_letters(form) >= least_letters_to_split) add_split(form, found);
  return found;
}

/// Of two words that stand beside each other somewhere, the most frequent pair.
void Spelling::add_split(const std::string& form, std::vector<Candidate>& found) const {
  Candidate best{.text = {}, .weight = missing_space};
  for (std::size_t i = 2; i + 2 <= form.size(); ++i) {
    if ((form[i] & 0xc0) == 0x80) continue;
    const std::string first = form.substr(0, i);
    const std::string second = form.substr(i);
    const std::uint32_t count = std::min(articles_with(first), articles_with(second));
    if (count == 0) continue;
    const double beside = count_pair(database_, stem(first), stem(second)).beside;
    if (beside_weight * beside <= best.score) continue;
    best.text = first;
    best.text += ' ';
    best.text += second;
    best.count = count;
    best.score = beside_weight * beside;
  }
  if (!best.text.empty()) found.push_back(std::move(best));
}

/// `heat wave` where the archive writes heatwave.
void Spelling::add_joined(const QueryNode& query, std::vector<Correction>& found) const {
  if (query.kind != QueryNode::Kind::And) return;
  for (std::size_t i = 0; i + 1 < query.children.size(); ++i) {
    const QueryNode& first = query.children[i];
    const QueryNode& second = query.children[i + 1];
    if (!is_correctable(first) || !is_correctable(second) || first.field != second.field) continue;
    const std::string joined = first.text + second.text;
    const std::vector<Token> tokens = analyzer_.analyze(joined, {});
    if (tokens.size() != 1 || articles_with(tokens.front().form) == 0) continue;
    QueryNode tree = query;
    tree.children[i].text = joined;
    tree.children.erase(tree.children.begin() + static_cast<std::ptrdiff_t>(i) + 1);
    found.push_back({std::move(tree), false});
    return;
  }
}

}  // namespace news
