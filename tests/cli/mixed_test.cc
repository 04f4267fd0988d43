#include <gmock/gmock.h>

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "tests/cli/newsindex.h"
#include "tests/cli/pack.h"

namespace news {
namespace {

using nlohmann::json;
using testing::ElementsAreArray;
using testing::IsEmpty;
using testing::Not;
namespace fs = std::filesystem;

/// The good file of a format: corpus/formats/FORMAT/good.*.
struct Good {
  std::string format;
  fs::path path;
};

std::vector<Good> good_files() {
  std::vector<Good> files;
  for (const auto& entry : fs::recursive_directory_iterator(std::string(CORPUS) + "/formats")) {
    const fs::path& path = entry.path();
    const bool is_good = path.stem() == "good" && path.extension() != ".options";
    if (is_good) files.push_back({path.parent_path().filename().string(), path});
  }
  std::sort(files.begin(), files.end(),
            [](const Good& one, const Good& other) { return one.format < other.format; });
  return files;
}

/// What the readers are called, as newsindex itself lists them where it is asked for another.
std::vector<std::string> format_names() {
  const Newsindex newsindex;
  const std::string err = newsindex.run({"add", CORPUS, "--format", "no-such-format"}).err;
  const std::string before = "the formats are: ";
  const std::size_t begin = err.find(before);
  if (begin == std::string::npos) return {};
  std::vector<std::string> names;
  std::istringstream list(err.substr(begin + before.size()));
  for (std::string name; list >> name;) {
    if (name.ends_with(',')) name.pop_back();
    names.push_back(name);
  }
  std::sort(names.begin(), names.end());
  return names;
}

/// One member of every article in the index, sorted.
std::vector<std::string> exported(const Newsindex& newsindex, const char* member) {
  std::vector<std::string> values;
  std::istringstream lines(newsindex.exported());
  for (std::string line; std::getline(lines, line);) {
    values.push_back(json::parse(line).value(member, ""));
  }
  std::sort(values.begin(), values.end());
  return values;
}

json formats_of(const Ended& ended) {
  EXPECT_EQ(ended.status, 0) << ended.err;
  return json::parse(ended.out)["formats"];
}

TEST(GoodFiles, ThereIsOneOfEveryReader) {
  std::vector<std::string> formats;
  for (const Good& good : good_files()) formats.push_back(good.format);
  EXPECT_THAT(formats, Not(IsEmpty()));
  EXPECT_THAT(formats, ElementsAreArray(format_names()));
}

class GoodFile : public testing::TestWithParam<Good> {};

/// Nothing but the bytes tells the format: neither the name nor the folder.
TEST_P(GoodFile, IsReadByItsOwnReaderWhateverItsName) {
  for (const std::string name : {"a1", "article.txt", "data.bin", "export.json", "page.html"}) {
    const Newsindex newsindex;
    write_file(newsindex / name, read_file(GetParam().path));
    const json formats = formats_of(newsindex.run({"add", newsindex / name, "--json"}));
    EXPECT_EQ(formats.size(), 1U) << name << " " << formats;
    EXPECT_TRUE(formats.contains(GetParam().format)) << name << " " << formats;
  }
}

INSTANTIATE_TEST_SUITE_P(Corpus, GoodFile, testing::ValuesIn(good_files()),
                         [](const auto& test) { return test.param.format; });

/// A good file of every format under names that say nothing, every other one compressed; and what
/// each of them gives when it is added alone.
class MixedFormats : public testing::Test {
 protected:
  MixedFormats() {
    fs::create_directories(folder());
    const std::vector filters{archive_write_add_filter_gzip, archive_write_add_filter_zstd,
                              archive_write_add_filter_xz};
    std::size_t count = 0;
    for (const Good& good : good_files()) {
      const std::string name = "a" + std::to_string(++count);
      const std::string path = folder() + "/" + name;
      const std::string text = read_file(good.path);
      write_file(path, text);
      if (count % 2 == 0) {
        pack(path, archive_write_set_format_raw, filters[count / 2 % 3], {{"x", text}});
      }
      entries_.push_back({"2024/" + name, read_file(path)});
      add_alone(path);
    }
    std::sort(ids_.begin(), ids_.end());
    std::sort(titles_.begin(), titles_.end());
  }

  std::string folder() const { return files_ / "archive"; }
  std::string operator/(const std::string& name) const { return files_ / name; }

  /// Adding `path` takes in everything, and counts each format as its good file alone.
  void expect_all_of(const std::string& path) const {
    const Newsindex newsindex;
    EXPECT_EQ(formats_of(newsindex.run({"add", path, "--json"})), formats_);
    EXPECT_THAT(exported(newsindex, "title"), ElementsAreArray(titles_));
  }

  std::vector<Entry> entries_;
  std::vector<std::string> ids_;
  std::vector<std::string> titles_;
  json formats_ = json::object();

 private:
  void add_alone(const std::string& path) {
    const Newsindex alone;
    formats_.update(formats_of(alone.run({"add", path, "--json"})));
    for (std::string& id : exported(alone, "id")) ids_.push_back(std::move(id));
    for (std::string& title : exported(alone, "title")) titles_.push_back(std::move(title));
  }

  TempFolder files_;
};

TEST_F(MixedFormats, AFolderGivesWhatEachOfItsFilesGives) {
  EXPECT_EQ(formats_.size(), good_files().size()) << formats_;
  const Newsindex newsindex;
  EXPECT_EQ(formats_of(newsindex.run({"add", folder(), "--json"})), formats_);
  EXPECT_THAT(exported(newsindex, "id"), ElementsAreArray(ids_));
  EXPECT_THAT(exported(newsindex, "title"), ElementsAreArray(titles_));
}

// What has no id of its own is called after where it is, which is another place in an archive:
// the titles tell that every article is there.

TEST_F(MixedFormats, ACompressedTarOfThemGivesTheSame) {
  const std::string archive = *this / "archive.tar.gz";
  pack(archive, archive_write_set_format_pax, archive_write_add_filter_gzip, entries_);
  expect_all_of(archive);
}

TEST_F(MixedFormats, AZipOfThemGivesTheSame) {
  const std::string archive = *this / "archive.zip";
  pack_zip(archive, entries_);
  expect_all_of(archive);
}

}  // namespace
}  // namespace news
