// Real web archives, which are not part of the project.

#include <gmock/gmock.h>

#include <filesystem>

#include "tests/cli/newsindex.h"

namespace news {
namespace {

using testing::AllOf;
using testing::HasSubstr;

struct File {
  const char* name;
  const char* id;       ///< Of the one page in it; empty where it is unusable.
  const char* said;     ///< About it, on standard error.
  const char* skipped;  ///< What it holds beside.
};

constexpr File files[]{
    {"example.warc.gz", "http://example.com/", "added 1", "2 WARC records of type request"},
    {"example-iana.org-chunked.warc", "http://iana.org/", "added 1",
     "1 WARC records of type request"},
    {"example-resource.warc.gz", "http://example.com/", "added 1",
     "2 WARC records of type warcinfo"},
    {"example-trunc.warc", "", "does not end where its Content-Length says",
     "2 WARC records of type warcinfo"},
};

TEST(RealWebArchives, GiveTheirPages) {
  const auto folder =
      std::filesystem::path(CORPUS).parent_path().parent_path() / "shared/data/formats/warc";
  if (!std::filesystem::exists(folder)) GTEST_SKIP() << "there is no " << folder;
  for (const File& file : files) {
    const Newsindex newsindex;
    const Ended ended = newsindex.run({"add", folder / file.name});
    const std::string id = file.id;
    EXPECT_THAT(ended.err, AllOf(HasSubstr(file.said), HasSubstr(file.skipped))) << file.name;
    EXPECT_EQ(ended.status, id.empty() ? 1 : 0) << file.name;
    EXPECT_THAT(newsindex.exported(), HasSubstr(id.empty() ? "" : "{\"id\":\"" + id + "\""));
  }
}

}  // namespace
}  // namespace news
