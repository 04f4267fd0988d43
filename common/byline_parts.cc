#include "common/byline_parts.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "common/analysis/analyzer.h"
#include "common/byline_words.h"
#include "common/text.h"

namespace news {
namespace {

using Before = BylinePart::Before;

constexpr std::size_t most_bytes = 2000;

struct Token {
  std::string text;
  std::string key;  // empty for a mark
  bool is_mark() const { return key.empty(); }
  bool is(std::string_view mark) const { return text == mark; }
};

/// Marks that part words even without white space.
constexpr std::array marks{",", ";", ":", "(", ")", "[", "]", "|", "/", "·", "•", "–", "—"};

bool is_address(std::string_view word) {
  return word.find('@') != std::string_view::npos || word.find("://") != std::string_view::npos ||
         word.starts_with("www.");
}

void add_word(std::string_view text, std::vector<Token>& tokens) {
  if (text.empty()) return;
  std::string key = fold_key(text);
  while (key.ends_with('.')) key.pop_back();
  if (text == "-" || text == "--") return tokens.push_back({"|", {}});
  if (!key.empty()) tokens.push_back({std::string(text), std::move(key)});
}

/// What stands between two spaces, as words and marks.
void add_chunk(std::string_view chunk, std::vector<Token>& tokens) {
  if (fold_key(chunk) == "n/a") return;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < chunk.size();) {
    const auto* const mark = std::find_if(marks.begin(), marks.end(), [&](const char* candidate) {
      return chunk.substr(at).starts_with(candidate);
    });
    if (mark == marks.end()) {
      ++at;
      continue;
    }
    add_word(chunk.substr(begin, at - begin), tokens);
    tokens.push_back({*mark, {}});
    at += std::string_view(*mark).size();
    begin = at;
  }
  add_word(chunk.substr(begin), tokens);
}

/// The marks at both ends of an address stay, the address goes.
void add_address(std::string_view chunk, std::vector<Token>& tokens) {
  if (chunk.starts_with('(')) tokens.push_back({"(", {}});
  const std::size_t end = chunk.find_last_not_of(",;)");
  for (const char mark : chunk.substr(end == std::string_view::npos ? chunk.size() : end + 1)) {
    tokens.push_back({std::string(1, mark), {}});
  }
}

std::vector<Token> tokens_of(std::string_view byline) {
  std::string lines = clean_text(repair_utf8(truncate_utf8(byline, most_bytes)));
  for (std::size_t at = 0; (at = lines.find('\n', at)) != std::string::npos; at += 3) {
    lines.replace(at, 1, " ; ");
  }
  const std::string line = clean_line(lines);
  std::vector<Token> tokens;
  for (std::string_view rest = line; !rest.empty();) {
    const std::size_t end = std::min(rest.find(' '), rest.size());
    const std::string_view chunk = rest.substr(0, end);
    is_address(chunk) ? add_address(chunk, tokens) : add_chunk(chunk, tokens);
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return tokens;
}

bool begins_small(std::string_view text) {
  std::size_t at = 0;
  UChar32 c = 0;
  U8_NEXT(reinterpret_cast<const std::uint8_t*>(text.data()), at, text.size(), c);
  return c < 0 || u_isupper(c) == 0;
}

bool is_in_capitals(std::string_view text) {
  return std::none_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

/// "E", "Y" and "И" are initials, "In" and "For" begin names; "e", "y", "и", "in" and "IN" are
/// meant as words.
bool is_meant_as_word(const Token& token) {
  constexpr std::size_t longest = 4;  // bytes: two letters of any alphabet
  constexpr std::array conjunctions{"and", "und", "et", "with"};
  const bool is_conjunction =
      std::find(conjunctions.begin(), conjunctions.end(), token.key) != conjunctions.end();
  const bool is_preposition = token.key == "in" || token.key == "for" || token.key == "from";
  if (is_conjunction || token.key.size() > longest || begins_small(token.text)) return true;
  return is_preposition && is_in_capitals(token.text);
}

class Parser {
 public:
  explicit Parser(std::vector<Token> tokens) : tokens_(std::move(tokens)) {}

  std::vector<BylinePart> parse() {
    for (at_ = 0; at_ < tokens_.size(); ++at_) {
      tokens_[at_].is_mark() ? take_mark(tokens_[at_]) : take_word(tokens_[at_]);
    }
    finish();
    return std::move(parts_);
  }

 private:
  const Token* next() const { return at_ + 1 < tokens_.size() ? &tokens_[at_ + 1] : nullptr; }

  void finish() {
    if (!part_.words.empty()) parts_.push_back(std::move(part_));
    keys_.clear();
  }

  void begin(Before before) {
    finish();
    if (before == Before::Start) is_writer_ = true;
    part_ = {.before = before, .is_writer = is_writer_, .words = {}};
  }

  void begin_credit(bool is_writer) {
    begin(Before::Start);
    is_writer_ = part_.is_writer = is_writer;
  }

  void push(const Token& token) {
    part_.words.push_back(token.text);
    keys_.push_back(token.key);
  }

  /// Takes words such as "additional reporting" off the end of the part. Whom the last credits.
  std::optional<bool> take_credits() {
    std::optional<bool> is_writer;
    while (!keys_.empty()) {
      const auto credit = credits_writer(keys_.back());
      if (!credit) break;
      if (!is_writer || !*credit) is_writer = credit;
      keys_.pop_back();
      part_.words.pop_back();
    }
    return is_writer;
  }

  void take_mark(const Token& mark) {
    if (mark.is(";")) return begin(Before::Start);
    if (mark.is(",")) return begin(Before::Comma);
    if (mark.is("(") || mark.is("[")) return begin(Before::Bracket);
    if (!mark.is(":")) return begin(Before::Bar);
    if (const auto is_writer = take_credits()) return begin_credit(*is_writer);
    begin(Before::Bar);
  }

  bool take_by(const Token& token) {
    const Token* const after = next();
    const bool is_particle = after != nullptr && !after->is_mark() && begins_small(after->text);
    if (!is_by_word(token.key) || (is_particle && token.key != "by")) return false;
    if (const auto is_writer = take_credits()) {
      begin_credit(*is_writer);
      return true;
    }
    // "Opinion by", "Posted by".
    const bool is_one_word_credit = token.key == "by" && part_.before == Before::Start &&
                                    part_.words.size() == 1 && parts_.empty();
    if (is_one_word_credit) {
      part_.words.clear();
      begin_credit(true);
      return true;
    }
    const bool is_particle_too = token.key == "di" || token.key == "da";
    if (!part_.words.empty() && token.key == "by") begin(Before::Start);
    if (!part_.words.empty() || (is_particle_too && !begins_small(token.text))) return false;
    is_dutch_ = is_dutch_ || token.key == "door";
    return true;
  }

  void take_word(const Token& token) {
    if (take_by(token)) return;
    const Token* const after = next();
    const bool is_of_agency = token.key == "of" && after != nullptr &&
                              (after->key == "the" || is_news_agency(after->key));
    if (is_meant_as_word(token)) {
      if (is_dutch_ && token.key == "en") return begin(Before::And);
      if (token.key == "i") return begin(Before::Comma);  // in Swedish it is in, in Polish and
      if (is_and_word(token.key)) return begin(Before::And);
      if (is_of_agency || begins_aside(token.key)) return begin(Before::Aside);
    }
    push(token);
    const bool ends_sentence =
        token.text.ends_with('.') && after != nullptr && credits_writer(after->key).has_value();
    if (ends_sentence) begin(Before::Start);
  }

  std::vector<Token> tokens_;
  std::size_t at_ = 0;
  std::vector<BylinePart> parts_;
  BylinePart part_;
  std::vector<std::string> keys_;  // of the words of part_
  bool is_writer_ = true;
  bool is_dutch_ = false;
};

}  // namespace

std::string BylinePart::text() const {
  std::string joined;
  for (const std::string& word : words) joined += joined.empty() ? word : ' ' + word;
  return joined;
}

std::vector<BylinePart> byline_parts(std::string_view byline) {
  return Parser(tokens_of(byline)).parse();
}

}  // namespace news
