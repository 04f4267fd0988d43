#include <gmock/gmock.h>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <sstream>

#include "tests/cli/newsindex.h"

namespace news {
namespace {

using nlohmann::json;
using testing::AllOf;
using testing::AnyOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

const std::string sample = std::string(CORPUS) + "/sample";

TEST(Add, TakesInTheSampleAndExportsItUnchanged) {
  const Newsindex first;
  const Ended added = first.run({"add", sample});
  EXPECT_EQ(added.status, 0) << added.err;
  EXPECT_THAT(added.err, HasSubstr("added 102, replaced 0, rejected 0"));
  EXPECT_THAT(added.err, HasSubstr("committed 102 articles"));
  const Newsindex second;
  EXPECT_EQ(second.run({"add", "-"}, first.exported()).status, 0);
  EXPECT_EQ(second.exported(), first.exported());
  EXPECT_THAT(first.exported(), Not(IsEmpty()));
}

TEST(Add, ReplacesTheArticleWithTheSameId) {
  const Newsindex newsindex;
  newsindex.run({"add", "-"}, "{\"id\":\"1\",\"title\":\"Old\"}\n");
  const Ended again = newsindex.run({"add", "-", "--json"}, "{\"id\":\"1\",\"title\":\"New\"}\n");
  const json summary = json::parse(again.out);
  EXPECT_EQ(summary["added"], 0);
  EXPECT_EQ(summary["replaced"], 1);
  EXPECT_EQ(summary["articles"], 1);
  EXPECT_THAT(newsindex.exported(), AllOf(HasSubstr("New"), Not(HasSubstr("Old"))));
}

TEST(Add, KeepsRejectedArticlesInAFile) {
  const Newsindex newsindex;
  const std::string kept = newsindex / "rejects.jsonl";
  newsindex.run({"add", std::string(CORPUS) + "/formats/jsonl/bad.jsonl", "--rejects", kept});
  std::ifstream file(kept);
  std::string line;
  ASSERT_TRUE(std::getline(file, line));
  const json first = json::parse(line);
  EXPECT_EQ(first["line"], 2);
  EXPECT_EQ(first["text"], R"({"title":"No id and no url"})");
  EXPECT_THAT(first["reason"], HasSubstr("neither id nor url"));
}

TEST(Add, SpellsOnePersonAlikeAndSaysWhatItFoundOut) {
  const Newsindex newsindex;
  const auto by = [](const std::string& id, const std::string& author) {
    return R"({"id":")" + id + R"(","url":"https://a.example/world/)" + id +
           R"(","title":"The harbour was quiet on Wednesday and nobody minded that it was closed",)" +
           R"("authors":[")" + author + "\"]}\n";
  };
  newsindex.run({"add", "-"}, by("1", "José García") + by("2", "JOSE GARCIA"));
  newsindex.run({"add", "-"}, by("3", "Jose Garcia"));
  const std::string exported = newsindex.exported();
  std::istringstream lines(exported);
  for (std::string line; std::getline(lines, line);) {
    const json article = json::parse(line);
    EXPECT_EQ(article["authors"], json::array({"José García"})) << line;
    EXPECT_EQ(article["language"], "en") << line;
    EXPECT_EQ(article["section"], "World") << line;
    EXPECT_THAT(article["derived"].dump(), AllOf(HasSubstr("language"), HasSubstr("section")));
  }
  const Newsindex again;
  again.run({"add", "-"}, exported);
  EXPECT_EQ(again.exported(), exported);
  EXPECT_EQ(again.run({"check"}).status, 0);
}

