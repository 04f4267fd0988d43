#pragma once

#include <string>
#include <vector>

namespace news {

/// A query as it was understood: a tree that knows nothing of stems, terms or Xapian.
struct QueryNode {
  enum class Kind {
    Word,      ///< `text`, as typed; found in all its forms.
    Phrase,    ///< The words of `text`, next to each other and in this very form.
    Wildcard,  ///< Words that begin with `text` (typed `text*`).
    Near,      ///< `children` (words and phrases) at most `distance` words apart, any order.
    Filter,    ///< `field` is the name of a facet, `before`, `after`, `date`, `has` or `id`.
    And,       ///< All `children`; those of kind Not are left out of what the others find.
    Or,        ///< Any of `children`.
    Not,       ///< Whatever the one child does not match.
  };

  Kind kind = Kind::Word;
  std::string text;   ///< Of words, phrases and wildcards; the value of a filter.
  std::string field;  ///< Of words, phrases and wildcards: `title`, `author` or empty for all.
  bool plus = false;  ///< Of a word: written `+word`; of And: its children were joined by AND.
                      ///< Such words are searched for even if they are stop words, and never left
                      ///< out to find more.
  unsigned distance = 0;
  std::vector<QueryNode> children;
  /// Of words: other spellings that are found as well (see NameSpellings), folded; one may be of
  /// several words, which are found next to each other.
  std::vector<std::string> variants;
  /// Of words: names of several words with these initials are found as well.
  bool initials = false;
  /// Of words: what stood behind it in angle brackets, as agencies write a company's code
  /// (`Rogers <ROG>`), as typed. It says the same again: an article may have either.
  std::string code = {};

  bool operator==(const QueryNode&) const = default;
};

/// The query in our own syntax, with brackets only where needed. Parsing it gives the same tree.
std::string to_string(const QueryNode& query);

}  // namespace news
