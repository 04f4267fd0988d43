#include "indexer/open_source.h"

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <memory>
#include <optional>
#include <string_view>

#include "common/error.h"
#include "indexer/archive_stream.h"
#include "indexer/content.h"
#include "indexer/file_stream.h"
#include "indexer/file_walk.h"
#include "indexer/gzip_stream.h"

namespace news {
namespace {

/// How far a file has grown by unpacking, in all its entries and layers.
class Growth {
 public:
  Growth(const FileStream& file, const SourceLimits& limits) : file_(file), limits_(limits) {}

  void add(std::uint64_t bytes) {
    unpacked_ += bytes;
    if (!is_beyond_bound()) return;
    throw BadSource(
        fmt::format("grows to more than {} times its size when unpacked: looks like a bomb; unpack "
                    "it yourself if you trust it",
                    limits_.max_ratio));
  }
  bool is_beyond_bound() const {
    return unpacked_ > limits_.ratio_from && unpacked_ / limits_.max_ratio > file_.consumed();
  }

 private:
  const FileStream& file_;
  const SourceLimits& limits_;
  std::uint64_t unpacked_ = 0;
};

/// What a decompressor gives, counted.
class CountedStream : public ByteStream {
 public:
  CountedStream(ByteStream& unpacked, Growth& growth) : unpacked_(unpacked), growth_(growth) {}

  std::size_t read(char* buffer, std::size_t size) override {
    const std::size_t count = unpacked_.read(buffer, size);
    growth_.add(count);
    return count;
  }

 private:
  ByteStream& unpacked_;
  Growth& growth_;
};

std::unique_ptr<ByteStream> decompress(ByteStream& bytes, Content content) {
  if (content == Content::Gzip) return std::make_unique<GzipStream>(bytes);
  auto stream = std::make_unique<ArchiveStream>(bytes, content);
  stream->next();
  return stream;
}

/// Whether a part of an entry's path begins with a dot, as in `__MACOSX/._a.json`. Some programs
/// for Windows write paths with its own slashes.
bool is_hidden(std::string_view path) {
  for (std::size_t begin = 0; begin < path.size();) {
    const std::size_t end = std::min(path.find_first_of("/\\", begin), path.size());
    const std::string_view part = path.substr(begin, end - begin);
    if (part.starts_with('.') && part != "." && part != "..") return true;
    begin = end + 1;
  }
  return false;
}

/// What the reading of all files has in common.
struct Reading {
  const SourceLimits& limits;
  SourceProgress& progress;
  Intake& intake;
  SourceWatch& watch;
  const EntryVisitor& visit;
};

/// One file, opened down to bytes that are not packed.
class SourceFile {
 public:
  SourceFile(FileStream& file, const std::string& name, const Reading& reading)
      : file_(file), name_(name), reading_(reading), growth_(file, reading.limits) {}

  void open();

 private:
  template <class Use>
  void unpack(PeekedStream& bytes, Use use);
  void open_archive(ArchiveStream& archive, Content content);
  bool skip(const ArchiveStream& archive, const std::string& entry_name);
  void open_entry(ByteStream& bytes, const std::string& entry_name);

