#include "searchd/query_lexer.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "common/schema.h"
#include "common/text.h"
#include "searchd/query_parser.h"

namespace news {

namespace {

using Kind = QueryToken::Kind;

// Nobody types more; it keeps the work for one request small.
constexpr std::size_t max_query_bytes = 8192;

constexpr std::array<std::string_view, 6> quotes{"\"", "“", "”", "„", "«", "»"};
constexpr std::array<std::string_view, 2> minus_signs{"-", "−"};
constexpr std::array<std::string_view, 6> value_fields{"before", "after", "date",
                                                       "has",    "id",    "url"};
constexpr std::string_view spaces = " \t\n\r";

/// Punctuation of more than one byte that is no part of the word it stands before or after. An
/// apostrophe behind a word is none either, inside it is.
constexpr std::array<std::string_view, 13> wide_punctuation{"–", "—", "―", "…", "‘", "’", "¡",
                                                            "‚", "‹", "›", "·", "•", "¿"};

/// The size of whichever of `marks` stands at the beginning of `text`; 0 if none does.
template <typename Marks>
std::size_t mark_size(std::string_view text, const Marks& marks) {
  for (const std::string_view mark : marks) {
    if (text.starts_with(mark)) return mark.size();
  }
  return 0;
}

/// The size of whichever of `marks` stands at the end of `text`; 0 if none does.
template <typename Marks>
std::size_t size_of_end(std::string_view text, const Marks& marks) {
  for (const std::string_view mark : marks) {
    if (text.ends_with(mark)) return mark.size();
  }
  return 0;
}

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return result;
}

bool is_field(std::string_view name) {
  return is_text_field(name) || schema::find_facet(name) ||
         std::find(value_fields.begin(), value_fields.end(), name) != value_fields.end();
}

std::vector<std::string> field_names() {
  std::vector<std::string> names(value_fields.begin(), value_fields.end());
  for (const auto& field : schema::text_fields) names.emplace_back(field.name);
  for (const auto& facet : schema::facets) names.emplace_back(facet.name);
  return names;
}

/// Punctuation that is no part of the word it stands before or after.
constexpr std::string_view around = ".,;:!?'`/\\|~^=<>[]{}";

std::string_view without_leading(std::string_view word) {
  while (true) {
    const std::size_t begin = word.find_first_not_of(std::string(around) + "*-+");
    word = word.substr(std::min(begin, word.size()));
    const std::size_t sign =
        std::max(mark_size(word, minus_signs), mark_size(word, wide_punctuation));
    if (sign == 0) return word;
    word.remove_prefix(sign);
  }
}

/// An acronym keeps its last dot.
std::string_view without_trailing_punctuation(std::string_view word) {
  while (!word.empty()) {
    const bool acronym =
        word.find('.') < word.size() - 1 && word.ends_with('.') && !word.ends_with("..");
    if (acronym) return word;
    const std::size_t wide = size_of_end(word, wide_punctuation);
    const bool narrow = around.find(word.back()) != std::string_view::npos;
    if (wide == 0 && !narrow) return word;
    word.remove_suffix(std::max<std::size_t>(wide, 1));
  }
  return word;
}

/// What is between `<` and `>`, which are all of it but for punctuation behind: letters and digits
/// of ASCII, and dots between them, as in `<BRKN.S>`. Empty if it is anything else.
std::string_view code(std::string_view typed) {
  const std::size_t close = typed.find('>');
  if (!typed.starts_with('<') || close == std::string_view::npos) return {};
  if (has_letter_or_digit(typed.substr(close))) return {};
  const std::string_view inside = typed.substr(1, close - 1);
  const bool fits = std::all_of(inside.begin(), inside.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.';
  });
  return fits && !inside.starts_with('.') && !inside.ends_with('.') ? inside : std::string_view();
}

class Lexer {
 public:
  Lexer(std::string_view text, std::vector<std::string>& notes) : rest_(text), notes_(notes) {}

  std::vector<QueryToken> lex() {
    while (skip_spaces(), !rest_.empty()) next();
    return std::move(tokens_);
  }

 private:
  void skip_spaces() {
    rest_.remove_prefix(std::min(rest_.find_first_not_of(spaces), rest_.size()));
  }

  void next() {
    if (const std::size_t quote = mark_size(rest_, quotes)) return phrase(quote);
    if (rest_[0] == '(' || rest_[0] == ')') {
      push(rest_[0] == '(' ? Kind::Open : Kind::Close, rest_.substr(0, 1));
      rest_.remove_prefix(1);
      return;
    }
    if (sign()) return;
    word(run());
  }

