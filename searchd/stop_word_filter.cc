#include "searchd/stop_word_filter.h"

#include <algorithm>
#include <cctype>

namespace news {

namespace {

bool in_capitals(const std::string& word) {
  const auto lower = [](unsigned char c) { return std::islower(c) != 0 || c >= 0x80; };
  return std::none_of(word.begin(), word.end(), lower);
}

/// A word of a query that could be a stop word.
struct Candidate {
  std::string form = {};  // folded; empty unless it may be a stop word
  bool capitals = false;
};

Candidate candidate(const QueryNode& node, Analyzer& analyzer) {
  if (node.kind != QueryNode::Kind::Word) return {};
  Candidate word{.capitals = in_capitals(node.text)};
  const bool is_name = !node.code.empty() || node.text.find('.') != std::string::npos;  // U.S.
  if (node.plus || is_name) return word;
  std::vector<Token> tokens = analyzer.analyze(node.text, {});
  if (tokens.size() == 1) word.form = std::move(tokens.front().form);
  return word;
}

void collect(const QueryNode& node, Analyzer& analyzer, std::vector<Candidate>& words) {
  if (node.kind == QueryNode::Kind::Word) words.push_back(candidate(node, analyzer));
  for (const QueryNode& child : node.children) collect(child, analyzer, words);
}

/// The language in which most words are stop words; the archive's first one if none stands out.
/// One word is too little to tell another language by: of `ukraine war` the second is German.
std::string guess_language(const std::vector<Candidate>& words,
                           const std::vector<ArchiveLanguage>& languages) {
  const auto count = [&](const ArchiveLanguage& language) {
    return std::count_if(words.begin(), words.end(), [&](const Candidate& word) {
      return Analyzer::is_stop_word(word.form, language.code);
    });
  };
  std::string best = languages.front().code;
  std::ptrdiff_t most = std::max<std::ptrdiff_t>(count(languages.front()), 1);
  for (const ArchiveLanguage& language : languages) {
    const std::ptrdiff_t found = count(language);
    if (found <= most) continue;
    most = found;
    best = language.code;
  }
  return best;
}

class Filter {
 public:
  Filter(std::string language, bool capitals_mean_something, Analyzer& analyzer)
      : language_(std::move(language)), capitals_(capitals_mean_something), analyzer_(analyzer) {}

  void apply(QueryNode& node) {
    for (QueryNode& child : node.children) apply(child);
    if (node.kind == QueryNode::Kind::Word) leave_out_elision(node);
    if (node.kind != QueryNode::Kind::And) return;
    const bool something_remains =
        std::any_of(node.children.begin(), node.children.end(), [this](const QueryNode& child) {
          return child.kind != QueryNode::Kind::Not && child.kind != QueryNode::Kind::Filter &&
                 !is_stop_word(child);
        });
    if (!something_remains) return;
    std::erase_if(node.children, [this](const QueryNode& child) {
      const bool leave_out = is_stop_word(child);
      if (leave_out) left_out_.push_back(child.text);
      return leave_out;
    });
    if (node.children.size() == 1 && node.children[0].kind != QueryNode::Kind::Not) {
      node = QueryNode(node.children[0]);
    }
  }

  std::vector<std::string> left_out() { return std::move(left_out_); }

 private:
  /// Of `d'échecs` only `échecs` is looked for: the article before it is a word of its own.
  void leave_out_elision(QueryNode& node) {
    const std::vector<Token> tokens = analyzer_.analyze(node.text, {});
    if (tokens.size() != 3 || !tokens.back().whole || tokens[0].form.size() > 2) return;
    const bool hyphen = tokens[1].begin == tokens[0].end + 1 && node.text[tokens[0].end] == '-';
    if (hyphen || !Analyzer::is_stop_word(tokens[0].form, "fr")) return;
    left_out_.push_back(node.text.substr(0, tokens[1].begin));
    node.text = node.text.substr(tokens[1].begin);
  }

  bool is_stop_word(const QueryNode& node) const {
    const Candidate word = candidate(node, analyzer_);
    if (capitals_ && word.capitals && node.text.size() > 1) return false;
    return Analyzer::is_stop_word(word.form, language_);
  }

  std::string language_;
  bool capitals_;
  Analyzer& analyzer_;
  std::vector<std::string> left_out_;
};

}  // namespace

std::vector<std::string> leave_out_stop_words(QueryNode& query,
                                              const std::vector<ArchiveLanguage>& languages,
                                              Analyzer& analyzer) {
  std::vector<Candidate> words;
  collect(query, analyzer, words);
  const bool all_capitals =
      std::all_of(words.begin(), words.end(), [](const Candidate& word) { return word.capitals; });
  Filter filter(guess_language(words, languages), !all_capitals, analyzer);
  filter.apply(query);
  return filter.left_out();
}

}  // namespace news
