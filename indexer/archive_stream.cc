#include "indexer/archive_stream.h"

#include <archive.h>
#include <archive_entry.h>

#include <cerrno>
#include <new>

namespace news {
namespace {

constexpr std::size_t input_bytes = 64u << 10;

std::string name_of(archive_entry* entry) {
  const char* name = archive_entry_pathname(entry);
  if (name == nullptr) name = archive_entry_pathname_utf8(entry);
  return name == nullptr ? "(entry without a name)" : name;
}

std::string error_of(archive* handle) {
  const char* error = archive_error_string(handle);
  return error == nullptr ? "unknown error" : error;
}

}  // namespace

void ArchiveStream::Closer::operator()(archive* handle) const { archive_read_free(handle); }

ArchiveStream::ArchiveStream(ByteStream& bytes, Content content)
    : bytes_(bytes), input_(input_bytes, '\0'), archive_(archive_read_new()) {
  if (!archive_) throw std::bad_alloc();
  support(content);
  open();
}

ArchiveStream::ArchiveStream(FileStream& file, Content content)
    : bytes_(file), file_(&file), input_(input_bytes, '\0'), archive_(archive_read_new()) {
  if (!archive_) throw std::bad_alloc();
  support(content);
  if (file.seekable()) archive_read_set_seek_callback(archive_.get(), seek);
  open();
}

ArchiveStream::~ArchiveStream() = default;

/// Only what `content` is: libarchive knows formats that would make an archive of any text.
void ArchiveStream::support(Content content) {
  archive* const handle = archive_.get();
  if (content == Content::Tar) archive_read_support_format_tar(handle);
  if (content == Content::Zip) archive_read_support_format_zip(handle);
  if (is_archive(content)) return;
  archive_read_support_filter_xz(handle);
  archive_read_support_filter_zstd(handle);
  archive_read_support_filter_bzip2(handle);
  archive_read_support_format_raw(handle);
  archive_read_support_format_empty(handle);  // raw does not take what unpacks to nothing
}

void ArchiveStream::open() {
  check(archive_read_open2(archive_.get(), this, nullptr, give, nullptr, nullptr));
}

std::ptrdiff_t ArchiveStream::give(archive* handle, void* self, const void** buffer) {
  auto& stream = *static_cast<ArchiveStream*>(self);
  try {
    *buffer = stream.input_.data();
    return static_cast<std::ptrdiff_t>(
        stream.bytes_.read(stream.input_.data(), stream.input_.size()));
  } catch (...) {
    stream.failure_ = std::current_exception();
    archive_set_error(handle, EIO, "cannot be read");
    return ARCHIVE_FATAL;
  }
}

std::int64_t ArchiveStream::seek(archive* handle, void* self, std::int64_t offset, int whence) {
  auto& stream = *static_cast<ArchiveStream*>(self);
  try {
    return stream.file_->seek(offset, whence);
  } catch (...) {
    stream.failure_ = std::current_exception();
    archive_set_error(handle, EIO, "cannot be read");
    return ARCHIVE_FATAL;
  }
}

/// Throws what went wrong, if anything did.
void ArchiveStream::check(int status) {
  if (status == ARCHIVE_FATAL || status == ARCHIVE_RETRY) broken_ = true;
  if (failure_) {
    broken_ = true;
    std::rethrow_exception(failure_);
  }
  if (status == ARCHIVE_OK || status == ARCHIVE_EOF) return;
  throw BadSource("is truncated or damaged (" + error_of(archive_.get()) +
                  "); what was read before is taken in, get a whole copy for the rest");
}

bool ArchiveStream::next() {
  block_ = {};
  entry_ = nullptr;
  archive_entry* entry = nullptr;
  int status = archive_read_next_header(archive_.get(), &entry);
  if (status == ARCHIVE_WARN) status = ARCHIVE_OK;  // of the entry's metadata, which we do not use
  // A filter that fails at once also looks like an empty source.
  if (status == ARCHIVE_EOF && archive_errno(archive_.get()) != 0) status = ARCHIVE_FATAL;
  if (status != ARCHIVE_OK && status != ARCHIVE_EOF) broken_ = true;
  check(status);
  if (status == ARCHIVE_EOF) return false;
  entry_ = entry;
  name_ = name_of(entry_);
  return true;
}

bool ArchiveStream::is_file() const {
  return archive_entry_filetype(entry_) == AE_IFREG && archive_entry_hardlink(entry_) == nullptr;
}

bool ArchiveStream::is_folder() const { return archive_entry_filetype(entry_) == AE_IFDIR; }

bool ArchiveStream::is_encrypted() const { return archive_entry_is_encrypted(entry_) != 0; }

/// Where a sparse file has gaps, they are left out: they could be any size.
bool ArchiveStream::next_block() {
  const void* data = nullptr;
  std::size_t size = 0;
  std::int64_t offset = 0;
  const int status = archive_read_data_block(archive_.get(), &data, &size, &offset);
  check(status);
  if (status == ARCHIVE_EOF) return false;
  block_ = std::string_view(static_cast<const char*>(data), size);
  return true;
}

std::size_t ArchiveStream::read(char* buffer, std::size_t size) {
  if (entry_ == nullptr) return 0;
  while (block_.empty()) {
    if (!next_block()) return 0;
  }
  const std::size_t count = block_.copy(buffer, size);
  block_.remove_prefix(count);
  return count;
}

}  // namespace news
