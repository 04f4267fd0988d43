#pragma once

#include <string>
#include <string_view>

#include "common/analysis/analyzer.h"

namespace news {

/// Which forms of an article are names there, as far as its capitals tell: what has a capital
/// inside a sentence and never stands in lower case, or, in English, has one where every word would
/// and is no common word. German nouns have capitals too; there a name is what follows another word
/// with one (`Präsident Selenskyj`). In scripts without capitals every word may be one. Words of
/// people's and places' own fields always are.
///
/// Each time that a form stands somewhere is a piece of evidence; a form is judged by all of its
/// pieces, joined by |.
class NameForms {
 public:
  /// Of articles in that language.
  explicit NameForms(std::string_view language);

  /// The evidence of a word in a text, where the word `before`, if any, is the one before it.
  unsigned in_text(std::string_view text, const Token& token, const Token* before) const {
    return evidence(text, token, before, false);
  }
  /// The same in a headline, where every word may have a capital.
  unsigned in_headline(std::string_view text, const Token& token, const Token* before) const {
    return evidence(text, token, before, true);
  }
  /// That of a word of a name.
  unsigned in_name(const Token& token) const;

  bool is_name(std::string_view form, unsigned evidence) const;

 private:
  unsigned evidence(std::string_view text, const Token& token, const Token* before,
                    bool headline) const;
  unsigned german_evidence(std::string_view text, const Token& token, const Token* before) const;
  bool may_be_english(const std::string& form) const;

  std::string language_;
  bool is_english_;
};

}  // namespace news