  FileStream& file_;
  const std::string& name_;
  const Reading& reading_;
  Growth growth_;
};

/// Takes off one layer of compression, if there is one.
template <class Use>
void SourceFile::unpack(PeekedStream& bytes, Use use) {
  const Content content = content_of(bytes.beginning());
  if (!is_compressed(content)) return use(bytes, content);
  const std::unique_ptr<ByteStream> unpacked = decompress(bytes, content);
  CountedStream counted(*unpacked, growth_);
  PeekedStream inner(counted);
  use(inner, content_of(inner.beginning()));
  unpacked->check_end();
}

void SourceFile::open() {
  PeekedStream bytes(file_);
  if (file_.seekable() && content_of(bytes.beginning()) == Content::Zip) {
    file_.seek(0, SEEK_SET);
    ArchiveStream archive(file_, Content::Zip);
    return open_archive(archive, Content::Zip);
  }
  unpack(bytes, [this](PeekedStream& plain, Content content) {
    if (!is_archive(content)) return reading_.visit(name_, plain);
    ArchiveStream archive(plain, content);
    open_archive(archive, content);
  });
}

/// Whether an entry is none to read; such are counted, but for folders.
bool SourceFile::skip(const ArchiveStream& archive, const std::string& entry_name) {
  if (archive.is_folder()) return true;
  const bool is_no_file = !archive.is_file();
  if (!is_no_file && !is_hidden(archive.name())) return false;
  reading_.intake.skipped({.source = entry_name}, is_no_file ? "links and devices in archives"
                                                             : "hidden files in archives");
  return true;
}

void SourceFile::open_archive(ArchiveStream& archive, Content content) {
  CountedStream counted(archive, growth_);
  ByteStream& bytes = content == Content::Zip ? static_cast<ByteStream&>(counted) : archive;
  for (std::uint64_t entries = 1; archive.next(); ++entries) {
    if (entries > reading_.limits.max_entries) {
      throw BadSource(fmt::format("holds more than {} entries; unpack it yourself if you trust it",
                                  reading_.limits.max_entries));
    }
    const std::string entry_name = name_ + ':' + archive.name();
    if (skip(archive, entry_name)) continue;
    try {
      if (archive.is_encrypted())
        throw BadSource("is encrypted; unpack it with its password first");
      open_entry(bytes, entry_name);
    } catch (const BadSource& bad) {
      if (archive.broken() || growth_.is_beyond_bound()) throw;
      reading_.watch.damaged();
      reading_.intake.rejected({.source = entry_name}, bad.what(), {});
    }
  }
}

void SourceFile::open_entry(ByteStream& bytes, const std::string& entry_name) {
  PeekedStream beginning(bytes);
  unpack(beginning, [&](PeekedStream& plain, Content content) {
    if (!is_archive(content)) return reading_.visit(entry_name, plain);
    throw BadSource("an archive inside an archive is not opened: unpack " + name_ + " first");
  });
}

void open_file(const std::string& path, const std::optional<FileStatus>& status,
               const Reading& reading) {
  const bool is_watched = status && path != "-";
  if (is_watched && !reading.watch.wants(path, *status)) {
    reading.progress.bytes_read += status->size;
    return;
  }
  try {
    FileStream file(path, reading.progress.bytes_read);
    if (is_watched && file.status()) reading.watch.begin(path, *file.status());
    SourceFile(file, path, reading).open();
    if (file.has_changed()) {
      throw BadSource(
          "changed while it was read; what was read is taken in, add it again once nobody writes "
          "to it");
    }
    if (is_watched && file.status()) reading.watch.end(file.hash());
  } catch (const BadSource& bad) {
    if (is_watched) reading.watch.broke_off();
    reading.intake.rejected({.source = path}, bad.what(), {});
  }
}

/// Throws Error if `path` does not exist. Anything else that is wrong with it costs only itself.
void require_exists(const std::string& path) {
  struct stat status {};
  if (path == "-" || stat(path.c_str(), &status) == 0) return;
  if (errno != ENOENT && errno != ENOTDIR) return;
  throw Error("'" + path + "' does not exist", "check the spelling; nothing has been read yet");
}

/// The bytes of all files on disk; 0 if that cannot be known, as of a pipe.
std::uint64_t total_size(const std::vector<std::string>& paths) {
  std::uint64_t total = 0;
  bool known = true;
  const FileWalk sum{.file =
                         [&](const std::string&, const std::optional<FileStatus>& status) {
                           total += status ? status->size : 0;
                           known = known && status;
                         },
                     .unreadable = [](const std::string&, const std::string&) {}};
  for (const std::string& path : paths) walk_files(path, sum);
  return known ? total : 0;
}

}  // namespace

void open_sources(const std::vector<std::string>& paths, const SourceLimits& limits,
                  SourceProgress& progress, Intake& intake, SourceWatch& watch,
                  const EntryVisitor& visit) {
  for (const std::string& path : paths) require_exists(path);
  progress.bytes_total += total_size(paths);
  const Reading reading{limits, progress, intake, watch, visit};
  const FileWalk walk{
      .file = [&](const std::string& path,
                  const std::optional<FileStatus>& status) { open_file(path, status, reading); },
      .unreadable =
          [&](const std::string& path, const std::string& reason) {
            watch.unreadable(path);
            intake.rejected({.source = path}, reason, {});
          }};
  for (const std::string& path : paths) walk_files(path, walk);
}

}  // namespace news
