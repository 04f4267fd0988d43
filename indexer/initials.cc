#include "indexer/initials.h"

#include <unicode/uchar.h>

#include <cstddef>

#include "common/text.h"

namespace news {

namespace {

// Letters; two are too many names', and six are a word.
constexpr std::size_t fewest = 3;
constexpr std::size_t most = 5;

// Between the words of a name: so many words of so few bytes, such as `of the`, `de`, `für`.
constexpr std::size_t most_between = 2;
constexpr std::size_t longest_between = 4;

// Words all in capitals up to so many letters are initials themselves; longer ones are a headline.
constexpr std::size_t longest_acronym = 3;

/// The first letter of a folded form, or all of those of an acronym.
struct Part {
  std::string letters;
  std::size_t count = 0;
  std::uint32_t position = 0;
};

std::size_t letters_in(std::string_view form) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < form.size(); ++count) next_character(form, at);
  return count;
}

bool has_lower_case(std::string_view word) {
  for (std::size_t at = 0; at < word.size();) {
    if (u_islower(next_character(word, at)) != 0) return true;
  }
  return false;
}

bool begins_with_capital(std::string_view word) {
  std::size_t at = 0;
  return u_isupper(next_character(word, at)) != 0;
}

/// Nothing for a word that is no part of a name.
Part part_of(std::string_view text, const Token& token) {
  const std::string_view word = text.substr(token.begin, token.end - token.begin);
  if (!begins_with_capital(word)) return {};
  if (!has_lower_case(word) && letters_in(token.form) > 1) {
    const std::size_t count = letters_in(token.form);
    if (count > longest_acronym) return {};
    return {token.form, count, token.position};
  }
  std::size_t end = 0;
  next_character(token.form, end);
  return {token.form.substr(0, end), 1, token.position};
}

bool may_stand_between(std::string_view text, const Token& token) {
  const std::string_view word = text.substr(token.begin, token.end - token.begin);
  return word.size() <= longest_between && !begins_with_capital(word) && has_lower_case(word);
}

bool is_next(std::string_view text, const Token& before, const Token& token) {
  if (token.begin != before.end + 1) return false;
  const char between = text[before.end];
  return between == ' ' || between == '-' || between == '&';
}

/// The initials of each part of a row of words.
void add_row(const std::vector<Part>& row, std::vector<Initials>& found) {
  for (std::size_t first = 0; first < row.size(); ++first) {
    std::string letters = row[first].letters;
    std::size_t count = row[first].count;
    for (std::size_t i = first + 1; i < row.size(); ++i) {
      letters += row[i].letters;
      count += row[i].count;
      if (count > most) break;
      if (count >= fewest) found.push_back({letters, row[first].position});
    }
  }
}

}  // namespace

std::vector<Initials> initials_of(std::string_view text, const std::vector<Token>& tokens) {
  std::vector<Initials> found;
  std::vector<Part> row;
  const Token* before = nullptr;
  std::size_t between = 0;
  const auto end_row = [&] {
    add_row(row, found);
    row.clear();
    between = 0;
  };
  for (const Token& token : tokens) {
    if (token.whole) continue;
    if (before != nullptr && !is_next(text, *before, token)) end_row();
    before = &token;
    if (!row.empty() && between < most_between && may_stand_between(text, token)) {
      ++between;
      continue;
    }
    Part part = part_of(text, token);
    if (part.count == 0) {
      end_row();
      continue;
    }
    row.push_back(std::move(part));
    between = 0;
  }
  end_row();
  return found;
}

}  // namespace news
