#pragma once

#include <string>
#include <string_view>

#include "common/analysis/stemmer.h"

namespace news {

/// What a name in one language keeps in all its cases: by Snowball where there is a stemmer; in
/// the Slavic languages without one by cutting off the longest ending of a noun or an adjective
/// that leaves four letters (`України`, `Україною` are `україн`; `Polsce` is `polsk`); in English
/// only without the plural's s, since its names do not change. For one thread.
class NameStemmer {
 public:
  explicit NameStemmer(std::string_view language);

  /// The stem of one folded word.
  std::string stem(const std::string& form);
  /// The stems of the words of a key, joined by spaces.
  std::string stem_key(std::string_view key);

 private:
  enum class Way { English, Snowball, Cyrillic, Latin, None };
  static Way way_of(const std::string& language);

  Way way_;
  Stemmer snowball_;
};

/// The key that a country's adjective has beside that of its stem where the country's name has the
/// same one (`fr=francais` beside `fr:franc`), and that its other forms have as well but not the
/// name or other words of this stem: a few letters more than the stem.
std::string adjective_key(std::string_view language, std::string_view form, std::string_view stem);

}  // namespace news