  void push(Kind kind, std::string_view text) {
    tokens_.push_back({.kind = kind, .text = std::string(text)});
  }

  bool after_field() const { return !tokens_.empty() && tokens_.back().kind == Kind::Field; }
  bool in_value() const { return after_field() && !is_text_field(tokens_.back().text); }

  void phrase(std::size_t quote) {
    rest_.remove_prefix(quote);
    std::size_t end = 0;
    while (end < rest_.size() && mark_size(rest_.substr(end), quotes) == 0) ++end;
    if (end == rest_.size()) notes_.emplace_back("a quotation mark was missing at the end");
    push(Kind::Phrase, rest_.substr(0, end));
    rest_.remove_prefix(end);
    rest_.remove_prefix(mark_size(rest_, quotes));
  }

  static bool is_end_of_word(std::string_view after) {
    return after.empty() || after[0] == ')' || spaces.find(after[0]) != spaces.npos;
  }

  /// How many bytes a dash has that is written as two minuses or more, as in `policy -- Sumita`.
  std::size_t dash_size() const {
    const std::size_t size = std::min(rest_.find_first_not_of('-'), rest_.size());
    return size > 1 && is_end_of_word(rest_.substr(size)) ? size : 0;
  }

  /// Whether what comes next is right behind a bracket or a quotation mark: a minus there is a
  /// hyphen, as in `(Corrected)-Ivory Coast`.
  bool is_joined() const {
    if (tokens_.empty() || spaces.find(rest_.data()[-1]) != spaces.npos) return false;
    return tokens_.back().kind == Kind::Close || tokens_.back().kind == Kind::Phrase;
  }

  /// A minus or plus before what it is about.
  bool sign() {
    const std::size_t minus = mark_size(rest_, minus_signs);
    const std::size_t size = minus > 0 ? minus : (rest_[0] == '+' ? 1 : 0);
    if (size == 0) return false;
    const std::string_view after = rest_.substr(size);
    const bool alone = is_joined() || is_end_of_word(after);
    if (in_value() && !alone) return false;
    if (const std::size_t dash = in_value() ? 0 : dash_size()) {
      rest_.remove_prefix(dash);
      return true;
    }
    if (in_value() && minus > 0) {
      push(Kind::Word, "-");
    } else if (!alone && minus > 0 && tokens_.empty() && after[0] >= '0' && after[0] <= '9') {
      notes_.emplace_back("the minus before a number is read as its sign");
    } else if (!alone) {
      push(minus > 0 ? Kind::Not : Kind::Plus, rest_.substr(0, size));
    }
    rest_ = after;
    return true;
  }

  /// Takes what goes on up to a space, a bracket, a quotation mark or, behind a word, a code.
  std::string_view run() {
    std::size_t end = 1;
    while (end < rest_.size() &&
           std::string_view(" \t\n\r()").find(rest_[end]) == std::string_view::npos &&
           mark_size(rest_.substr(end), quotes) == 0) {
      ++end;
    }
    const std::size_t open = rest_.substr(0, end).find('<', 1);
    const bool is_before_code =
        open < end && !in_value() && !code(rest_.substr(open, end - open)).empty();
    const std::string_view taken = rest_.substr(0, is_before_code ? open : end);
    rest_.remove_prefix(taken.size());
    return taken;
  }

  void word(std::string_view typed) {
    if (in_value()) return push(Kind::Word, typed);
    if (const std::string_view inside = code(typed); !inside.empty()) {
      return push(Kind::Code, inside);
    }
    typed = without_leading(typed);
    if (typed.empty()) return;
    if (!after_field() && (operation(typed) || address(typed) || field(typed))) return;
    const std::string_view word = without_trailing_punctuation(typed);
    if (!after_field() && either_side_of_slash(word)) return;
    if (has_letter_or_digit(word)) push(Kind::Word, word);
  }

  /// `creditors/debtors` are two words; `km/h` and `24/7` are one.
  bool either_side_of_slash(std::string_view typed) {
    const std::size_t slash = typed.find('/');
    constexpr std::size_t shortest = 3;
    const bool has_other = typed.find_first_of("0123456789*") != std::string_view::npos ||
                           typed.find('/', slash + 1) != std::string_view::npos;
    if (slash == std::string_view::npos || has_other) return false;
    if (slash < shortest || typed.size() - slash - 1 < shortest) return false;
    word(typed.substr(0, slash));
    word(typed.substr(slash + 1));
    return true;
  }