TEST(Get, FindsAnArticleHoweverItsAddressIsWritten) {
  const Newsindex newsindex;
  newsindex.run({"add", "-"},
                R"({"id":"7","url":"https://a.example/x?utm_source=mail&id=1","title":"x"})");
  const Ended got = newsindex.run({"get", "HTTPS://A.example/x?id=1&fbclid=2#top"});
  EXPECT_EQ(got.status, 0) << got.err;
  EXPECT_THAT(got.out, HasSubstr(R"("id":"7")"));
}

TEST(Remove, TakesOutByIdOrUrlAndNamesTheUnknown) {
  const Newsindex newsindex;
  newsindex.run(
      {"add", "-"},
      "{\"id\":\"1\",\"title\":\"x\"}\n{\"url\":\"https://a.example/2\",\"title\":\"y\"}\n");
  const Ended ended = newsindex.run({"remove", "1", "https://a.example/2", "nobody"});
  EXPECT_EQ(ended.status, 1);
  EXPECT_THAT(ended.err, AllOf(HasSubstr("nobody: there is no article"), HasSubstr("removed 2")));
  EXPECT_EQ(newsindex.exported(), "");
}

TEST(Get, PrintsOneArticle) {
  const Newsindex newsindex;
  newsindex.run({"add", sample});
  const Ended ended = newsindex.run({"get", "2024-02-security-agreement-ukraine-denmark"});
  EXPECT_EQ(ended.status, 0);
  EXPECT_EQ(json::parse(ended.out)["countries"].size(), 2u);
  EXPECT_EQ(newsindex.run({"get", "nobody"}).status, 1);
}

TEST(Status, DescribesTheIndex) {
  const Newsindex newsindex;
  newsindex.run({"add", sample});
  const json status = json::parse(newsindex.run({"status", "--json"}).out);
  EXPECT_EQ(status["articles"], 102);
  EXPECT_EQ(status["time_zone"], "UTC");
  EXPECT_EQ(status["schema_version"], 11);
  EXPECT_EQ(status["generation"], "generation-1");
  EXPECT_EQ(status["languages"]["en"], 88);
  EXPECT_GT(status["bytes"], 0);
  EXPECT_THAT(newsindex.run({"status"}).out, HasSubstr("articles        102"));
}

TEST(Check, FindsNothingWrongWithAFreshIndex) {
  const Newsindex newsindex;
  newsindex.run({"add", sample});
  const Ended ended = newsindex.run({"check"});
  EXPECT_EQ(ended.status, 0) << ended.out << ended.err;
  EXPECT_THAT(ended.err, HasSubstr("checked 102 articles: 0 wrong"));
}

TEST(Check, FindsADamagedFile) {
  const Newsindex newsindex;
  newsindex.run({"add", sample});
  const std::string table = newsindex.index() + "/generation-1/recent/postlist.glass";
  std::fstream file(table, std::ios::in | std::ios::out | std::ios::binary);
  for (std::uintmax_t at = 0; at < std::filesystem::file_size(table); at += 8192) {
    file.seekp(static_cast<std::streamoff>(at + 100));
    file << std::string(4000, 'x');
  }
  file.close();
  const Ended ended = newsindex.run({"check"});
  EXPECT_NE(ended.status, 0);
  EXPECT_THAT(ended.err, HasSubstr("rebuild"));
}

/// Each of the files beside the tables of a base, which has no checksums of its own.
TEST(Check, FindsDamagedFilesOfTheBase) {
  for (const std::string name : {"postings", "terms", "order", "articles", "pairs/postings"}) {
    const Newsindex newsindex;
    write_file(newsindex / "many.jsonl", many_articles(1'000));
    newsindex.run({"rebuild", newsindex / "many.jsonl"});
    EXPECT_EQ(newsindex.run({"check"}).status, 0);
    std::fstream file(newsindex.index() + "/generation-1/base/" + name,
                      std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(150);
    file << std::string(10, '\x08');
    file.close();
    const Ended ended = newsindex.run({"check"});
    EXPECT_NE(ended.status, 0) << name;
    EXPECT_THAT(ended.out + ended.err, AnyOf(HasSubstr("rebuild"), HasSubstr("are not those")))
        << name << ended.out.substr(0, 500) << ended.err;
  }
}

TEST(Add, OfManyArticlesEndsWithThemInTheBase) {
  const Newsindex newsindex;
  const Ended ended = newsindex.run({"add", "-"}, many_articles(10'000));
  EXPECT_EQ(ended.status, 0);
  EXPECT_THAT(ended.err, HasSubstr("folding"));
  EXPECT_TRUE(std::filesystem::exists(newsindex.index() + "/generation-2/base"));
  const json status = json::parse(newsindex.run({"status", "--json"}).out);
  EXPECT_EQ(status["articles"], 10'000);
  EXPECT_EQ(status["generation"], "generation-2");
  EXPECT_THAT(newsindex.run({"add", "-"}, many_articles(5)).err, Not(HasSubstr("folding")));
}

TEST(Rebuild, SwitchesToANewGenerationAndGoesOnCounting) {
  const Newsindex newsindex;
  newsindex.run({"add", "-"}, many_articles(5));
  const json before = json::parse(newsindex.run({"status", "--json"}).out);
  EXPECT_EQ(newsindex.run({"rebuild", sample}).status, 0);
  const json after = json::parse(newsindex.run({"status", "--json"}).out);
  EXPECT_EQ(after["articles"], 102);
  EXPECT_EQ(after["generation"], "generation-2");
  EXPECT_GT(after["revision"], before["revision"]);
  // The old generation stays for whoever still reads it, until the next writer comes.
  EXPECT_TRUE(std::filesystem::exists(newsindex.index() + "/generation-1"));
  newsindex.run({"remove", "nobody"});
  EXPECT_FALSE(std::filesystem::exists(newsindex.index() + "/generation-1"));
}

TEST(Rebuild, ThatTakesNothingInLeavesTheLiveGeneration) {
  const Newsindex newsindex;
  newsindex.run({"add", "-"}, many_articles(5));
  const Ended ended = newsindex.run({"rebuild", "-"}, "nonsense\n");
  EXPECT_EQ(ended.status, 2);
  EXPECT_THAT(ended.err, HasSubstr("the live generation stays"));
  EXPECT_EQ(json::parse(newsindex.run({"status", "--json"}).out)["articles"], 5);
}

TEST(Options, ComeFromAFileTooAndArgumentsWin) {
  const Newsindex newsindex;
  const std::string config = newsindex / "newsindex.conf";
  write_file(config, "time-zone=Europe/Kyiv\nquiet=true\n");
  const Ended ended = newsindex.run({"--config", config, "add", "-"}, many_articles(1));
  EXPECT_EQ(ended.status, 0);
  EXPECT_EQ(ended.err, "");
  EXPECT_EQ(json::parse(newsindex.run({"status", "--json"}).out)["time_zone"], "Europe/Kyiv");
}

TEST(Options, ThatAreUnknownNameTheNearest) {
  const Newsindex newsindex;
  const std::vector<std::pair<std::vector<std::string>, std::string>> table{
      {{"add", "--quite", "-"}, "did you mean --quiet?"},
      {{"ad", "-"}, "did you mean add?"},
      {{"add"}, "expected: newsindex add PATH..."},
      {{}, "newsindex --help"},
      {{"add", "--time-zone", "Mars/Olympus", "-"}, "no time zone called"},
      {{"add", "/nonexistent/path"}, "does not exist"},
      {{"--config", "/nonexistent.conf", "status"}, "cannot read /nonexistent.conf"},
      {{"add", "--rejects", "/nonexistent/r", "-"}, "cannot write rejected articles"},
  };
  for (const auto& [arguments, words] : table) {
    const Ended ended = newsindex.run(arguments);
    EXPECT_EQ(ended.status, 2);
    EXPECT_THAT(ended.err, HasSubstr(words));
  }
}

TEST(Help, IsThereForEveryCommand) {
  const Newsindex newsindex;
  EXPECT_THAT(newsindex.run({"--help"}).out, AllOf(HasSubstr("rebuild"), HasSubstr("--index")));
  for (const std::string command :
       {"add", "remove", "rebuild", "get", "export", "status", "check"}) {
    const Ended ended = newsindex.run({command, "--help"});
    EXPECT_EQ(ended.status, 0);
    EXPECT_THAT(ended.out, HasSubstr("newsindex " + command));
  }
  EXPECT_THAT(newsindex.run({"--version"}).out, HasSubstr("newsindex 0."));
}

}  // namespace
}  // namespace news
