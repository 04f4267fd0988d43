#include <fcntl.h>
#include <gmock/gmock.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "tests/cli/newsindex.h"
#include "tests/cli/pack.h"

namespace news {
namespace {

using nlohmann::json;
using testing::AllOf;
using testing::HasSubstr;
namespace fs = std::filesystem;

/// An archive of files in a folder, and an index of it.
class Sync : public testing::Test {
 protected:
  Sync() { fs::create_directories(folder()); }

  std::string folder() const { return newsindex_ / "archive"; }
  std::string file(const std::string& name) const { return folder() + '/' + name; }
  void write(const std::string& name, const std::string& text) const {
    write_file(file(name), text);
  }

  json sync() const { return run({"sync", folder()}); }
  json run(std::vector<std::string> command) const {
    command.emplace_back("--json");
    last_ = newsindex_.run(command);
    return last_.out.empty() ? json() : json::parse(last_.out);
  }

  Newsindex newsindex_;
  mutable Ended last_;
};

TEST_F(Sync, DoesNothingForWhatHasNotChanged) {
  write("a.jsonl", article("a"));
  pack_zip(file("b.zip"), {{"b1.jsonl", article("b1")}, {"b2.jsonl", article("b2")}});
  const json first = sync();
  EXPECT_EQ(first["added"], 3);
  EXPECT_EQ(first["sources"]["read"], 2);
  const json second = sync();
  EXPECT_EQ(second["added"], 0);
  EXPECT_EQ(second["sources"]["read"], 0);
  EXPECT_EQ(second["sources"]["unchanged"], 2);
  EXPECT_EQ(second["revision"], first["revision"]);
}

TEST_F(Sync, KnowsWhatAddHasRead) {
  write("a.jsonl", article("a"));
  run({"add", folder()});
  EXPECT_EQ(sync()["sources"]["unchanged"], 1);
  // However the folder is called.
  EXPECT_EQ(run({"sync", folder() + "/../archive//"})["sources"]["unchanged"], 1);
  EXPECT_EQ(run({"sync", file("a.jsonl")})["sources"]["unchanged"], 1);
}

TEST_F(Sync, KnowsWhatRebuildHasRead) {
  write("a.jsonl", article("a"));
  run({"rebuild", folder()});
  EXPECT_EQ(sync()["sources"]["unchanged"], 1);
}

TEST_F(Sync, OfATouchedFileReadsOnlyItsHash) {
  write("a.jsonl", article("a"));
  pack_zip(file("b.zip"), {{"b.jsonl", article("b")}});
  sync();
  for (const std::string name : {"a.jsonl", "b.zip"}) {
    fs::last_write_time(file(name), fs::last_write_time(file(name)) + std::chrono::hours(1));
  }
  EXPECT_EQ(sync()["sources"]["unchanged"], 2);
  EXPECT_EQ(sync()["sources"]["read"], 0);
}

TEST_F(Sync, ReadsAFileOfTheSameSizeWithOtherWords) {
  write("a.jsonl", article("a", "Rain"));
  sync();
  write("a.jsonl", article("a", "Snow"));
  EXPECT_EQ(sync()["replaced"], 1);
  EXPECT_THAT(newsindex_.exported(), HasSubstr("Snow"));
}

TEST_F(Sync, ReadsAgainWhatIsReadWithOtherOptions) {
  write("a.jsonl", article("a"));
  sync();
  EXPECT_EQ(run({"sync", folder(), "--format", "jsonl"})["sources"]["read"], 1);
  EXPECT_EQ(run({"sync", folder(), "--format", "jsonl"})["sources"]["read"], 0);
}

TEST_F(Sync, ForgetsArticlesThatTheirFileHasNoMore) {
  write("a.jsonl", article("a1") + article("a2") + article("a3"));
  write("b.jsonl", article("b"));
  sync();
  write("a.jsonl", article("a1") + article("a3", "New") + article("a4"));
  const json changed = sync();
  EXPECT_EQ(changed["forgotten"], 1);
  EXPECT_EQ(changed["unchanged"], 1);
  EXPECT_EQ(changed["replaced"], 1);
  EXPECT_EQ(changed["added"], 1);
  EXPECT_EQ(ids(newsindex_), "a1 a3 b a4 ");
}

TEST_F(Sync, ForgetsArticlesWhoseFileIsGone) {
  write("a.jsonl", article("a"));
  write("b.jsonl", article("b"));
  sync();
  fs::remove(file("b.jsonl"));
  const json gone = sync();
  EXPECT_EQ(gone["forgotten"], 1);
  EXPECT_EQ(gone["sources"]["gone"], 1);
  EXPECT_EQ(ids(newsindex_), "a ");
  fs::remove(file("a.jsonl"));
  EXPECT_EQ(sync()["forgotten"], 1);  // an empty folder
  EXPECT_EQ(ids(newsindex_), "");
  EXPECT_EQ(newsindex_.run({"check"}).status, 0);
}

TEST_F(Sync, OfANamedFileThatIsGoneForgetsIt) {
  write("a.jsonl", article("a"));
  write("b.jsonl", article("b"));
  sync();
  fs::remove(file("a.jsonl"));
  EXPECT_EQ(run({"sync", file("a.jsonl")})["forgotten"], 1);
  EXPECT_EQ(ids(newsindex_), "b ");
}

TEST_F(Sync, OfAFolderThatIsGoneIsRefused) {
  write("a.jsonl", article("a"));
  sync();
  fs::rename(folder(), newsindex_ / "elsewhere");
  run({"sync", folder()});
  EXPECT_EQ(last_.status, 2);
  EXPECT_THAT(last_.err, HasSubstr("does not exist"));
  run({"sync", file("a.jsonl")});
  EXPECT_EQ(last_.status, 2);
  EXPECT_EQ(ids(newsindex_), "a ");
}

TEST_F(Sync, KeepsTheArticlesOfADiskThatIsNotMounted) {
  fs::create_directories(file("disk"));
  if (mount("tmpfs", file("disk").c_str(), "tmpfs", 0, "size=1m") != 0) {
    GTEST_SKIP() << "cannot mount a small tmpfs: needs root";
  }
  write("a.jsonl", article("a"));
  write("disk/b.jsonl", article("b"));
  sync();
  umount2(file("disk").c_str(), MNT_DETACH);
  EXPECT_EQ(sync()["forgotten"], 0);
  EXPECT_EQ(last_.status, 1);
  EXPECT_THAT(last_.err, AllOf(HasSubstr("disk: 1 files"), HasSubstr("mount it")));
  EXPECT_EQ(ids(newsindex_), "a b ");
}

TEST_F(Sync, LeavesWhatIsNotBelowItsPathsAlone) {
  write("a.jsonl", article("a"));
  fs::create_directories(newsindex_ / "archive2");
  write_file(newsindex_ / "archive2/b.jsonl", article("b"));
  run({"sync", folder(), newsindex_ / "archive2"});
  newsindex_.run({"add", "-"}, article("c"));
  fs::remove(newsindex_ / "archive2/b.jsonl");
  EXPECT_EQ(sync()["forgotten"], 0);
  EXPECT_EQ(ids(newsindex_), "a b c ");
}

TEST_F(Sync, KeepsAnArticleThatAnotherFileHas) {
  write("a.jsonl", article("both", "Of a") + article("a"));
  write("b.jsonl", article("both", "Of b") + article("b"));
  sync();
  EXPECT_THAT(newsindex_.exported(), HasSubstr("Of b"));
  fs::remove(file("b.jsonl"));
  const json gone = sync();
  EXPECT_EQ(gone["forgotten"], 1);
  EXPECT_EQ(gone["sources"]["read"], 1);  // the other file, again
  EXPECT_EQ(ids(newsindex_), "both a ");
  EXPECT_THAT(newsindex_.exported(), HasSubstr("Of a"));
  EXPECT_EQ(sync()["sources"]["unchanged"], 1);
  fs::remove(file("a.jsonl"));
  sync();
  EXPECT_EQ(ids(newsindex_), "");
}

TEST_F(Sync, GivesTheLastWordToTheLastFileAsAFirstSyncDoes) {
  write("a.jsonl", article("x", "Of a"));
  write("b.jsonl", article("x", "Of b"));
  sync();
  write("a.jsonl", article("x", "Of a, corrected"));
  sync();
  EXPECT_THAT(newsindex_.exported(), HasSubstr("Of b"));
  EXPECT_EQ(sync()["sources"]["read"], 0);
}

TEST_F(Sync, ForgetsNothingOfAFileThatBreaksOff) {
  const std::string text = many_articles(2000);
  pack_gzip(file("a.gz"), text);
  sync();
  const std::string whole = read_file(file("a.gz"));
  write("a.gz", whole.substr(0, whole.size() / 2));
  EXPECT_EQ(sync()["forgotten"], 0);
  EXPECT_EQ(sync()["rejected"], 1);  // each time, until it is whole
  write("a.gz", whole);
  const json mended = sync();
  EXPECT_EQ(mended["articles"], 2000);
  EXPECT_EQ(mended["rejected"], 0);
  EXPECT_EQ(sync()["sources"]["unchanged"], 1);
}

TEST_F(Sync, ForgetsNothingOfAFileInWhichNothingCanBeRead) {
  write("a.jsonl", article("a"));
  sync();
  write("a.jsonl", "<<<<<<< half written");
  EXPECT_EQ(sync()["forgotten"], 0);
  EXPECT_EQ(last_.status, 1);
  EXPECT_EQ(ids(newsindex_), "a ");
}

TEST_F(Sync, ForgetsWhatAFileLostBetweenAdds) {
  write("a.jsonl", article("a1") + article("a2"));
  sync();
  write("a.jsonl", article("a1"));
  EXPECT_EQ(run({"add", folder()})["forgotten"], 0);
  EXPECT_EQ(ids(newsindex_), "a1 a2 ");
  EXPECT_EQ(sync()["forgotten"], 1);
  EXPECT_EQ(ids(newsindex_), "a1 ");
}

TEST_F(Sync, DoesNotBringBackWhatWasRemoved) {
  write("a.jsonl", article("a1") + article("a2"));
  sync();
  newsindex_.run({"remove", "a1"});
  sync();
  EXPECT_EQ(ids(newsindex_), "a2 ");
}

TEST_F(Sync, OfArticlesThatAreThereWritesNothing) {
  write("a.jsonl", many_articles(10));
  sync();
  const json again = run({"add", folder()});
  EXPECT_EQ(again["unchanged"], 10);
  EXPECT_EQ(again["replaced"], 0);
}

TEST_F(Sync, SaysWhatWasReadByFormatAndRejectedByReason) {
  write("a.jsonl", article("a") + "{\"title\":\"x\"}\n{\"title\":\"y\"}\n" +
                       "{\"id\":\"1\",\"title\":\"t\",\"published\":\"soon\"}\n" +
                       "{\"id\":\"2\",\"title\":\"t\",\"published\":\"later\"}\n");
  write("b.json", "[{\"id\":\"b\",\"title\":\"b\"}]");
  const json summary = sync();
  EXPECT_EQ(summary["formats"]["jsonl"]["added"], 1);
  EXPECT_EQ(summary["formats"]["jsonl"]["rejected"], 4);
  EXPECT_EQ(summary["formats"]["json"]["added"], 1);
  EXPECT_EQ(summary["reasons"].size(), 2u) << summary["reasons"];
  for (const json& count : summary["reasons"]) EXPECT_EQ(count, 2);
  EXPECT_GT(summary["articles_per_second"], 0);
  EXPECT_GT(summary["longest_commit_seconds"], 0);
  EXPECT_LE(summary["longest_commit_seconds"], summary["seconds"]);
  const Ended text = newsindex_.run({"add", folder()});
  EXPECT_THAT(text.err, AllOf(HasSubstr("  jsonl: added 0, replaced 0, rejected 4, unchanged 1"),
                              HasSubstr("2 x "), HasSubstr("articles/s")));
}

/// How many articles the run said were committed.
int committed(const std::string& errors) {
  const std::size_t last = errors.rfind("committed ");
  return last == std::string::npos ? 0 : std::stoi(errors.substr(last + 10));
}

/// Runs until five hundred articles are committed.
class RunningSync {
 public:
  RunningSync(const Newsindex& newsindex, const std::string& path)
      : errors_(newsindex / "running"),
        process_(newsindex.command({"sync", path, "--commit-every", "100"}), "/dev/null", errors_) {
    while (committed(read_file(errors_)) < 500) {
      std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
  }
  int end(int signal) {
    process_.kill(signal);
    return finish();
  }
  int finish() { return process_.wait(std::chrono::seconds(200)).value_or(-1); }
  std::string errors() const { return read_file(errors_); }

 private:
  std::string errors_;
  Process process_;
};

/// The articles in the index, in the order of their ids.
std::vector<std::string> articles_in(const Newsindex& newsindex) {
  std::istringstream lines(newsindex.exported());
  std::vector<std::string> articles;
  for (std::string line; std::getline(lines, line);) articles.push_back(line);
  std::sort(articles.begin(), articles.end());
  return articles;
}

TEST_F(Sync, ThatWasCutGoesOnWhereItWas) {
  constexpr int count = 5'000;
  write("a.jsonl", many_articles(count));
  for (const int signal : {SIGKILL, SIGTERM}) {
    const Newsindex cut;
    RunningSync running(cut, folder());
    running.end(signal);
    const int before = committed(running.errors());
    const Ended ended = cut.run({"sync", folder(), "--json"});
    const json summary = json::parse(ended.out);
    EXPECT_EQ(summary["sources"]["resumed"], 1);
    // A commit may have been made that the run had no time to tell of.
    EXPECT_GE(summary["sources"]["passed_over"], before);
    EXPECT_EQ(summary["sources"]["passed_over"].get<int>() + summary["added"].get<int>(), count);
    EXPECT_EQ(summary["unchanged"], 0);
    EXPECT_EQ(summary["replaced"], 0);
    EXPECT_EQ(json::parse(cut.run({"sync", folder(), "--json"}).out)["sources"]["unchanged"], 1);
    if (signal == SIGTERM) continue;
    sync();
    EXPECT_EQ(articles_in(cut), articles_in(newsindex_));
    EXPECT_EQ(cut.run({"check"}).status, 0);
  }
}

TEST_F(Sync, ThatWasCutInAChangedFileStillForgets) {
  constexpr int count = 5'000;
  write("a.jsonl", article("lost") + many_articles(100));
  sync();
  write("a.jsonl", many_articles(count));
  RunningSync(newsindex_, folder()).end(SIGKILL);
  const json summary = sync();
  EXPECT_EQ(summary["sources"]["resumed"], 1);
  EXPECT_EQ(summary["forgotten"], 1);
  EXPECT_EQ(summary["articles"], count);
}

TEST_F(Sync, ThatWasCutStartsAgainWithAFileThatChangedSince) {
  write("a.jsonl", many_articles(5'000));
  RunningSync(newsindex_, folder()).end(SIGKILL);
  write("a.jsonl", article("new") + many_articles(100));
  const json summary = sync();
  EXPECT_EQ(summary["sources"]["resumed"], 0);
  EXPECT_EQ(summary["articles"], 101);
}

/// What happens to a file while it is read, and what is left of 5,000 articles.
struct Meddling {
  const char* name;
  void (*meddle)(const std::string& path);
  const char* said;
};

class FileThatChanges : public Sync, public testing::WithParamInterface<Meddling> {};

TEST_P(FileThatChanges, WhileItIsReadIsToldOnceAndReadAgain) {
  write("a.jsonl", many_articles(5'000));
  RunningSync running(newsindex_, folder());
  GetParam().meddle(file("a.jsonl"));
  EXPECT_EQ(running.finish(), 1);
  EXPECT_THAT(running.errors(), AllOf(HasSubstr(GetParam().said), HasSubstr("rejected 1 in")));
  EXPECT_GE(committed(running.errors()), 500);
  const json again = sync();
  EXPECT_EQ(again["sources"]["read"], 1);
  EXPECT_EQ(again["rejected"], 0);
  EXPECT_EQ(sync()["sources"]["unchanged"], 1);
}

INSTANTIATE_TEST_SUITE_P(
    Each, FileThatChanges,
    testing::Values(Meddling{"Grows",
                             [](const std::string& path) {
                               std::ofstream(path, std::ios::app)
                                   << article("more") << article("and more");
                             },
                             "a.jsonl: changed while it was read"},
                    Meddling{"Shrinks",
                             [](const std::string& path) {
                               const std::string text = read_file(path);
                               fs::resize_file(path, text.find('\n', text.size() / 10) + 1);
                             },
                             "a.jsonl: became shorter while it was read"},
                    Meddling{"IsEmptied", [](const std::string& path) { fs::resize_file(path, 0); },
                             "a.jsonl: became shorter while it was read"},
                    Meddling{"IsReplaced",
                             [](const std::string& path) {
                               write_file(path + "2", article("other"));
                               fs::rename(path + "2", path);
                             },
                             "a.jsonl: changed while it was read"}),
    [](const auto& meddling) { return std::string(meddling.param.name); });

TEST(KilledRebuild, LeavesNothingForLong) {
  const Newsindex newsindex;
  newsindex.run({"add", "-"}, article("live"));
  write_file(newsindex / "articles.jsonl", many_articles(20'000));
  const std::string generation = newsindex.index() + "/generation-2";
  {
    Process rebuild(newsindex.command({"rebuild", newsindex / "articles.jsonl"}), "/dev/null",
                    newsindex / "rebuild");
    while (!fs::exists(generation)) std::this_thread::sleep_for(std::chrono::milliseconds(2));
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
    rebuild.kill(SIGKILL);
    rebuild.wait();
  }
  EXPECT_TRUE(fs::exists(generation));
  EXPECT_EQ(ids(newsindex), "live ");
  newsindex.run({"add", "-"}, article("more"));
  EXPECT_FALSE(fs::exists(generation));
  EXPECT_EQ(ids(newsindex), "live more ");
}

}  // namespace
}  // namespace news
