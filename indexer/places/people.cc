#include "indexer/places/people.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <unordered_map>

#include "common/analysis/stop_words.h"

namespace news {

namespace {

/// Judges the mentions of one text by the words beside them.
class PeopleFinder {
 public:
  PeopleFinder(const std::vector<NameWord>& words, std::string_view language,
               const std::vector<Mention>& mentions)
      : words_(words), is_english_(language == "en"), is_in_place_(words.size()) {
    for (const Mention& mention : mentions) {
      const auto begin = is_in_place_.begin() + static_cast<std::ptrdiff_t>(mention.word);
      std::fill(begin, begin + static_cast<std::ptrdiff_t>(mention.count), true);
    }
    const auto caps = std::count_if(words.begin(), words.end(),
                                    [](const NameWord& word) { return word.all_caps; });
    is_in_capitals_ = static_cast<std::size_t>(caps) * 2 > words.size();
  }

  /// Whether the words beside it make a person of it.
  bool is_person(const Mention& mention) const {
    if (mention.name->kind == PlaceKind::Demonym || mention.count > 1) return false;
    if (mention.state != nullptr) return false;
    return follows_given_name(mention) || follows_title(mention) || is_given_name(mention) ||
           is_surname(mention);
  }

  /// Whether a word before it says that a place is meant.
  bool follows_preposition(const Mention& mention) const {
    if (mention.word == 0 || words_[mention.word].gap != Gap::Space) return false;
    const std::string& before = words_[mention.word - 1].form;
    return before == "in" || before == "to" || before == "from" || before == "near" ||
           before == "across" || before == "into" || before == "throughout" || before == "inside";
  }

 private:
  const NameWord* before(const Mention& mention) const {
    return mention.word == 0 ? nullptr : &words_[mention.word - 1];
  }

  bool is_given(const NameWord& word) const {
    const PlaceName* name = find_place(word.form);
    return word.capital && !is_function_word(word.form, "en") && name != nullptr &&
           name->is(PlaceName::given_name);
  }

  /// A word with a capital that is neither a place nor an English word: a name.
  bool is_name_like(std::size_t word) const {
    const NameWord& w = words_[word];
    if (!w.capital || w.all_caps || is_in_place_[word]) return false;
    // O'Keeffe, but not the A of an enumeration.
    const bool is_joined = word + 1 < words_.size() && words_[word + 1].gap == Gap::Hyphen;
    if (w.form.size() < 2) return is_joined;
    if (w.form[0] >= '0' && w.form[0] <= '9') return false;
    return is_english_ && !is_function_word(w.form, "en") && !is_common_english(w.form);
  }

  bool is_adjacent(std::size_t word) const {
    return word < words_.size() && words_[word].gap == Gap::Space;
  }

  bool follows_given_name(const Mention& mention) const {
    if (mention.word == 0 || !is_adjacent(mention.word)) return false;
    const std::size_t previous = mention.word - 1;
    return !words_[previous].possessive && is_given(words_[previous]);
  }

  /// `Mr. Jordan`, `Sen. Chad`: a short word with a point.
  bool follows_title(const Mention& mention) const {
    constexpr std::size_t longest_title = 4;
    const NameWord* previous = before(mention);
    if (previous == nullptr || words_[mention.word].gap != Gap::Point) return false;
    const bool opens = mention.word < 2 || words_[mention.word - 1].gap != Gap::Point;
    return previous->capital && !previous->all_caps && !previous->pointed && opens &&
           previous->form.size() <= longest_title && !is_in_place_[mention.word - 1] &&
           !is_state_abbreviation(previous->form);
  }

  static bool is_state_abbreviation(const std::string& form) {
    return find_place("state:" + form) != nullptr;
  }

  /// `Jordan Peterson`, `Paris Hilton`.
  bool is_given_name(const Mention& mention) const {
    const std::size_t next = mention.word + mention.count;
    if (is_in_capitals_ || words_[next - 1].possessive || !is_adjacent(next)) return false;
    return (is_name_like(next) || is_full_name(mention, next)) && !follows_place_word(mention);
  }

  /// `Chad Smith`: what may be a name before a known surname that is also a word or a town.
  bool is_full_name(const Mention& mention, std::size_t next) const {
    const PlaceName* after = find_place(words_[next].form);
    if (!words_[next].capital || after == nullptr) return false;
    if (after->kind == PlaceKind::City && is_given(words_[mention.word])) return true;
    if (!after->is(PlaceName::surname)) return false;
    const bool is_town = mention.name->kind == PlaceKind::City;
    const std::string& form = words_[mention.word].form;
    return is_given(words_[mention.word]) || (is_english_ && (is_town || is_common_english(form)));
  }

  /// `DeAndre Jordan`, `Ms Chad`.
  bool is_surname(const Mention& mention) const {
    if (is_in_capitals_ || mention.word == 0 || !is_adjacent(mention.word)) return false;
    const std::size_t previous = mention.word - 1;
    return !words_[previous].possessive && is_name_like(previous);
  }

  bool follows_place_word(const Mention& mention) const {
    return mention.name->kind == PlaceKind::Country && !mention.name->is(PlaceName::given_name) &&
           follows_preposition(mention);
  }

  const std::vector<NameWord>& words_;
  bool is_english_;
  bool is_in_capitals_ = false;
  std::vector<bool> is_in_place_;
};

}  // namespace

void drop_people(const std::vector<NameWord>& words, std::string_view language,
                 std::vector<Mention>& mentions) {
  const PeopleFinder people(words, language, mentions);
  std::unordered_map<std::string, int> balance;
  for (const Mention& mention : mentions) {
    balance[words[mention.word].form] += people.is_person(mention)             ? 3
                                         : people.follows_preposition(mention) ? -2
                                                                               : -1;
  }
  std::erase_if(mentions, [&](const Mention& mention) {
    if (mention.name->kind == PlaceKind::Thing || people.is_person(mention)) return true;
    return mention.count == 1 && balance[words[mention.word].form] > 0 &&
           !people.follows_preposition(mention);
  });
}

}  // namespace news
