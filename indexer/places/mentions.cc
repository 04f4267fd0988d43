#include "indexer/places/mentions.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

#include "indexer/places/name_stem.h"
#include "indexer/places/people.h"

namespace news {

namespace {

bool is_place(const PlaceName* name) { return name != nullptr && name->kind != PlaceKind::None; }

/// `US`, `UK`, `UAE` are names only in capitals, or with points.
bool is_short_name(const NameWord& word) {
  constexpr std::size_t longest = 3;
  return word.form.size() <= longest && static_cast<unsigned char>(word.form[0]) < 0x80;
}

bool goes_on(Gap gap) { return gap == Gap::Space || gap == Gap::Hyphen || gap == Gap::Point; }

}  // namespace

struct MentionFinder::Private {
  explicit Private(std::string_view tag)
      : language(tag.empty() ? "en" : base_language(tag)), stemmer(language) {}

  /// A name and how many words it has.
  struct Found {
    const PlaceName* name = nullptr;
    std::size_t count = 0;
  };

  const std::string& stem(std::size_t word, const std::vector<NameWord>& words) {
    if (stems[word].empty()) stems[word] = stemmer.stem(words[word].form);
    return stems[word];
  }

  /// The longest name that begins with the word, among those of this language, or those of all.
  template <class Form>
  Found longest(const std::vector<NameWord>& words, std::size_t first, std::string key, Form form) {
    key += form(first);
    const PlaceName* name = find_place(key);
    if (name == nullptr) return {};
    Found found = is_place(name) ? Found{name, 1} : Found{};
    const std::size_t most = std::min<std::size_t>(name->longest, words.size() - first);
    for (std::size_t count = 2; count <= most && goes_on(words[first + count - 1].gap); ++count) {
      key += ' ';
      key += form(first + count - 1);
      const PlaceName* longer = find_place(key);
      if (is_place(longer)) found = {longer, count};
    }
    return found;
  }

  Found at(const std::vector<NameWord>& words, std::size_t first) {
    const auto form = [&](std::size_t word) -> const std::string& { return words[word].form; };
    const auto stemmed = [&](std::size_t word) -> const std::string& { return stem(word, words); };
    const Found here = longest(words, first, language + ':', stemmed);
    if (!words[first].capital) return here;
    Found other = longest(words, first, "", form);
    // Berlins, Helsingin: the case of a name that is known in its first.
    if (other.count == 0 && here.count == 0 && language != "en") {
      const PlaceName* name = find_place(stem(first, words));
      if (is_place(name)) other = {name, 1};
    }
    return other.count > here.count ? other : here;
  }

  bool is_written_as_name(const std::vector<NameWord>& words, std::size_t first,
                          const Found& found) {
    const NameWord& word = words[first];
    const PlaceName& name = *found.name;
    if (name.kind == PlaceKind::Thing) return true;
    if (found.count == 1 && is_short_name(word) && !word.all_caps && !word.pointed) return false;
    if (word.capital) return true;
    return language != "en" &&
           (name.kind == PlaceKind::Demonym ||
            (name.kind == PlaceKind::Country && found.count == 1 &&
             is_place(find_place(adjective_key(language, word.form, stem(first, words))))));
  }

  std::string language;
  NameStemmer stemmer;
  std::vector<std::string> stems;
};

MentionFinder::MentionFinder(std::string_view language)
    : private_(std::make_unique<Private>(language)) {}
MentionFinder::~MentionFinder() = default;
MentionFinder::MentionFinder(MentionFinder&&) noexcept = default;
MentionFinder& MentionFinder::operator=(MentionFinder&&) noexcept = default;

namespace {

/// The state that `word` is, written out or as by the post office or the agencies.
const PlaceName* state_at(const std::vector<NameWord>& words, std::size_t word,
                          const PlaceName* name, const PlaceName& town) {
  if (name != nullptr && name->is(PlaceName::state)) return name;
  if (name != nullptr && !name->other_country().empty()) {
    const PlaceName* same = find_place(words[word].form);
    const bool is_state = same != nullptr && same->is(PlaceName::state);
    return is_state && name->country() != town.country() ? same : nullptr;
  }
  if (!words[word].all_caps && !words[word].pointed) {
    const bool is_abbreviated =
        word + 1 < words.size() && words[word + 1].gap == Gap::Point && words[word].capital;
    if (!is_abbreviated) return nullptr;
  }
  return find_place("state:" + words[word].form);
}

}  // namespace

std::vector<Mention> MentionFinder::find(const std::vector<NameWord>& words) {
  Private& p = *private_;
  p.stems.assign(words.size(), {});
  std::vector<Mention> mentions;
  for (std::size_t word = 0; word < words.size();) {
    // Only names have capitals in English; elsewhere a demonym may be in lower case.
    const bool may_be_name = words[word].capital || p.language != "en";
    const auto found = may_be_name ? p.at(words, word) : Private::Found{};
    const bool is_name = found.count > 0 && p.is_written_as_name(words, word, found);
    if (!mentions.empty() && words[word].gap == Gap::Comma &&
        mentions.back().word + mentions.back().count == word) {
      mentions.back().state =
          state_at(words, word, is_name ? found.name : nullptr, *mentions.back().name);
    }
    if (is_name) mentions.push_back({found.name, word, found.count});
    word += is_name ? found.count : 1;
  }
  drop_people(words, p.language, mentions);
  return mentions;
}

}  // namespace news
