#include "indexer/name_forms.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>

#include "common/text.h"
#include "indexer/places/gazetteer.h"

namespace news {

namespace {

// Bytes; shorter names are left as they are spelled.
constexpr std::size_t shortest = 3;

/// What a piece of evidence says.
enum Evidence : unsigned { Lower = 1, Weak = 2, Strong = 4, Certain = 8 };

enum class Case { Capital, AllCapitals, Lower, None };

Case case_of(std::string_view word) {
  if (!word.empty() && word.front() >= 'a' && word.front() <= 'z') return Case::Lower;
  std::size_t at = 0;
  const UChar32 first = next_character(word, at);
  if (u_islower(first) != 0) return Case::Lower;
  if (u_isupper(first) == 0) return Case::None;
  while (at < word.size()) {
    if (u_islower(next_character(word, at)) != 0) return Case::Capital;
  }
  return Case::AllCapitals;
}

std::string_view word_of(std::string_view text, const Token& token) {
  std::string_view word = text.substr(token.begin, token.end - token.begin);
  if (!token.whole) return word;
  const std::size_t joint = word.find_last_of("-&@");
  return joint == std::string_view::npos ? word : word.substr(joint + 1);
}

/// Whether only blanks and quotes are between the word and the end of a sentence or a beginning.
bool begins_sentence(std::string_view text, std::size_t begin) {
  constexpr std::array<std::string_view, 8> quotes{"“", "”", "„", "«", "»", "‘", "’", "—"};
  while (begin > 0) {
    const std::string_view before = text.substr(0, begin);
    const char last = before.back();
    if (std::string_view(".!?:;\n\r(-*").find(last) != std::string_view::npos) return true;
    const auto quote = std::find_if(quotes.begin(), quotes.end(),
                                    [&](std::string_view q) { return before.ends_with(q); });
    if (quote != quotes.end() || last == '"' || last == '\'') return true;
    if (last != ' ' && last != '\t') return false;
    --begin;
  }
  return true;
}

bool is_neighbour(const Token* before, const Token& token) {
  return before != nullptr && !token.whole && token.begin == before->end + 1;
}

/// As adjectives end that begin a sentence: `Neue Regierung`.
bool ends_as_adjective(std::string_view form) {
  return form.ends_with("e") || form.ends_with("er") || form.ends_with("es") ||
         form.ends_with("en") || form.ends_with("em");
}

}  // namespace

NameForms::NameForms(std::string_view language)
    : language_(language.substr(0, language.find('-'))),
      is_english_(language_.empty() || language_ == "en") {}

/// Every noun has a capital, so the word before it must have one as well.
unsigned NameForms::german_evidence(std::string_view text, const Token& token,
                                    const Token* before) const {
  if (!is_neighbour(before, token) || case_of(word_of(text, *before)) != Case::Capital) return 0;
  if (Analyzer::is_stop_word(before->form, language_)) return 0;
  if (begins_sentence(text, before->begin) && ends_as_adjective(before->form)) return 0;
  return Strong;
}

/// Only of English we know which words are common.
bool NameForms::may_be_english(const std::string& form) const {
  return is_english_ && form.front() >= 'a' && form.front() <= 'z';
}

unsigned NameForms::evidence(std::string_view text, const Token& token, const Token* before,
                             bool headline) const {
  if (token.form.size() < shortest) return 0;
  switch (case_of(word_of(text, token))) {
    case Case::Lower:
      return Lower;
    case Case::None:
      return Weak;
    case Case::AllCapitals:
      return may_be_english(token.form) ? unsigned{Weak} : 0U;
    case Case::Capital:
      if (language_ == "de") return german_evidence(text, token, before);
      if (!headline && !begins_sentence(text, token.begin)) return Strong;
      return may_be_english(token.form) ? unsigned{Weak} : 0U;
  }
  return 0;
}

unsigned NameForms::in_name(const Token& token) const {
  return token.form.size() < shortest ? 0U : unsigned{Certain};
}

bool NameForms::is_name(std::string_view form, unsigned evidence) const {
  if ((evidence & Certain) != 0) return true;
  if ((evidence & Lower) != 0 || evidence == 0) return false;
  if (Analyzer::is_stop_word(form, language_)) return false;
  return (evidence & Strong) != 0 || !is_common_english(form);
}

}  // namespace news
