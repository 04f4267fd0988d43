#pragma once

#include <archive.h>
#include <archive_entry.h>
#include <gmock/gmock.h>

#include <functional>
#include <sstream>
#include <string>
#include <vector>

#include "tests/cli/newsindex.h"

namespace news {

/// One entry of an archive; `change` may make of it what else it should be.
struct Entry {
  std::string name;
  std::string text;
  std::function<void(archive_entry*)> change = [](archive_entry*) {};
};

/// Writes an archive or compressed file, as libarchive's formats and filters say.
inline void pack(const std::string& path, int (*format)(archive*), int (*filter)(archive*),
                 const std::vector<Entry>& entries, const char* options = nullptr,
                 const char* password = nullptr) {
  archive* out = archive_write_new();
  format(out);
  filter(out);
  ASSERT_EQ(archive_write_set_options(out, options), ARCHIVE_OK) << archive_error_string(out);
  if (password != nullptr) archive_write_set_passphrase(out, password);
  ASSERT_EQ(archive_write_open_filename(out, path.c_str()), ARCHIVE_OK);
  for (const auto& [name, text, change] : entries) {
    archive_entry* entry = archive_entry_new();
    archive_entry_set_pathname(entry, name.c_str());
    archive_entry_set_size(entry, static_cast<la_int64_t>(text.size()));
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_perm(entry, 0644);
    change(entry);
    archive_write_header(out, entry);
    if (archive_entry_filetype(entry) == AE_IFREG) {
      archive_write_data(out, text.data(), text.size());
    }
    archive_entry_free(entry);
  }
  archive_write_close(out);
  archive_write_free(out);
}

inline void pack_tar(const std::string& path, const std::vector<Entry>& entries) {
  pack(path, archive_write_set_format_pax, archive_write_add_filter_none, entries);
}
inline void pack_zip(const std::string& path, const std::vector<Entry>& entries) {
  pack(path, archive_write_set_format_zip, archive_write_add_filter_none, entries);
}
inline void pack_gzip(const std::string& path, const std::string& text) {
  pack(path, archive_write_set_format_raw, archive_write_add_filter_gzip, {{"x", text}});
}

/// An article as a line of the native format.
inline std::string article(const std::string& id, const std::string& title = "Good") {
  return R"({"id":")" + id + R"(","title":")" + title + "\"}\n";
}

/// The ids of all articles in the index, each followed by a space, in the order they came.
inline std::string ids(const Newsindex& newsindex) {
  std::string found;
  std::istringstream lines(newsindex.exported());
  for (std::string line; std::getline(lines, line);) {
    found += line.substr(7, line.find('"', 7) - 7) + " ";
  }
  return found;
}

}  // namespace news
