#include "common/index_folder.h"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>
#include <functional>
#include <future>
#include <string>
#include <thread>
#include <vector>

#include "common/error.h"
#include "common/schema.h"
#include "tests/support/temp_folder.h"

namespace news {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::StartsWith;

class IndexFolderTest : public testing::Test {
 protected:
  /// A generation with an empty database of `version`.
  std::string make(const std::string& version = std::to_string(schema::version)) {
    const std::string name = index_.create_generation();
    Xapian::WritableDatabase database(index_.recent(name).string());
    database.set_metadata(std::string(schema::version_key), version);
    database.commit();
    return name;
  }

  /// What an Error says, and its hint behind a bar; empty if nothing is thrown.
  static std::string error_of(const std::function<void()>& work) {
    try {
      work();
    } catch (const Error& error) {
      return std::string(error.what()) + " | " + error.hint();
    }
    return "";
  }

  void write_live(const std::string& text) {
    fs::create_directories(index_.path());
    std::ofstream(index_.path() / "live") << text;
  }

  TempFolder folder_;
  IndexFolder index_{folder_ / "index"};
};

TEST_F(IndexFolderTest, SaysWhatMakesAnIndexWhereThereIsNone) {
  EXPECT_FALSE(index_.exists());
  const std::string path = index_.path().string();
  EXPECT_EQ(error_of([&] { (void)index_.live(); }),
            "no index in " + path + " | newsindex --index " + path + " add PATH makes one");
}

TEST_F(IndexFolderTest, NumbersGenerationsUpwards) {
  EXPECT_EQ(index_.create_generation(), "generation-1");
  EXPECT_EQ(index_.create_generation(), "generation-2");
  fs::create_directory(index_.path() / "generation-41");
  fs::create_directory(index_.path() / "generation-99x");
  EXPECT_EQ(index_.create_generation(), "generation-42");
}

TEST_F(IndexFolderTest, SwitchesFromOneGenerationToAnother) {
  const std::string first = make();
  EXPECT_FALSE(index_.exists());
  index_.switch_to(first);
  EXPECT_EQ(index_.live(), first);
  const std::string second = make();
  EXPECT_EQ(index_.live(), first);
  index_.switch_to(second);
  EXPECT_EQ(index_.live(), second);
  EXPECT_FALSE(fs::exists(index_.path() / "live.next"));
}

TEST_F(IndexFolderTest, IsWholeWhateverMomentAReaderLooksAt) {
  index_.switch_to(make());
  make();
  std::jthread writer([this](const std::stop_token& stop) {
    for (unsigned i = 0; !stop.stop_requested(); ++i) {
      index_.switch_to(i % 2 == 0 ? "generation-1" : "generation-2");
    }
  });
  for (int i = 0; i < 2000; ++i) EXPECT_THAT(index_.live(), StartsWith("generation-"));
}

TEST_F(IndexFolderTest, RefusesADamagedLiveFile) {
  for (const std::string& text :
       {std::string(), std::string("\n"), std::string("generation-"), std::string("../../etc"),
        std::string("generation-1x"), std::string(3, '\0')}) {
    write_live(text);
    EXPECT_THAT(
        error_of([&] { (void)index_.live(); }),
        testing::AllOf(HasSubstr("live does not name a generation"), HasSubstr("rebuild PATH")))
        << text;
  }
}

TEST_F(IndexFolderTest, RefusesAGenerationThatIsNotThere) {
  write_live("generation-9\n");
  EXPECT_THAT(error_of([&] { (void)index_.open(index_.live()); }),
              testing::AllOf(HasSubstr("cannot open"), HasSubstr("generation-9"),
                             HasSubstr("rebuild PATH")));
}

TEST_F(IndexFolderTest, RefusesADamagedDatabase) {
  const std::string name = make();
  std::ofstream(index_.recent(name) / "iamglass") << "not a database";
  EXPECT_THAT(error_of([&] { (void)index_.open(name); }), HasSubstr("cannot open"));
}

TEST_F(IndexFolderTest, RefusesAnotherSchemaVersion) {
  const std::string name = make("99");
  EXPECT_THAT(error_of([&] { (void)index_.open(name); }),
              StartsWith(index_.path().string() + " was written by schema version 99; "));
}

TEST_F(IndexFolderTest, RemovesAllButTheLiveGeneration) {
  make();
  const std::string live = make();
  make();
  index_.switch_to(live);
  std::ofstream(index_.path() / "notes.txt") << "mine";
  index_.remove_others();
  std::vector<std::string> left;
  for (const auto& entry : fs::directory_iterator(index_.path())) {
    left.push_back(entry.path().filename().string());
  }
  EXPECT_THAT(left, testing::UnorderedElementsAre("live", "generation-2", "notes.txt"));
}

TEST_F(IndexFolderTest, KnowsItsSizeInBytes) {
  const std::string name = make();
  const std::uintmax_t before = index_.size(name);
  EXPECT_GT(before, 0u);
  std::ofstream(index_.recent(name) / "more") << std::string(1234, 'x');
  EXPECT_EQ(index_.size(name), before + 1234);
  EXPECT_EQ(index_.size("generation-77"), 0u);
}

TEST_F(IndexFolderTest, SaysThatAFileIsNoIndex) {
  std::ofstream(index_.path()) << "a file";
  EXPECT_FALSE(index_.exists());
  EXPECT_THAT(error_of([&] { WriterLock lock(index_, std::chrono::seconds(0)); }),
              HasSubstr("an index is a folder"));
  EXPECT_THAT(error_of([&] { (void)index_.create_generation(); }),
              HasSubstr("an index is a folder"));
}

TEST_F(IndexFolderTest, SaysWhatToDoWhereItMayNotWrite) {
  // Where even root may not: no folder can be made in /proc.
  const IndexFolder index("/proc/newsindex-test");
  EXPECT_THAT(error_of([&] { WriterLock lock(index, std::chrono::seconds(0)); }),
              HasSubstr("/proc/newsindex-test"));
}

/// A process that holds the lock until it is told to end.
class OtherWriter {
 public:
  explicit OtherWriter(const IndexFolder& index) {
    int ready[2];
    if (pipe2(ready, O_CLOEXEC) != 0) throw std::runtime_error("pipe");
    child_ = fork();
    if (child_ == 0) {
      const WriterLock lock(index, std::chrono::seconds(0));
      if (write(ready[1], "x", 1) != 1) _exit(1);
      for (;;) pause();
    }
    char byte = 0;
    EXPECT_EQ(read(ready[0], &byte, 1), 1);
    close(ready[0]);
    close(ready[1]);
  }
  ~OtherWriter() { end(); }
  OtherWriter(const OtherWriter&) = delete;
  OtherWriter& operator=(const OtherWriter&) = delete;