  bool operation(std::string_view typed) {
    constexpr std::array<std::pair<std::string_view, Kind>, 3> operators{
        {{"AND", Kind::And}, {"OR", Kind::Or}, {"NOT", Kind::Not}}};
    for (const auto& [name, kind] : operators) {
      if (typed != name) continue;
      push(kind, typed);
      return true;
    }
    if (typed != "NEAR" && !typed.starts_with("NEAR/")) return false;
    unsigned distance = default_near_distance;
    if (typed.size() > 5) {
      const auto [end, error] =
          std::from_chars(typed.data() + 5, typed.data() + typed.size(), distance);
      if (error == std::errc::result_out_of_range) distance = max_near_distance;
      if (error == std::errc::invalid_argument || end != typed.data() + typed.size()) return false;
    }
    push(Kind::Near, typed);
    tokens_.back().distance = std::clamp(distance, 1u, max_near_distance);
    return true;
  }

  /// A web address is looked for as the address of an article. It may have brackets in it, and goes
  /// on to the next space.
  bool address(std::string_view typed) {
    const std::string start = lower(typed.substr(0, 8));
    const bool web = start.starts_with("http://") || start == "https://";
    const bool bare = start.starts_with("www.") && typed.find('/') != std::string_view::npos;
    if (!web && !bare) return false;
    const std::string_view all = from(typed);
    std::size_t end = std::min(all.find_first_of(" \t\n\r<>"), all.size());
    for (std::size_t i = 0; i < end; ++i) {
      if (mark_size(all.substr(i), quotes) > 0) end = i;
    }
    const std::string_view url = without_end_of_sentence(all.substr(0, end));
    push(Kind::Field, "url");
    push(Kind::Word, (bare ? "https://" : "") + std::string(url));
    rest_ = all.substr(url.size());
    return true;
  }

  /// What is left to be cut, from `typed` on, which was taken last.
  std::string_view from(std::string_view typed) const {
    return {typed.data(), static_cast<std::size_t>(rest_.data() + rest_.size() - typed.data())};
  }

  /// Of an address, without the full stop or the bracket that ends what it stands in.
  static std::string_view without_end_of_sentence(std::string_view url) {
    while (true) {
      const auto opened = std::count(url.begin(), url.end(), '(');
      const bool closes = url.ends_with(')') && std::count(url.begin(), url.end(), ')') > opened;
      const bool ends = std::string_view(".,;!?'").find(url.back()) != std::string_view::npos;
      if (!closes && !ends) return url;
      url.remove_suffix(1);
    }
  }

  bool field(std::string_view typed) {
    const std::size_t colon = typed.find(':');
    if (colon == std::string_view::npos || colon == 0) return false;
    const std::string name = lower(typed.substr(0, colon));
    if (!is_field(name)) {
      suggest(name);
      return false;
    }
    push(Kind::Field, name);
    // What follows the colon is cut anew: a quote, a bracket or a word.
    rest_ = from(typed.substr(colon + 1));
    return true;
  }

  void suggest(const std::string& name) {
    if (name.size() < 4) return;
    const auto nearest = nearest_word(name, field_names());
    if (nearest) {
      notes_.push_back(fmt::format("there is no field {}:, did you mean {}:?", name, *nearest));
    }
  }

  std::string_view rest_;
  std::vector<std::string>& notes_;
  std::vector<QueryToken> tokens_;
};

std::string without_controls(std::string text) {
  std::replace_if(
      text.begin(), text.end(),
      [](char c) { return static_cast<unsigned char>(c) < ' ' || c == 0x7f; }, ' ');
  return text;
}

}  // namespace

bool is_text_field(std::string_view name) {
  return std::any_of(schema::text_fields.begin(), schema::text_fields.end(),
                     [&](const auto& field) { return field.name == name; });
}

std::vector<QueryToken> lex_query(std::string_view q, std::vector<std::string>& notes) {
  if (q.size() > max_query_bytes) {
    notes.push_back(fmt::format("only the first {} bytes were read", max_query_bytes));
    q = truncate_utf8(q, max_query_bytes);
  }
  const std::string text = without_controls(repair_utf8(q));
  return Lexer(text, notes).lex();
}

}  // namespace news
