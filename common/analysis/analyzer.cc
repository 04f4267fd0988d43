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
#include "common/analysis/white_space.h"

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

  /// Says how many more there will be, about.
  void expect(std::size_t count) {
    if (wanted_ == nullptr) tokens_.reserve(count);
  }

  /// Adds a word that is plain.
  void add_plain(const Segment& word) {
    ++position_;
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
      ++position_;
      whole += form;
      ++added;
      if (matters) push(std::move(form), position_, piece.begin, piece.end, false);
    }
    if (!has_whole || added < 2 || added > most_pieces) return;
    push(piece_form(whole), first_position, pieces.front().begin, pieces.back().end, true);
  }

  /// Of words that are left out, only that there are some.
  void leave_out() { ++position_; }

  std::vector<Token> take() { return std::move(tokens_); }

 private:
  std::string_view of(const Segment& word) const {
    return text_.substr(word.begin, word.end - word.begin);
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
    Token& token = tokens_.emplace_back();
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
  std::vector<Token> tokens_;
};

/// Where the words of one text stand, the pieces of compounds one by one.
class Places {
 public:
  void expect(std::size_t count) { places_.reserve(count); }
  void add_plain(const Segment& word) { places_.push_back({word.begin, word.end}); }
  void add(const std::vector<Segment>& pieces) {
    for (const Segment& piece : pieces) add_plain(piece);
  }
  std::vector<WordPlace> take() { return std::move(places_); }

 private:
  std::vector<WordPlace> places_;
};

/// Gives `words` those of a text from `begin` on, as Segmenter::words() has it.
template <typename Words>
void cut(std::string_view text, std::size_t begin, Segmenter& segmenter, Words& words) {
  const std::vector<Segment>& segments = segmenter.words(text, begin);
  words.expect(segments.size());
  std::vector<Segment> pieces;
  for (std::size_t i = 0; i < segments.size(); ++i) {
    const bool goes_on = i + 1 < segments.size() && are_joined(text, segments[i], segments[i + 1]);
    if (pieces.empty() && !goes_on && segments[i].is_plain) {
      words.add_plain(segments[i]);
      continue;
    }
    if (is_possessive(text, segments[i])) continue;
    split_segment(text, segments[i], pieces);
    if (goes_on) continue;
    words.add(pieces);
    pieces.clear();
  }
}

std::vector<Token> tokens_of(std::string_view text, Segmenter& segmenter, Stemmer* stemmer) {
  Tokens tokens(text, stemmer, nullptr);
  cut(text, 0, segmenter, tokens);
  return tokens.take();
}

bool is_letter(char c) { return fold_ascii(c) >= 'a'; }
bool is_letter_or_digit(char c) { return fold_ascii(c) != 0; }

/// Finds the parts of a text between white space that have a word that matters, which are few.
class WantedParts {
 public:
  WantedParts(std::string_view text, const Beginnings& wanted) : text_(text), wanted_(wanted) {
    find(0);
  }

  bool at_end() const { return begin_ == text_.size(); }
  std::size_t begin() const { return begin_; }
  std::size_t end() const { return end_; }
  /// To the next, which begins behind this.
  void next() { find(end_); }

 private:
  /// The first place where a word may begin that matters: not between two letters.
  std::size_t place_from(std::size_t at) const {
    at = wanted_.find(text_, at);
    while (at > 0 && at < text_.size() && is_letter(text_[at]) && is_letter(text_[at - 1])) {
      at = wanted_.find(text_, at + 1);
    }
    return at;
  }

  void find(std::size_t from) {
    const std::size_t place = place_from(from);
    begin_ = place < text_.size() ? part_begin(text_, place) : place;
    end_ = part_end(text_, place);
  }

  std::string_view text_;
  const Beginnings& wanted_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
};

}  // namespace

Analyzer::Analyzer() : private_(std::make_unique<Private>()) {}
Analyzer::~Analyzer() = default;
Analyzer::Analyzer(Analyzer&&) noexcept = default;
Analyzer& Analyzer::operator=(Analyzer&&) noexcept = default;

std::vector<Token> Analyzer::analyze(std::string_view text, std::string_view language) {
  return tokens_of(text, private_->segmenter, &private_->stemmer(language));
}

/// Parts that follow each other are cut at once: texts that are not of ASCII are made of these.
std::vector<Token> Analyzer::analyze_some(std::string_view text, std::string_view language,
                                          const Beginnings& wanted) {
  Tokens tokens(text, &private_->stemmer(language), &wanted);
  std::size_t done = 0;
  for (WantedParts parts(text, wanted); !parts.at_end();) {
    const auto has_words = [&](std::size_t begin, std::size_t end) {
      return std::any_of(text.begin() + begin, text.begin() + end, is_letter_or_digit);
    };
    const std::size_t begin = parts.begin();
    if (has_words(done, begin)) tokens.leave_out();
    do {
      done = parts.end();
      parts.next();
    } while (!parts.at_end() && !has_words(done, parts.begin()));
    cut(text.substr(0, done), begin, private_->segmenter, tokens);
  }
  return tokens.take();
}

std::vector<Token> Analyzer::forms(std::string_view text) {
  return tokens_of(text, private_->segmenter, nullptr);
}

std::vector<WordPlace> Analyzer::places(std::string_view text, std::size_t begin) {
  Places places;
  cut(text, begin, private_->segmenter, places);
  return places.take();
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
