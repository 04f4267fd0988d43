#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "common/analysis/analyzer.h"

namespace news {

/// Which forms of an article are names there, as far as its capitals tell: what has a capital
/// inside a sentence and never stands in lower case, or, in English, has one where every word would
/// and is no common word. German nouns have capitals too; there a name is what follows another word
/// with one (`Präsident Selenskyj`). In scripts without capitals every word may be one. Words of
/// people's and places' own fields always are.
/// For one article and one thread.
class NameForms {
 public:
  explicit NameForms(std::string_view language);

  /// Takes in a text with its tokens. In a headline every word may have a capital.
  void add_text(std::string_view text, const std::vector<Token>& tokens, bool headline);
  /// Takes in a name.
  void add_name(const std::vector<Token>& tokens);

  /// The names, sorted.
  std::vector<std::string> take();

 private:
  enum Evidence : unsigned { Lower = 1, Weak = 2, Strong = 4, Certain = 8 };

  unsigned evidence(std::string_view text, const Token& token, const Token* before,
                    bool headline) const;
  unsigned german_evidence(std::string_view text, const Token& token, const Token* before) const;
  bool may_be_english(const std::string& form) const;
  bool is_name(const std::string& form, unsigned evidence) const;

  std::string language_;
  bool is_english_;
  std::unordered_map<std::string, unsigned> seen_;
  std::unordered_set<std::size_t> lower_;  // hashes: most words are, and few of them matter
};

}  // namespace news
