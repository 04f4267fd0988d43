#include "common/analysis/analyzer.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "common/analysis/fold.h"
#include "common/analysis/pieces.h"
#include "common/analysis/segmenter.h"
#include "common/analysis/stemmer.h"
#include "common/analysis/stop_words.h"

namespace news {

namespace {

// More than these are no compound but a row of words: `he-said-she-said-they-said`.
constexpr std::size_t most_pieces = 4;

}  // namespace

struct Analyzer::Private {
  Stemmer& stemmer(std::string_view language) {
    const std::string base = base_language(language);
    const auto known = stemmers.find(base);
    if (known != stemmers.end()) return known->second;
    return stemmers.try_emplace(base, base).first->second;
  }

  Segmenter segmenter;
  std::map<std::string, Stemmer, std::less<>> stemmers;
};

namespace {

/// Makes the tokens of one text.
class Tokens {
 public:
  /// `stemmer`, which may be null, must outlive this, as must `wanted`; without that all words are.
  Tokens(std::string_view text, Stemmer* stemmer, const Beginnings* wanted)
      : text_(text), stemmer_(stemmer), wanted_(wanted) {}

  /// Says about how many there will be.
  void expect(std::size_t count) {
    if (wanted_ == nullptr) {
      words_.tokens.reserve(count);
    } else {
      words_.places.reserve(count);
    }
  }

  /// Adds a word that is plain.
  void add_plain(const Segment& word) {
    count(word);
    if (is_wanted(word)) push(plain_form(of(word)), position_, word.begin, word.end, false);
  }

  /// Adds the pieces of one word or compound, and its whole if it is one.
  void add(const std::vector<Segment>& pieces) {
    const std::uint32_t first_position = position_ + 1;
    const bool has_whole = pieces.size() > 1 && is_wanted(pieces.front());
    std::string whole;
    std::size_t added = 0;
    for (const Segment& piece : pieces) {
      const bool matters = has_whole || is_wanted(piece);
      std::string form = matters ? piece_form(of(piece)) : std::string();
      if (matters && form.empty()) continue;
      count(piece);
      whole += form;
      ++added;
      if (matters) push(std::move(form), position_, piece.begin, piece.end, false);
    }
    if (!has_whole || added < 2 || added > most_pieces) return;
    push(piece_form(whole), first_position, pieces.front().begin, pieces.back().end, true);
  }

  SomeWords take() { return std::move(words_); }

 private:
  std::string_view of(const Segment& word) const {
    return text_.substr(word.begin, word.end - word.begin);
  }

  void count(const Segment& word) {
    ++position_;
    if (wanted_ != nullptr) words_.places.push_back({word.begin, word.end});
  }

  /// Whether its form may begin as a wanted one does. What is no letter of ASCII may fold to
  /// anything.
  bool is_wanted(const Segment& piece) const {
    if (wanted_ == nullptr) return true;
    const char first = fold_ascii(text_[piece.begin]);
    if (first == 0) return true;
    const char second = piece.end - piece.begin > 1 ? fold_ascii(text_[piece.begin + 1]) : '\0';
    return second != 0 ? wanted_->has(first, second) : wanted_->has(first);
  }

  void push(std::string form, std::uint32_t position, std::uint32_t begin, std::uint32_t end,
            bool whole) {
    Token& token = words_.tokens.emplace_back();
    if (stemmer_ != nullptr && (wanted_ == nullptr || wanted_->has_that_of(form))) {
      token.stem = stemmer_->stem(form);
    }
    token.form = std::move(form);
    token.position = position;
    token.begin = begin;
    token.end = end;
    token.whole = whole;
  }

  std::string_view text_;
  Stemmer* stemmer_;
  const Beginnings* wanted_;
  std::uint32_t position_ = 0;
  SomeWords words_;
};

/// The words of a text that is cut into segments.
SomeWords words_of(std::string_view text, Segmenter& segmenter, Stemmer* stemmer,
                   const Beginnings* wanted) {
  const std::vector<Segment>& segments = segmenter.words(text);
  Tokens tokens(text, stemmer, wanted);
  tokens.expect(segments.size());
  std::vector<Segment> pieces;
  for (std::size_t i = 0; i < segments.size(); ++i) {
    const bool goes_on = i + 1 < segments.size() && are_joined(text, segments[i], segments[i + 1]);
    if (pieces.empty() && !goes_on && segments[i].is_plain) {
      tokens.add_plain(segments[i]);
      continue;
    }
    if (is_possessive(text, segments[i])) continue;
    split_segment(text, segments[i], pieces);
    if (goes_on) continue;
    tokens.add(pieces);
    pieces.clear();
  }
  return tokens.take();
}

}  // namespace

Analyzer::Analyzer() : private_(std::make_unique<Private>()) {}
Analyzer::~Analyzer() = default;
Analyzer::Analyzer(Analyzer&&) noexcept = default;
Analyzer& Analyzer::operator=(Analyzer&&) noexcept = default;

std::vector<Token> Analyzer::analyze(std::string_view text, std::string_view language) {
  return words_of(text, private_->segmenter, &private_->stemmer(language), nullptr).tokens;
}

SomeWords Analyzer::analyze_some(std::string_view text, std::string_view language,
                                 const Beginnings& wanted) {
  return words_of(text, private_->segmenter, &private_->stemmer(language), &wanted);
}

std::vector<Token> Analyzer::forms(std::string_view text) {
  return words_of(text, private_->segmenter, nullptr, nullptr).tokens;
}

std::string Analyzer::stem(std::string_view form, std::string_view language) {
  return private_->stemmer(language).stem(std::string(form));
}

bool Analyzer::is_stop_word(std::string_view form, std::string_view language) {
  return is_function_word(form, base_language(language));
}

bool Analyzer::keeps_beginnings(std::string_view language) {
  // The first three take prefixes off, the others change the second letter of short words; what
  // those that are not here do to a word, they do to its end.
  constexpr std::array<std::string_view, 5> changed{"ar", "ga", "id", "fi", "tr"};
  return std::find(changed.begin(), changed.end(), base_language(language)) == changed.end();
}

bool Analyzer::has_stemmer(std::string_view language) {
  return Stemmer::knows(base_language(language));
}

std::string to_string(const std::vector<Token>& tokens) {
  std::string text;
  for (const Token& token : tokens) {
    if (!text.empty()) text += ' ';
    text += token.form;
    if (token.stem != token.form) text += '/' + token.stem;
    text += fmt::format("[{}]{}", token.position, token.whole ? "=" : "");
  }
  return text;
}

}  // namespace news
