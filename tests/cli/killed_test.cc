#include <gmock/gmock.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "tests/cli/newsindex.h"

namespace news {
namespace {

using testing::HasSubstr;

/// How many articles the run said were committed.
int reported(const std::string& errors) {
  const std::size_t last = errors.rfind("committed ");
  return last == std::string::npos ? 0 : std::stoi(errors.substr(last + 10));
}

TEST(KilledAdd, LeavesAWholeIndexWithAllThatWasReportedAsCommitted) {
  const std::string articles = many_articles(3000);
  for (int moment = 1; moment <= 10; ++moment) {
    const Newsindex newsindex;
    write_file(newsindex / "articles.jsonl", articles);
    const std::string errors = newsindex / "killed";
    {
      Process add(newsindex.command({"add", newsindex / "articles.jsonl", "--commit-every", "20"}),
                  "/dev/null", errors);
      // Later and later, and between commits: the delay is no multiple of anything.
      std::this_thread::sleep_for(std::chrono::milliseconds(20 + moment * 37));
      add.kill(SIGKILL);
      add.wait();
    }
    const int committed = reported(read_file(errors));
    const Ended status = newsindex.run({"status", "--json"});
    if (status.status == 2) {  // killed before there was an index
      EXPECT_EQ(committed, 0);
      continue;
    }
    const int found = nlohmann::json::parse(status.out)["articles"];
    EXPECT_GE(found, committed);
    const Ended check = newsindex.run({"check"});
    EXPECT_EQ(check.status, 0) << check.out << check.err;
    // It can go on where it was.
    EXPECT_EQ(newsindex.run({"add", newsindex / "articles.jsonl", "--quiet"}).status, 0);
    EXPECT_EQ(nlohmann::json::parse(newsindex.run({"status", "--json"}).out)["articles"], 3000);
  }
}

TEST(StoppedAdd, CommitsWhatItHasAndSaysSo) {
  const Newsindex newsindex;
  write_file(newsindex / "articles.jsonl", many_articles(20'000));
  Process add(newsindex.command({"add", newsindex / "articles.jsonl", "--commit-every", "100"}),
              "/dev/null", newsindex / "stopped");
  while (reported(read_file(newsindex / "stopped")) < 200) {
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
  add.kill(SIGINT);
  EXPECT_EQ(add.wait(), 2);
  const std::string errors = read_file(newsindex / "stopped");
  EXPECT_THAT(errors, HasSubstr("stopped by a signal; what was read so far is committed"));
  const std::string exported = newsindex.exported();
  EXPECT_EQ(std::count(exported.begin(), exported.end(), '\n'), reported(errors));
}

}  // namespace
}  // namespace news
