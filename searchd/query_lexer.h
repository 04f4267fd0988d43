#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace news {

/// The smallest parts of a query as typed.
struct QueryToken {
  enum class Kind { Word, Phrase, Code, Field, Open, Close, And, Or, Not, Near, Plus };

  Kind kind = Kind::Word;
  std::string text;  ///< As typed; of a field its name, in lower case; of a code what is in <>.
  unsigned distance = 0;  ///< Of Near.

  bool operator==(const QueryToken&) const = default;
};

/// Cuts a query, which is any bytes, into tokens; what had to be changed goes to `notes`.
std::vector<QueryToken> lex_query(std::string_view q, std::vector<std::string>& notes);

/// Whether a field takes words of the text (`title:`), rather than a value (`country:`).
bool is_text_field(std::string_view name);

}  // namespace news
