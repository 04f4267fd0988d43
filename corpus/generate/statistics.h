#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace generate {

/// Counts what is in articles of the native format, ours or any others, to compare with real ones.
/// A word is what stands between spaces without the punctuation around it, in small letters.
class Statistics {
 public:
  Statistics();

  /// Takes a line of the native format in. Throws std::exception for what is not JSON.
  void add(const std::string& line);
  /// What was counted, a line each.
  std::string print() const;

 private:
  /// How many different words there were after so many.
  struct Growth {
    std::uint64_t words;
    std::size_t distinct;
  };

  void add_body(std::string_view body);
  void add_word(std::string_view word);
  void add_date(const std::string& published);

  std::unordered_set<std::string> stop_words_;
  std::unordered_set<std::string> forms_;
  std::vector<Growth> growth_;  ///< At 100,000 words and each doubling.
  std::vector<std::uint32_t> lengths_;
  std::uint64_t words_ = 0;
  std::uint64_t stops_ = 0;
  std::uint64_t bytes_ = 0;
  std::uint64_t copies_ = 0;
  std::uint64_t timed_ = 0;
  std::vector<std::uint64_t> weekdays_;  ///< From Sunday.
  std::map<std::string, std::map<std::string, std::uint64_t>> facets_;
};

}  // namespace generate