  void end() {
    if (child_ <= 0) return;
    kill(child_, SIGKILL);
    waitpid(child_, nullptr, 0);
    child_ = 0;
  }

 private:
  pid_t child_ = 0;
};

TEST_F(IndexFolderTest, LetsOneWriterInAtATime) {
  const WriterLock lock(index_, std::chrono::seconds(0));
  EXPECT_EQ(error_of([&] { WriterLock second(index_, std::chrono::seconds(0)); }),
            "another newsindex is writing to " + index_.path().string() +
                " | wait for it, or use --wait SECONDS");
}

TEST_F(IndexFolderTest, LetsTheNextWriterInWhenOneIsKilled) {
  OtherWriter other(index_);
  EXPECT_NE(error_of([&] { WriterLock lock(index_, std::chrono::seconds(0)); }), "");
  other.end();
  EXPECT_EQ(error_of([&] { WriterLock lock(index_, std::chrono::seconds(0)); }), "");
}

TEST_F(IndexFolderTest, WaitsForAnotherWriter) {
  OtherWriter other(index_);
  auto waiting = std::async(std::launch::async, [&] {
    return error_of([&] { WriterLock lock(index_, std::chrono::seconds(30)); });
  });
  EXPECT_EQ(waiting.wait_for(std::chrono::milliseconds(200)), std::future_status::timeout);
  other.end();
  EXPECT_EQ(waiting.get(), "");
}

TEST_F(IndexFolderTest, WaitsNoLongerThanItMay) {
  const OtherWriter other(index_);
  const auto begin = std::chrono::steady_clock::now();
  EXPECT_THAT(error_of([&] { WriterLock lock(index_, std::chrono::seconds(1)); }),
              HasSubstr("another newsindex is writing"));
  EXPECT_GE(std::chrono::steady_clock::now() - begin, std::chrono::seconds(1));
}

}  // namespace
}  // namespace news
