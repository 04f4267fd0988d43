#include <gmock/gmock.h>

#include <nlohmann/json.hpp>
#include <sstream>
#include <string>

#include "tests/cli/newsindex.h"

namespace news {
namespace {

using nlohmann::json;
using testing::HasSubstr;

std::string text(const std::string& theme) {
  std::string body;
  for (int i = 0; i < 30; ++i) {
    const std::string n = std::to_string(i);
    body += "The council heard " + theme + n + " speak of river" + n + " and bridge" + n + ". ";
  }
  return body;
}

std::string line(const std::string& id, const std::string& published, const std::string& body) {
  return json{{"id", id}, {"title", "Of " + id}, {"body", body}, {"published", published}}.dump() +
         "\n";
}

/// What copies the index has: `b of a; c of a`. Fails where `check` finds something wrong.
std::string copies(const Newsindex& newsindex) {
  EXPECT_EQ(newsindex.run({"check"}).status, 0);
  std::istringstream lines(newsindex.exported());
  std::string list;
  for (std::string one; std::getline(lines, one);) {
    const json article = json::parse(one);
    if (!article.contains("story")) continue;
    EXPECT_THAT(article["derived"], testing::Contains("story"));
    list += (list.empty() ? "" : "; ") + article["id"].get<std::string>() + " of " +
            article["story"].get<std::string>();
  }
  return list;
}

const std::string original = line("a", "2024-05-01", text("rain"));
const std::string tagged = line("b", "2024-05-02", "OSLO (Agency) - " + text("rain"));
const std::string cut = line("c", "2024-05-03", text("rain").substr(0, 1400));
const std::string other = line("x", "2024-05-01", text("snow"));

TEST(Copies, AreFoundInOneRunAndAcrossRunsWhateverCameFirst) {
  const Newsindex one_run;
  one_run.run({"add", "-"}, original + other + tagged + cut);
  EXPECT_EQ(copies(one_run), "b of a; c of a");
  EXPECT_EQ(json::parse(one_run.run({"status", "--json"}).out)["copies"], 2);

  const Newsindex runs;
  for (const std::string& next : {cut, tagged, other, original}) runs.run({"add", "-"}, next);
  EXPECT_EQ(copies(runs), "c of a; b of a");

  const Newsindex many_commits;
  many_commits.run({"add", "-", "--commit-every", "1"}, cut + tagged + other + original);
  EXPECT_EQ(many_commits.exported(), runs.exported());
}

TEST(Copies, FollowRemovalAndCorrection) {
  const Newsindex newsindex;
  newsindex.run({"add", "-"}, original + other + tagged + cut);
  newsindex.run({"remove", "a"});
  EXPECT_EQ(copies(newsindex), "c of b");
  newsindex.run({"add", "-"}, line("c", "2024-05-03", text("snow")));
  EXPECT_EQ(copies(newsindex), "c of x");
  newsindex.run({"add", "-"}, original);
  EXPECT_EQ(copies(newsindex), "b of a; c of x");
}

TEST(Copies, ExportedIntoAnEmptyIndexAreTheSame) {
  const Newsindex first;
  first.run({"add", "-"}, cut + other + tagged + original);
  const Newsindex second;
  second.run({"add", "-"}, first.exported());
  EXPECT_EQ(second.exported(), first.exported());
  EXPECT_EQ(copies(second), "c of a; b of a");
}

}  // namespace
}  // namespace news
