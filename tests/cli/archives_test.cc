#include <gmock/gmock.h>
#include <zlib.h>

#include <nlohmann/json.hpp>

#include "tests/cli/newsindex.h"
#include "tests/cli/pack.h"

namespace news {
namespace {

using nlohmann::json;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

json summary_of(const Ended& ended) { return json::parse(ended.out); }

/// An archive between two good files: whatever it is, these go in.
class HostileArchive : public testing::Test {
 protected:
  std::string archive() const { return newsindex_ / "articles/b"; }

  HostileArchive() {
    std::filesystem::create_directories(newsindex_ / "articles");
    write_file(newsindex_ / "articles/a.jsonl", article("a"));
    write_file(newsindex_ / "articles/c.jsonl", article("c"));
  }
  Ended add() const { return newsindex_.run({"add", newsindex_ / "articles", "--json"}); }

  Newsindex newsindex_;
};

TEST_F(HostileArchive, AnArchiveInsideAnArchiveIsRefusedOnce) {
  pack_zip(newsindex_ / "inner.zip", {{"x.jsonl", article("x")}, {"y.jsonl", article("y")}});
  pack_tar(archive(), {{"before.jsonl", article("before")},
                       {"inner.zip", read_file(newsindex_ / "inner.zip")},
                       {"after.jsonl", article("after")}});
  const Ended ended = add();
  EXPECT_THAT(ended.err, HasSubstr("b:inner.zip: an archive inside an archive is not opened"));
  EXPECT_EQ(summary_of(ended)["rejected"], 1);
  EXPECT_EQ(ids(newsindex_), "a before after c ");
}

TEST_F(HostileArchive, AGzipInsideAZipIsOpened) {
  pack_gzip(newsindex_ / "x.gz", article("x"));
  pack_zip(archive(), {{"x.jsonl.gz", read_file(newsindex_ / "x.gz")}});
  EXPECT_EQ(add().status, 0);
  EXPECT_EQ(ids(newsindex_), "a x c ");
}

TEST_F(HostileArchive, NamesThatClimbOutAreReadAndNothingIsWritten) {
  const std::string outside = newsindex_ / "escaped.jsonl";
  for (const auto pack_as : {pack_tar, pack_zip}) {
    pack_as(archive(), {{"../escaped.jsonl", article("1")},
                        {"../../../../etc/newsindex-escaped", article("2")},
                        {outside, article("3")},
                        {"..\\..\\escaped.jsonl", article("4")},
                        {"x/../../y.jsonl", article("5")},
                        {"\x1b[2Jname\nfake.jsonl", "no article\n"}});
    const Ended ended = add();
    EXPECT_EQ(summary_of(ended)["rejected"], 1);
    EXPECT_THAT(ended.err, AllOf(HasSubstr("\\x1b[2Jname\\x0afake.jsonl"), Not(HasSubstr("\x1b"))));
    EXPECT_EQ(ids(newsindex_), "a 1 2 3 4 5 c ");
    EXPECT_FALSE(std::filesystem::exists(outside));
    EXPECT_FALSE(std::filesystem::exists("/etc/newsindex-escaped"));
    newsindex_.run({"remove", "a", "1", "2", "3", "4", "5", "c"});
  }
}

TEST_F(HostileArchive, LinksDevicesAndHiddenFilesAreSkippedAndCounted) {
  const auto symbolic = [](archive_entry* entry) {
    archive_entry_set_filetype(entry, AE_IFLNK);
    archive_entry_set_symlink(entry, "/etc/passwd");
  };
  const auto hard = [](archive_entry* entry) { archive_entry_set_hardlink(entry, "x.jsonl"); };
  const auto device = [](archive_entry* entry) {
    archive_entry_set_filetype(entry, AE_IFCHR);
    archive_entry_set_rdev(entry, 1);
  };
  pack_tar(archive(), {{"x.jsonl", article("x")},
                       {"symbolic.jsonl", "", symbolic},
                       {"hard.jsonl", "", hard},
                       {"device.jsonl", "", device},
                       {"__MACOSX/._x.jsonl", "attributes"}});
  const Ended ended = add();
  EXPECT_EQ(ended.status, 0) << ended.err;
  EXPECT_EQ(ids(newsindex_), "a x c ");
  const json skipped = {{"links and devices in archives", 3}, {"hidden files in archives", 1}};
  EXPECT_EQ(summary_of(ended)["skipped"], skipped);
}

TEST_F(HostileArchive, AnEncryptedEntryCostsOnlyItself) {
  pack(archive(), archive_write_set_format_zip, archive_write_add_filter_none,
       {{"secret.jsonl", article("secret")}, {"more.jsonl", article("more")}},
       "zip:encryption=zipcrypt", "password");
  const Ended ended = add();
  EXPECT_EQ(summary_of(ended)["rejected"], 2);
  EXPECT_THAT(ended.err, HasSubstr("secret.jsonl: is encrypted; unpack it with its password"));
  EXPECT_EQ(ids(newsindex_), "a c ");
}

TEST_F(HostileArchive, ManySmallEntriesThatGrowTogetherAreABomb) {
  std::vector<Entry> entries;
  const std::string line = std::string(2'000'000, ' ') + "\n";
  for (int i = 0; i < 100; ++i) entries.push_back({std::to_string(i) + ".jsonl", line});
  pack_zip(archive(), entries);
  const Ended ended = add();
  EXPECT_THAT(ended.err, HasSubstr("looks like a bomb"));
  EXPECT_LT(summary_of(ended)["rejected"], 60);
  EXPECT_EQ(ids(newsindex_), "a c ");
}

std::string little_endian(std::uint64_t number, int bytes) {
  std::string text;
  for (int i = 0; i < bytes; ++i) text += static_cast<char>(number >> (8 * i) & 0xff);
  return text;
}

/// The fields that a local header and the directory have in common.
std::string zip_fields(std::uint32_t checksum, std::size_t packed, std::size_t size,
                       std::size_t name) {
  return little_endian(20, 2) + little_endian(0, 2) + little_endian(8, 2) + little_endian(0, 4) +
         little_endian(checksum, 4) + little_endian(static_cast<std::uint32_t>(packed), 4) +
         little_endian(static_cast<std::uint32_t>(size), 4) +
         little_endian(static_cast<std::uint32_t>(name), 2) + little_endian(0, 2);
}

/// What zlib makes of `text`, without its header and checksum.
std::string deflated(const std::string& text) {
  z_stream zlib{};
  deflateInit2(&zlib, 9, Z_DEFLATED, -15, 9, Z_DEFAULT_STRATEGY);
  std::string packed(text.size() / 100 + 1000, '\0');
  zlib.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
  zlib.avail_in = static_cast<uInt>(text.size());
  zlib.next_out = reinterpret_cast<Bytef*>(packed.data());
  zlib.avail_out = static_cast<uInt>(packed.size());
  deflate(&zlib, Z_FINISH);
  packed.resize(zlib.total_out);
  deflateEnd(&zlib);
  return packed;
}

/// A zip archive whose directory names the same bytes `count` times.
std::string overlapping_zip(const std::string& text, std::uint32_t count) {
  const std::string packed = deflated(text);
  const auto checksum = static_cast<std::uint32_t>(
      crc32(0, reinterpret_cast<const Bytef*>(text.data()), static_cast<uInt>(text.size())));
  const std::string fields = zip_fields(checksum, packed.size(), text.size(), 1);
  const std::string file = "PK\3\4" + fields + "x" + packed;
  std::string directory;
  for (std::uint32_t i = 0; i < count; ++i) {
    directory += "PK\1\2" + little_endian(20, 2) + fields + little_endian(0, 2 + 2 + 2);
    directory += little_endian(0, 4) + little_endian(0, 4) + "x";
  }
  return file + directory + "PK\5\6" + little_endian(0, 4) + little_endian(count, 2) +
         little_endian(count, 2) + little_endian(static_cast<std::uint32_t>(directory.size()), 4) +
         little_endian(static_cast<std::uint32_t>(file.size()), 4) + little_endian(0, 2);
}

TEST_F(HostileArchive, EntriesThatShareTheirBytesDoNotMultiply) {
  write_file(archive(), overlapping_zip(std::string(20'000'000, ' ') + "\n", 1000));
  const Ended ended = add();
  EXPECT_LE(summary_of(ended)["rejected"], 1) << ended.err;
  EXPECT_LT(summary_of(ended)["seconds"], 20);
  EXPECT_EQ(ids(newsindex_), "a c ");
}

TEST_F(HostileArchive, AZipWithAWrongDirectoryCostsOnlyItself) {
  pack_zip(archive(), {{"x.jsonl", article("x")}, {"y.jsonl", article("y")}});
  const std::string whole = read_file(archive());
  const std::size_t directory = whole.find("PK\1\2");
  const std::size_t end = whole.find("PK\5\6");
  std::string wrong_offset = whole;
  wrong_offset.replace(end + 16, 4, "\xff\xff\xff\x7f");
  std::string wrong_entry = whole;
  wrong_entry.replace(directory + 42, 4, "\x05\0\0\0", 4);
  for (const std::string& broken : {wrong_offset, wrong_entry, whole.substr(0, directory),
                                    whole.substr(0, directory + 20), whole.substr(0, 40)}) {
    write_file(archive(), broken);
    const Ended ended = add();
    EXPECT_LE(summary_of(ended)["rejected"], 2) << ended.err;
    EXPECT_THAT(ids(newsindex_), HasSubstr("c "));
  }
}

TEST_F(HostileArchive, ATruncatedTarGivesWhatIsReadable) {
  pack_tar(archive(), {{"x.jsonl", article("x")}, {"y.jsonl", many_articles(100)}});
  const std::string whole = read_file(archive());
  write_file(archive(), whole.substr(0, whole.find("n50")));
  const Ended ended = add();
  EXPECT_EQ(summary_of(ended)["rejected"], 1);
  EXPECT_THAT(ended.err, HasSubstr("b: is truncated or damaged"));
  EXPECT_THAT(ids(newsindex_), AllOf(HasSubstr("a x n0 "), HasSubstr(" n40 "), HasSubstr(" c ")));
}

TEST_F(HostileArchive, BytesBehindAGzipCostNothingThatStandsBefore) {
  std::string line = article("x") + article("y");
  line.pop_back();  // the last line has no end
  pack_gzip(archive(), line);
  write_file(archive(), read_file(archive()) + "this is no gzip");
  const Ended ended = add();
  EXPECT_EQ(summary_of(ended)["rejected"], 1);
  EXPECT_THAT(ended.err, HasSubstr("b: has bytes behind the end of its gzip data"));
  EXPECT_EQ(ids(newsindex_), "a x y c ");
}

TEST_F(HostileArchive, ZerosBehindAGzipAndFurtherMembersAreNoFault) {
  pack_gzip(archive(), article("x"));
  const std::string member = read_file(archive());
  write_file(archive(), member + member + std::string(1000, '\0'));
  EXPECT_EQ(add().status, 0);
  EXPECT_EQ(ids(newsindex_), "a x c ");
}

TEST_F(HostileArchive, TheGapsOfASparseFileAreNotReadOut) {
  constexpr la_int64_t terabyte = la_int64_t{1} << 40;
  const std::string text = article("x");
  const auto sparse = [&](archive_entry* entry) {
    archive_entry_set_size(entry, terabyte);
    archive_entry_sparse_add_entry(entry, 0, static_cast<la_int64_t>(text.size()));
    archive_entry_sparse_add_entry(entry, terabyte, 0);
  };
  pack_tar(archive(), {{"x.jsonl", text, sparse}, {"y.jsonl", article("y")}});
  const Ended ended = add();
  EXPECT_EQ(ids(newsindex_), "a x y c ") << ended.err;
  EXPECT_LT(summary_of(ended)["seconds"], 10);
}

}  // namespace
}  // namespace news
