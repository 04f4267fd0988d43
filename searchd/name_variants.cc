#include "searchd/name_variants.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "common/names/city_names.h"
#include "common/names/name_key.h"
#include "common/names/same_name.h"
#include "common/schema.h"

namespace news {

namespace {

// Letters; shorter words have too many neighbours.
constexpr std::size_t shortest = 3;

}  // namespace

/// A form has a term of its own where it differs from its stem; where it does not, it is in the
/// articles with the stem but for those that never have it bare.
Xapian::doccount NameVariants::frequency(const std::string& form) const {
  const Xapian::doccount stems = database_.get_termfreq(form);
  const Xapian::doccount never_bare = database_.get_termfreq(schema::never_bare_term(form));
  return database_.get_termfreq(schema::exact_term(form)) + stems - std::min(stems, never_bare);
}

Xapian::doccount NameVariants::articles_as_name(const std::string& key,
                                                const std::string& form) const {
  const Xapian::doccount articles = database_.get_termfreq(schema::name_term(key, form));
  return 2 * articles >= frequency(form) ? articles : 0;
}

bool NameVariants::may_be_name(const std::string& form, const std::string& key) const {
  const bool is_stop_word = std::any_of(
      languages_.begin(), languages_.end(),
      [&](const ArchiveLanguage& language) { return Analyzer::is_stop_word(form, language.code); });
  if (is_stop_word) return false;
  if (frequency(form) > 0) return articles_as_name(key, form) > 0;
  // A word that only other forms of are in the archive is as they are.
  return std::none_of(languages_.begin(), languages_.end(), [&](const ArchiveLanguage& language) {
    const std::string stem = analyzer_.stem(form, language.code);
    return database_.term_exists(stem) && articles_as_name(name_key(romanize(stem)), stem) == 0;
  });
}

void NameVariants::add_spellings(const std::string& form, const Romanized& name,
                                 std::vector<Variant>& variants) const {
  std::size_t compared = 0;
  for (const std::string& key : name_keys(name)) {
    const std::string prefix = schema::name_term_prefix(key);
    const auto end = database_.allterms_end(prefix);
    for (auto term = database_.allterms_begin(prefix); term != end; ++term) {
      if (++compared > most_compared) return;
      std::string other = (*term).substr(prefix.size());
      if (other == form || !same_name(name, romanize(other))) continue;
      const Xapian::doccount articles = articles_as_name(key, other);
      if (articles > 0) variants.push_back({articles, std::move(other)});
    }
  }
}

void NameVariants::add_cities(const std::string& form, std::vector<Variant>& variants) const {
  for (const std::string_view name : names_of_city(form)) {
    std::string other(name);
    if (other == form) continue;
    const bool known = std::any_of(variants.begin(), variants.end(),
                                   [&](const Variant& variant) { return variant.form == other; });
    const std::string key = name_key(romanize(other));
    const Xapian::doccount articles = known ? 0 : articles_as_name(key, other);
    if (articles > 0) variants.push_back({articles, std::move(other)});
  }
}

std::vector<std::string> NameVariants::of(const std::string& form) const {
  const Romanized name = romanize(form);
  const std::string key = name_key(name);
  std::vector<std::string> forms;
  if (name.text.size() < shortest || key.empty() || !may_be_name(form, key)) return forms;
  std::vector<Variant> variants;
  add_spellings(form, name, variants);
  add_cities(form, variants);
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
