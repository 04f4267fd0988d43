#include "common/byline.h"

#include <algorithm>
#include <array>
#include <utility>

#include "common/analysis/analyzer.h"
#include "common/byline_parts.h"
#include "common/byline_words.h"
#include "common/country.h"
#include "common/person_name.h"
#include "common/text.h"

namespace news {
namespace {

using Before = BylinePart::Before;
using Parts = std::vector<BylinePart>;

constexpr std::size_t most_words = 7;
constexpr std::size_t most_bytes = 100;

std::string key_of(const std::string& text) {
  std::string key = fold_key(text);
  while (key.ends_with('.')) key.pop_back();
  return key;
}

bool is_place(const std::string& key) { return is_known_place(key) || country_code(key); }

/// "This story was": small words that no name has.
bool is_phrase(const BylinePart& part) {
  constexpr std::array particles{"van", "von", "der", "den",   "ten", "ter", "de", "del", "di",
                                 "da",  "dos", "das", "della", "do",  "du",  "la", "le",  "af",
                                 "av",  "zu",  "al",  "el",    "bin", "ibn", "of"};
  if (part.words.size() < 3) return false;
  return std::any_of(part.words.begin() + 1, part.words.end(), [&](const std::string& word) {
    const bool is_small = word[0] >= 'a' && word[0] <= 'z';
    return is_small && std::find(particles.begin(), particles.end(), word) == particles.end();
  });
}

/// The part without an agency that stands behind the name with no comma between.
void drop_agency(BylinePart& part) {
  constexpr std::size_t most_agency_words = 4;
  const std::size_t count = part.words.size();
  for (std::size_t i = std::min(count, most_agency_words + 1) - 1; i > 0; --i) {
    const auto first = part.words.end() - static_cast<std::ptrdiff_t>(i);
    if (first == part.words.begin()) continue;
    const BylinePart end{.words = {first, part.words.end()}};
    if (!is_news_agency(key_of(end.text()))) continue;
    part.words.erase(first, part.words.end());
    return;
  }
}

/// "Professor Tom O'Neil", but not "Professor of Law".
bool begins_with_honorific(const BylinePart& part) {
  if (part.words.size() < 2 || !is_honorific(key_of(part.words.front()))) return false;
  const char next = part.words[1][0];
  const BylinePart rest{.words = {part.words.begin() + 1, part.words.end()}};
  return !(next >= 'a' && next <= 'z') && !is_role(key_of(rest.text()));
}

/// The name without honorifics and stray signs, in its usual spelling.
std::string name_of(const BylinePart& part) {
  auto first = part.words.begin();
  while (first + 1 < part.words.end() && is_honorific(key_of(*first))) ++first;
  BylinePart bare{.words = {first, part.words.end()}};
  std::string& last = bare.words.back();
  constexpr std::size_t longest_abbreviation = 4;  // "P.", "Jr."
  if (last.ends_with('.') && last.size() > longest_abbreviation) last.pop_back();
  std::string name = bare.text();
  const auto is_stray = [](char c) {
    return std::string_view("\"*_-<>").find(c) != std::string_view::npos;
  };
  while (!name.empty() && is_stray(name.front())) name.erase(0, 1);
  while (!name.empty() && is_stray(name.back())) name.pop_back();
  return usual_spelling(clean_line(name));
}

bool may_be_name(const BylinePart& part, const std::string& key) {
  const bool fits = part.words.size() <= most_words && key.size() <= most_bytes;
  const bool has_number = std::any_of(  // "and 2 others", "on Monday, November 18th"
      part.words.begin(), part.words.end(),
      [](const std::string& word) { return word[0] >= '0' && word[0] <= '9'; });
  const bool is_credit = !credits_writer(key_of(part.words.front())).value_or(true);
  return fits && has_letter_or_digit(key) && !has_number && !is_credit && !is_phrase(part) &&
         !is_organisation(key);
}

/// Collects people from one part after the other.
class People {
 public:
  void take(BylinePart part) {
    if (!part.is_writer || part.before == Before::Aside) return;
    drop_agency(part);
    const std::string key = key_of(part.text());
    if (key.empty()) return;
    const bool is_first = std::exchange(is_first_, false);
    if (!is_first && authors_.empty() && is_behind(part) && part.words.size() == 1) return;
    if (take_suffix(key) || take_role(part, key) || part.before == Before::Bracket) return;
    if (may_be_name(part, key) && !is_place_behind_name(part, key)) add(name_of(part));
  }

