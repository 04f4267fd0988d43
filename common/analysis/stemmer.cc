#include "common/analysis/stemmer.h"

#include <algorithm>
#include <array>
#include <functional>

namespace news {

namespace {

// Words of a language's newspapers that come again and again; past it the cache begins anew.
constexpr std::size_t most_cached = 200'000;

// Most words of a text are the few thousand most frequent ones. The large cache is beyond that of
// the processor, and most of its lookups miss.
constexpr std::size_t most_frequent = 4'096;

/// The languages that Xapian 1.4 has a Snowball stemmer for, by ISO 639 code.
constexpr std::array<std::string_view, 26> known{
    "ar", "ca", "da", "de", "en", "es", "eu", "fi", "fr", "ga", "hu", "hy", "id",
    "it", "lt", "nb", "ne", "nl", "nn", "no", "pt", "ro", "ru", "sv", "ta", "tr"};

bool stays_whole(const std::string& form) {
  const bool has_digit =
      std::any_of(form.begin(), form.end(), [](char c) { return c >= '0' && c <= '9'; });
  return form.size() < 2 || has_digit;
}

}  // namespace

std::string base_language(std::string_view tag) {
  std::string base(tag.substr(0, tag.find_first_of("-_")));
  for (char& c : base) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return base;
}

bool Stemmer::knows(std::string_view language) {
  return std::find(known.begin(), known.end(), language) != known.end();
}

Stemmer::Stemmer(const std::string& language)
    : stem_(knows(language) ? Xapian::Stem(language) : Xapian::Stem()) {}

const std::string& Stemmer::stem(const std::string& form) {
  if (stem_.is_none() || stays_whole(form)) return form;
  if (frequent_.empty()) frequent_.resize(most_frequent);
  Stemmed& frequent = frequent_[std::hash<std::string>()(form) % most_frequent];
  if (frequent.form != form) frequent = {form, look_up(form)};
  return frequent.stem;
}

const std::string& Stemmer::look_up(const std::string& form) {
  const auto cached = cache_.find(form);
  if (cached != cache_.end()) return cached->second;
  if (cache_.size() >= most_cached) cache_.clear();
  std::string stem = stem_(form);
  if (stem.empty()) stem = form;
  return cache_.emplace(form, std::move(stem)).first->second;
}

}  // namespace news
