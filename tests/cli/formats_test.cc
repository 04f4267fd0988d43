#include <gmock/gmock.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <vector>

#include "tests/cli/newsindex.h"

namespace news {
namespace {

using nlohmann::json;
using testing::HasSubstr;
namespace fs = std::filesystem;

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

/// Articles with what we found out ourselves left out: that is tested on its own.
std::vector<std::string> as_the_source_says(const std::string& json_lines) {
  std::vector<std::string> articles;
  for (const std::string& line : lines_of(json_lines)) {
    json article = json::parse(line);
    for (const json& field : article.value("derived", json::array())) {
      article.erase(field.get<std::string>());
    }
    article.erase("derived");
    article.erase("story");
    articles.push_back(article.dump(2));
  }
  return articles;
}

/// The source that goes with X.expected.jsonl: X with an ending of its format.
fs::path source_of(const fs::path& expected) {
  const std::string stem = expected.stem().stem().string();
  for (const auto& entry : fs::directory_iterator(expected.parent_path())) {
    const std::string name = entry.path().filename().string();
    const bool beside = name.ends_with(".expected.jsonl") || name.ends_with(".rejected") ||
                        name.ends_with(".options");
    if (!beside && name.starts_with(stem + ".")) return entry.path();
  }
  return {};
}

std::vector<fs::path> expectations() {
  std::vector<fs::path> found;
  for (const auto& entry : fs::recursive_directory_iterator(std::string(CORPUS) + "/formats")) {
    if (entry.path().string().ends_with(".expected.jsonl")) found.push_back(entry.path());
  }
  std::sort(found.begin(), found.end());
  return found;
}

std::string file_or_nothing(const fs::path& path) {
  return fs::exists(path) ? read_file(path.string()) : std::string();
}

class FormatFile : public testing::TestWithParam<fs::path> {};

TEST_P(FormatFile, GivesTheArticlesAndRejectionsExpectedOfIt) {
  const fs::path source = source_of(GetParam());
  const fs::path stem = GetParam().parent_path() / GetParam().stem().stem();
  ASSERT_FALSE(source.empty()) << GetParam();
  std::vector<std::string> command{"add", source.string()};
  for (const std::string& option : lines_of(file_or_nothing(stem.string() + ".options"))) {
    command.push_back(option);
  }
  const Newsindex newsindex;
  const Ended ended = newsindex.run(command);
  EXPECT_THAT(as_the_source_says(newsindex.exported()),
              testing::ElementsAreArray(as_the_source_says(read_file(GetParam().string()))));
  const auto rejected = lines_of(file_or_nothing(stem.string() + ".rejected"));
  for (const std::string& line : rejected) EXPECT_THAT(ended.err, HasSubstr(line));
  EXPECT_THAT(ended.err, HasSubstr("rejected " + std::to_string(rejected.size())));
  EXPECT_EQ(ended.status, rejected.empty() ? 0 : 1) << ended.err;
}

/// `nitf/good.expected.jsonl` is the test nitf_good.
std::string name_of(const testing::TestParamInfo<fs::path>& info) {
  std::string name =
      info.param.parent_path().filename().string() + "_" + info.param.stem().stem().string();
  std::replace_if(
      name.begin(), name.end(), [](unsigned char c) { return std::isalnum(c) == 0; }, '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(Corpus, FormatFile, testing::ValuesIn(expectations()), name_of);

}  // namespace
}  // namespace news
