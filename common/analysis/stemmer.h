#pragma once

#include <xapian.h>

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace news {

/// A language without its region, in lower case: `en` for `en-GB`.
std::string base_language(std::string_view tag);

/// The stems of one language by Snowball, kept in a bounded cache. For one thread.
class Stemmer {
 public:
  /// Of a language without a stemmer, every word is its own stem.
  explicit Stemmer(const std::string& language);

  /// Words of one letter and words with digits are their own stems: `F`, `covid19`. What it refers
  /// to may change with the next call.
  const std::string& stem(const std::string& form);

  static bool knows(std::string_view language);

 private:
  struct Stemmed {
    std::string form, stem;
  };

  const std::string& look_up(const std::string& form);

  Xapian::Stem stem_;
  std::unordered_map<std::string, std::string> cache_;
  std::vector<Stemmed> frequent_;  // by hash; small enough to stay near the processor
};

}  // namespace news
