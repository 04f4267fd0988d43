#include "searchd/name_variants.h"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>

#include "common/names/city_names.h"
#include "common/names/known_names.h"
#include "common/names/name_key.h"
#include "common/names/same_name.h"
#include "common/schema.h"
#include "searchd/country_words.h"

namespace news {

namespace {

// Letters; shorter words have too many neighbours.
constexpr std::size_t shortest = 3;

std::vector<std::string> words_of(std::string_view name) {
  std::vector<std::string> words;
  while (true) {
    const std::size_t end = name.find(' ');
    words.emplace_back(name.substr(0, end));
    if (end == std::string_view::npos) return words;
    name.remove_prefix(end + 1);
  }
}

std::string join(const std::vector<std::string>& words) {
  std::string name;
  for (const std::string& word : words) name += (name.empty() ? "" : " ") + word;
  return name;
}

/// Whether the words of `part` are among those of `name`, side by side.
bool contains_words(const std::string& name, const std::string& part) {
  return (" " + name + " ").find(" " + part + " ") != std::string::npos;
}

}  // namespace

/// A form has a term of its own where it differs from its stem; where it does not, it is in the
/// articles with the stem but for those that never have it bare.
Xapian::doccount NameVariants::frequency(const std::string& form) const {
  const Xapian::doccount stems = articles_.frequency(form);
  const Xapian::doccount never_bare = articles_.frequency(schema::never_bare_term(form));
  return articles_.frequency(schema::exact_term(form)) + stems - std::min(stems, never_bare);
}

Xapian::doccount NameVariants::articles_as_name(const std::string& key,
                                                const std::string& form) const {
  const Xapian::doccount articles = articles_.frequency(schema::name_term(key, form));
  return articles > 0 && 2 * articles >= frequency(form) ? articles : 0;
}

bool NameVariants::is_stop_word(const std::string& form) const {
  return std::any_of(languages_.begin(), languages_.end(), [&](const ArchiveLanguage& language) {
    return Analyzer::is_stop_word(form, language.code);
  });
}

bool NameVariants::may_be_name(const std::string& form, const std::string& key) const {
  if (is_stop_word(form)) return false;
  if (frequency(form) > 0) return articles_as_name(key, form) > 0;
  // A word that only other forms of are in the archive is as they are.
  return std::none_of(languages_.begin(), languages_.end(), [&](const ArchiveLanguage& language) {
    const std::string stem = analyzer_.stem(form, language.code);
    return articles_.frequency(stem) > 0 && articles_as_name(name_key(romanize(stem)), stem) == 0;
  });
}

/// In both parts, each once.
std::vector<std::string> NameVariants::forms_of(const std::string& key) const {
  std::vector<std::string> recent = name_forms(key, articles_.recent(), most_compared);
  const auto& file = articles_.files().postings;
  if (!file) return recent;
  const BaseNameForms::Forms base = base_names_.of(key, *file, most_compared);
  std::vector<std::string> both;
  std::set_union(base->begin(), base->end(), recent.begin(), recent.end(),
                 std::back_inserter(both));
  return both;
}

void NameVariants::add_spellings(const std::string& form, const Romanized& name,
                                 std::vector<Variant>& variants) const {
  std::size_t compared = 0;
  for (const std::string& key : name_keys(name)) {
    for (std::string& other : forms_of(key)) {
      if (++compared > most_compared) return;
      if (other == form || !same_name(name, romanize(other))) continue;
      const Xapian::doccount articles = articles_as_name(key, other);
      if (articles > 0) variants.push_back({articles, std::move(other)});
    }
  }
}

/// At most as many as have all of the words, of which one must be a name: `le cap` is also what
/// ships take.
Xapian::doccount NameVariants::articles_of_phrase(std::vector<std::string> words) const {
  // Long words are rare, so that most names end with the first.
  std::sort(words.begin(), words.end(),
            [](const std::string& a, const std::string& b) { return a.size() > b.size(); });
  Xapian::doccount articles = 0;
  bool has_name = false;
  for (const std::string& word : words) {
    if (is_stop_word(word)) continue;
    const Xapian::doccount those = frequency(word);
    if (those == 0) return 0;
    const std::string key = name_key(romanize(word));
    has_name = has_name || key.empty() || articles_as_name(key, word) > 0;
    articles = articles == 0 ? those : std::min(articles, those);
  }
  return has_name ? articles : 0;
}

Xapian::doccount NameVariants::articles_of(const std::string& name) const {
  const std::vector<std::string> words = words_of(name);
  if (words.size() > 1) return articles_of_phrase(words);
  return articles_as_name(name_key(romanize(name)), name);
}

/// Leaves out what only has more words than `form`, whose articles have `form` as well, or fewer.
void NameVariants::add_known(const std::string& form, const std::vector<std::string_view>& names,
                             std::vector<Variant>& variants) const {
  for (const std::string_view name : names) {
    std::string other(name);
    if (contains_words(other, form) || contains_words(form, other)) continue;
    const bool known = std::any_of(variants.begin(), variants.end(),
                                   [&](const Variant& variant) { return variant.form == other; });
    const Xapian::doccount articles = known ? 0 : articles_of(other);
    if (articles > 0) variants.push_back({articles, std::move(other)});
  }
}

bool NameVariants::may_be_initials(const std::string& form) const {
  if (articles_.frequency(schema::initials_term(form)) == 0) return false;
  return may_be_name(form, name_key(romanize(form)));
}

std::vector<std::string> NameVariants::of(const std::string& form) const {
  const Romanized name = romanize(form);
  const std::string key = name_key(name);
  if (name.text.size() < shortest || key.empty() || !may_be_name(form, key)) return {};
  std::vector<Variant> variants;
  add_spellings(form, name, variants);
  add_known(form, known_spellings(form), variants);
  add_known(form, names_of_city(form), variants);
  add_known(form, words_of_country(form), variants);
  return most_frequent(std::move(variants));
}

std::vector<std::string> NameVariants::of_city(const std::vector<std::string>& words) const {
  const std::string form = join(words);
  const std::vector<std::string_view> names = names_of_city(form);
  std::vector<Variant> variants;
  if (!names.empty() && articles_of_phrase(words) > 0) add_known(form, names, variants);
  return most_frequent(std::move(variants));
}

std::vector<std::string> NameVariants::most_frequent(std::vector<Variant> variants) {
  std::vector<std::string> forms;
  std::sort(variants.begin(), variants.end(), [](const Variant& a, const Variant& b) {
    return std::pair(b.articles, std::string_view(a.form)) <
           std::pair(a.articles, std::string_view(b.form));
  });
  for (Variant& variant : variants) {
    if (forms.size() < most_variants) forms.push_back(std::move(variant.form));
  }
  return forms;
}

}  // namespace news
