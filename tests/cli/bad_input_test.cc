#include <archive.h>
#include <gmock/gmock.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <xapian.h>

#include <filesystem>

#include "tests/cli/newsindex.h"
#include "tests/cli/pack.h"

namespace news {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

const std::string good_before = "{\"id\":\"before\",\"title\":\"Good\"}\n";
const std::string good_after = "{\"id\":\"after\",\"title\":\"Good\"}\n";

TEST(Sources, AreReadFromEveryCompressionAndArchive) {
  struct Kind {
    const char* name;
    int (*format)(archive*);
    int (*filter)(archive*);
  };
  const std::vector<Kind> kinds{
      {"a.jsonl.gz", archive_write_set_format_raw, archive_write_add_filter_gzip},
      {"a.jsonl.zst", archive_write_set_format_raw, archive_write_add_filter_zstd},
      {"a.jsonl.xz", archive_write_set_format_raw, archive_write_add_filter_xz},
      {"a.jsonl.bz2", archive_write_set_format_raw, archive_write_add_filter_bzip2},
      {"a.tar", archive_write_set_format_pax, archive_write_add_filter_none},
      {"a.tar.gz", archive_write_set_format_pax, archive_write_add_filter_gzip},
      {"a.zip", archive_write_set_format_zip, archive_write_add_filter_none},
  };
  for (const Kind& kind : kinds) {
    const Newsindex newsindex;
    const std::string path = newsindex / kind.name;
    pack(path, kind.format, kind.filter, {{"folder/a.jsonl", good_before + good_after}});
    EXPECT_EQ(newsindex.run({"add", path}).status, 0) << kind.name;
    EXPECT_EQ(ids(newsindex), "before after ") << kind.name;
    EXPECT_EQ(newsindex.run({"add", "-"}, read_file(path)).status, 0) << kind.name;
  }
}

TEST(BadInput, ALineOf50MegabytesCostsOnlyItself) {
  const Newsindex newsindex;
  const std::string big = "{\"id\":\"big\",\"title\":\"" + std::string(50'000'000, 'x') + "\"}\n";
  const Ended ended = newsindex.run({"add", "-"}, good_before + big + good_after);
  EXPECT_EQ(ended.status, 1);
  EXPECT_THAT(ended.err, AllOf(HasSubstr("-:2: "), HasSubstr("32 MB")));
  EXPECT_EQ(ids(newsindex), "before after ");
}

TEST(BadInput, TenThousandLevelsCostOnlyThemselves) {
  const Newsindex newsindex;
  const std::string deep =
      "{\"id\":\"deep\",\"x\":" + std::string(10'000, '[') + std::string(10'000, ']') + "}\n";
  const Ended ended = newsindex.run({"add", "-"}, good_before + deep + good_after);
  EXPECT_EQ(ended.status, 1);
  EXPECT_THAT(ended.err, HasSubstr("-:2: is nested deeper than 100 levels"));
  EXPECT_EQ(ids(newsindex), "before after ");
}

TEST(BadInput, AnIdOf4KilobytesCostsOnlyItself) {
  const Newsindex newsindex;
  const std::string line = "{\"id\":\"" + std::string(4096, 'i') + "\",\"title\":\"x\"}\n";
  const Ended ended = newsindex.run({"add", "-"}, line + good_after);
  EXPECT_EQ(ended.status, 1);
  EXPECT_THAT(ended.err, HasSubstr("id: has 4096 bytes; expected at most 2048"));
  EXPECT_EQ(ids(newsindex), "after ");
}

TEST(BadInput, ATruncatedGzipGivesWhatIsReadable) {
  const Newsindex newsindex;
  const std::string path = newsindex / "cut.jsonl.gz";
  std::string lines;
  for (int i = 0; i < 3000; ++i) {
    lines += "{\"id\":\"" + std::to_string(i) + "\",\"title\":\"" +
             std::to_string(i * 7919 % 104729) + "\"}\n";
  }
  pack(path, archive_write_set_format_raw, archive_write_add_filter_gzip, {{"x", lines}});
  const std::string whole = read_file(path);
  write_file(path, whole.substr(0, whole.size() / 2));
  const Ended ended = newsindex.run({"add", path, "--json"});
  EXPECT_EQ(ended.status, 1);
  EXPECT_THAT(ended.err, AllOf(HasSubstr("cut.jsonl.gz"), HasSubstr("truncated")));
  EXPECT_THAT(ended.out, Not(HasSubstr("\"added\":0,")));
}

TEST(BadInput, AZipBombIsStopped) {
  const Newsindex newsindex;
  const std::string path = newsindex / "bomb.zip";
  pack(path, archive_write_set_format_zip, archive_write_add_filter_none,
       {{"bomb.jsonl", "{\"id\":\"b\",\"title\":\"" + std::string(200'000'000, ' ') + "\"}\n"}});
  const Ended ended = newsindex.run({"add", path});
  EXPECT_EQ(ended.status, 1);
  EXPECT_THAT(ended.err, HasSubstr("looks like a bomb"));
}

TEST(BadInput, AnUnreadableFolderCostsOnlyItself) {
  const Newsindex newsindex;
  const std::string folder = newsindex / "articles";
  std::filesystem::create_directories(folder + "/closed");
  write_file(folder + "/open.jsonl", good_before);
  if (geteuid() == 0) {
    // Root reads everything, but not even root opens a link that leads nowhere.
    std::filesystem::remove(folder + "/closed");
    std::filesystem::create_symlink("/nonexistent", folder + "/closed");
  } else {
    chmod((folder + "/closed").c_str(), 0);
  }
  const Ended ended = newsindex.run({"add", folder});
  EXPECT_EQ(ended.status, 1);
  EXPECT_THAT(ended.err, AllOf(HasSubstr("closed: cannot be read"), HasSubstr("make it readable")));
  EXPECT_EQ(ids(newsindex), "before ");
}

TEST(BadInput, AMissingIndexIsNamedWithTheNextStep) {
  const Newsindex newsindex;
  for (const std::string command : {"status", "export", "check"}) {
    const Ended ended = newsindex.run({command});
    EXPECT_EQ(ended.status, 2);
    EXPECT_THAT(ended.err, AllOf(HasSubstr("no index in"), HasSubstr("add PATH")));
  }
}

TEST(BadInput, AnIndexOfAnotherVersionIsRefusedAndKept) {
  const Newsindex newsindex;
  newsindex.run({"add", "-"}, good_before);
  const std::string recent = newsindex.index() + "/generation-1/recent";
  {
    Xapian::WritableDatabase database(recent);
    database.set_metadata("version", "999");
    database.commit();
  }
  for (const std::vector<std::string>& command :
       {std::vector<std::string>{"status"}, {"add", "-"}, {"export"}}) {
    const Ended ended = newsindex.run(command, good_after);
    EXPECT_EQ(ended.status, 2);
    EXPECT_THAT(ended.err, AllOf(HasSubstr("999"), HasSubstr("rebuild")));
  }
  EXPECT_EQ(Xapian::Database(recent).get_doccount(), 1u);
}

TEST(BadInput, ASecondWriterIsToldAndMayWait) {
  const Newsindex newsindex;
  newsindex.run({"add", "-"}, good_before);
  const std::string pipe = newsindex / "pipe";
  ASSERT_EQ(mkfifo(pipe.c_str(), 0600), 0);
  // The first writer waits for articles that do not come.
  Process first(newsindex.command({"add", pipe}), "/dev/null", newsindex / "first");
  const int hold = open(pipe.c_str(), O_WRONLY | O_CLOEXEC);
  const Ended second = newsindex.run({"add", "-"}, good_after);
  EXPECT_EQ(second.status, 2);
  EXPECT_THAT(second.err, AllOf(HasSubstr("another newsindex is writing to " + newsindex.index()),
                                HasSubstr("--wait")));
  Process third(newsindex.command({"--wait", "60", "remove", "before"}), "/dev/null",
                newsindex / "third");
  std::this_thread::sleep_for(std::chrono::milliseconds(200));
  close(hold);
  EXPECT_EQ(first.wait(), 0);
  EXPECT_EQ(third.wait(), 0);
  EXPECT_EQ(newsindex.exported(), "");
}

TEST(BadInput, AFullDiskLeavesTheLastCommit) {
  const TempFolder mount_point;
  if (mount("tmpfs", mount_point.path().c_str(), "tmpfs", 0, "size=3m") != 0) {
    GTEST_SKIP() << "cannot mount a small tmpfs: needs root";
  }
  const std::string index = mount_point / "index";
  const Newsindex newsindex;
  const std::vector<std::string> add{"add", "-", "--commit-every", "50"};
  const auto on_tmpfs = [&](std::vector<std::string> arguments, const std::string& input) {
    write_file(newsindex / "in", input);
    std::vector<std::string> command{NEWSINDEX, "--index", index};
    command.insert(command.end(), arguments.begin(), arguments.end());
    Process process(command, newsindex / "in", newsindex / "err");
    Ended ended;
    ended.out = process.read_all();
    ended.status = process.wait().value_or(-1);
    ended.err = read_file(newsindex / "err");
    return ended;
  };
  const Ended ended = on_tmpfs(add, many_articles(20'000));
  EXPECT_EQ(ended.status, 2);
  EXPECT_THAT(ended.err, AllOf(HasSubstr("cannot write to"), HasSubstr("free some space")));
  const std::size_t last = ended.err.rfind("committed ");
  ASSERT_NE(last, std::string::npos);
  const int committed = std::stoi(ended.err.substr(last + 10));
  const Ended exported = on_tmpfs({"export"}, "");
  EXPECT_GE(std::count(exported.out.begin(), exported.out.end(), '\n'), committed);
  EXPECT_EQ(on_tmpfs({"check"}, "").status, 0);
  umount2(mount_point.path().c_str(), MNT_DETACH);
}

}  // namespace
}  // namespace news