  void add(std::string name) {
    const std::string key = fold_key(name);
    const bool is_known = std::find(keys_.begin(), keys_.end(), key) != keys_.end();
    if (is_known || !has_letter_or_digit(name)) return;
    keys_.push_back(key);
    authors_.push_back({.name = std::move(name), .role = {}, .bio = {}, .url = {}});
  }

  std::vector<Author> done() { return std::move(authors_); }

 private:
  bool take_suffix(const std::string& key) {
    const auto is_part = is_name_suffix(key);
    if (!is_part || authors_.empty()) return false;
    std::string suffix = key.size() > 2 ? key : key + '.';
    suffix[0] = static_cast<char>(suffix[0] - 'a' + 'A');
    const bool is_numeral = key.find_first_not_of("iv") == std::string::npos;
    if (is_numeral) suffix = usual_numeral(key);
    if (*is_part) authors_.back().name += ' ' + suffix;
    return true;
  }

  static std::string usual_numeral(std::string key) {
    std::transform(key.begin(), key.end(), key.begin(),
                   [](char c) { return static_cast<char>(c - 'a' + 'A'); });
    return key;
  }

  /// What somebody does, behind the name; in front of all names it says nothing of anyone.
  bool take_role(const BylinePart& part, const std::string& key) {
    if (!is_role(key) || begins_with_honorific(part)) return false;
    if (part.before == Before::Start && authors_.empty()) return may_be_only_role(part);
    if (authors_.empty() || is_organisation(key)) return true;
    std::string& role = authors_.back().role;
    role += role.empty() ? part.text() : ", " + part.text();
    return true;
  }

  /// "Staff Writer", but not "Anna Kowalska Chief".
  static bool may_be_only_role(const BylinePart& part) {
    return is_role(key_of(part.words.back()));
  }

  /// "Anna Kowalska, Kyiv": a single word behind a whole name.
  bool is_place_behind_name(const BylinePart& part, const std::string& key) const {
    if (authors_.empty()) return false;
    if (is_place(key)) return true;
    const bool is_whole = authors_.front().name.find(' ') != std::string::npos;
    return is_behind(part) && part.words.size() == 1 && is_whole;
  }

  static bool is_behind(const BylinePart& part) {
    return part.before == Before::Comma || part.before == Before::Bar;
  }

  std::vector<Author> authors_;
  std::vector<std::string> keys_;
  bool is_first_ = true;
};

/// Whether all of it is "Last, First; Last, First".
bool is_turned_round(const Parts& parts) {
  if (parts.empty() || parts.size() % 2 != 0) return false;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const bool is_last_name = i % 2 == 0;
    const std::string key = key_of(parts[i].text());
    if (parts[i].before != (is_last_name ? Before::Start : Before::Comma)) return false;
    if (!parts[i].is_writer || parts[i].words.size() > 2) return false;
    if (is_organisation(key) || is_role(key) || is_place(key) || is_name_suffix(key)) return false;
  }
  const bool is_one = parts.size() == 2;
  const auto& first = parts[1].words;
  constexpr std::size_t longest_initial = 2;
  return !is_one || (parts[0].words.size() == 1 &&
                     (first.size() == 1 || first.back().size() <= longest_initial));
}

std::vector<Author> read_turned_round(const Parts& parts) {
  People people;
  for (std::size_t i = 0; i + 1 < parts.size(); i += 2) {
    people.add(usual_spelling(parts[i + 1].text() + ' ' + parts[i].text()));
  }
  return people.done();
}

}  // namespace

std::vector<Author> read_byline(std::string_view byline) {
  Parts parts = byline_parts(byline);
  if (is_turned_round(parts)) return read_turned_round(parts);
  const bool all_in_brackets = std::all_of(parts.begin(), parts.end(), [](const BylinePart& part) {
    return part.before == Before::Bracket;  // anna@a.example (Anna Kowalska), without the address
  });
  People people;
  for (BylinePart& part : parts) {
    if (all_in_brackets) part.before = Before::Start;
    people.take(std::move(part));
  }
  return people.done();
}

std::string agency_of_byline(std::string_view byline) {
  const Parts parts = byline_parts(byline);
  if (parts.size() != 1 || !is_news_agency(key_of(parts[0].text()))) return {};
  return parts[0].text();
}

}  // namespace news
