#pragma once

#include <istream>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace news {

/// What a newsroom says is to be found by each other's name: groups of words or names, such as
/// `Kyiv, Kiev, Kijów` or `UN, United Nations`. A name of several words is found as a phrase, but
/// only single words (`UN`, `al-Qaeda`) lead to the rest of their group. May be used by several
/// threads.
class Synonyms {
 public:
  /// None.
  Synonyms() = default;

  /// Reads a line for each group, names with commas between; what is behind a # and empty lines
  /// are left out. Throws Error, naming the line as `name:12`, for a group of one, an empty name,
  /// a name without a word in it, or bytes that are no UTF-8.
  Synonyms(std::istream& input, const std::string& name);

  /// The others of the groups that the folded word stands in, folded.
  std::vector<std::string> of(const std::string& form) const;

 private:
  std::unordered_map<std::string, std::vector<std::string>> others_;  // by folded word
};

/// Throws Error where the file cannot be read, or as Synonyms does.
Synonyms read_synonyms(const std::string& path);

}  // namespace news
