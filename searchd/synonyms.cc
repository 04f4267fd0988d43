#include "searchd/synonyms.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>

#include "common/analysis/analyzer.h"
#include "common/error.h"
#include "common/text.h"

namespace news {

namespace {

/// A name as the index has it.
struct Name {
  std::string words;  ///< Folded, with a space between.
  std::string word;   ///< The name as one word; empty if it is several.
};

class GroupReader {
 public:
  explicit GroupReader(std::string where) : where_(std::move(where)) {}

  std::vector<Name> read(std::string_view line) {
    if (find_invalid_utf8(line)) fail("is not in UTF-8");
    std::vector<Name> group;
    for (std::size_t begin = 0; begin <= line.size();) {
      const std::size_t end = std::min(line.find(',', begin), line.size());
      group.push_back(name(line.substr(begin, end - begin)));
      begin = end + 1;
    }
    if (group.size() < 2) fail("has one name; expected two or more with commas between");
    return group;
  }

 private:
  [[noreturn]] void fail(const std::string& what) const {
    throw Error(fmt::format("{}: {}", where_, what), "one group a line: Kyiv, Kiev, Kijów");
  }

  Name name(std::string_view text) {
    Name name;
    std::size_t pieces = 0;
    for (const Token& token : analyzer_.analyze(text, {})) {
      if (token.whole) {
        name.word = token.form;
        continue;
      }
      name.words += (name.words.empty() ? "" : " ") + token.form;
      ++pieces;
    }
    if (name.words.empty()) fail(fmt::format("\"{}\" has no word in it", text));
    if (pieces == 1) name.word = name.words;
    if (text.find_first_of(" \t") != std::string_view::npos && pieces > 1 &&
        text.find_first_of(" \t", text.find_first_not_of(" \t")) <= text.find_last_not_of(" \t")) {
      name.word.clear();
    }
    return name;
  }

  std::string where_;
  Analyzer analyzer_;
};

}  // namespace

Synonyms::Synonyms(std::istream& input, const std::string& name) {
  std::size_t number = 0;
  for (std::string line; std::getline(input, line);) {
    ++number;
    const std::string_view text = std::string_view(line).substr(0, line.find('#'));
    if (text.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    const std::vector<Name> group = GroupReader(fmt::format("{}:{}", name, number)).read(text);
    for (const Name& one : group) {
      if (one.word.empty()) continue;
      std::vector<std::string>& others = others_[one.word];
      for (const Name& other : group) {
        const bool is_known = other.words == one.words ||
                              std::find(others.begin(), others.end(), other.words) != others.end();
        if (!is_known) others.push_back(other.words);
      }
    }
  }
}

std::vector<std::string> Synonyms::of(const std::string& form) const {
  const auto found = others_.find(form);
  return found == others_.end() ? std::vector<std::string>() : found->second;
}

Synonyms read_synonyms(const std::string& path) {
  std::ifstream file(path);
  if (!file) throw Error("cannot read " + path, "--synonyms with a file that exists");
  return {file, path};
}

}  // namespace news
