#include "searchd/archive_languages.h"

#include <algorithm>

#include "common/schema.h"

namespace news {

namespace {

ArchiveLanguage& language_of(std::vector<ArchiveLanguage>& languages, const std::string& code) {
  const auto found = std::find_if(languages.begin(), languages.end(),
                                  [&](const ArchiveLanguage& l) { return l.code == code; });
  if (found != languages.end()) return *found;
  languages.push_back({.code = code, .tags = {}});
  return languages.back();
}

}  // namespace

std::vector<ArchiveLanguage> archive_languages(const Columns& columns, const Counts& totals) {
  const std::size_t facet = schema::language_facet;
  const std::vector<std::string>& tags = columns.facet(facet).labels();
  std::vector<ArchiveLanguage> languages;
  for (std::size_t i = 0; i < tags.size(); ++i) {
    ArchiveLanguage& language = language_of(languages, tags[i].substr(0, tags[i].find('-')));
    language.tags.push_back(tags[i]);
    language.articles += totals.by_value[facet][i];
  }
  ArchiveLanguage& untagged = language_of(languages, std::string(schema::default_language));
  untagged.untagged = true;
  untagged.articles += totals.missing[facet];
  std::stable_sort(languages.begin(), languages.end(),
                   [](const auto& a, const auto& b) { return a.articles > b.articles; });
  return languages;
}

}  // namespace news
