#include <archive.h>
#include <archive_entry.h>
#include <fmt/format.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <random>
#include <string>
#include <string_view>
#include <vector>

/// Makes archives of any size out of nothing, the same each time, and measures what a command
/// takes to read them. `scripts/memory` and `scripts/sync-times` use it.
namespace {

/// Text whose words are as unevenly frequent as those of a language.
class Text {
 public:
  Text() {
    constexpr int vocabulary = 60'000;
    for (int i = 0; i < vocabulary; ++i) words_.push_back(word());
  }

  std::string of(std::size_t bytes) {
    std::string text;
    while (text.size() < bytes) {
      const double share = std::uniform_real_distribution<>(0, 1)(random_);
      const double rank = static_cast<double>(words_.size()) * share * share * share * share;
      text += words_[static_cast<std::size_t>(rank)];
      text += random_() % 12 == 0 ? ". " : " ";
    }
    return text;
  }
  /// From `least` to a hundred times that, small ones more often.
  std::size_t size(double least) {
    const double share = std::uniform_real_distribution<>(0, 1)(random_);
    return static_cast<std::size_t>(least * std::pow(100, share));
  }

 private:
  std::string word() {
    std::string word;
    const unsigned letters = 2 + static_cast<unsigned>(random_() % 9);
    for (unsigned i = 0; i < letters; ++i) word += static_cast<char>('a' + random_() % 26);
    return word;
  }

  std::mt19937 random_{1};
  std::vector<std::string> words_;
};

std::string article(std::uint64_t number, const std::string& body) {
  return fmt::format(R"({{"id":"{}","title":"Article number {}","published":"2024-05-15",)"
                     R"("language":"en","body":"{}"}})"
                     "\n",
                     number, number, body);
}

/// Articles of 200 bytes to 20 kB, and now and then one of 20 MB.
void jsonl(std::uint64_t bytes, const std::string& path) {
  constexpr std::uint64_t between_large_ones = 20'000;
  std::ofstream out(path, std::ios::binary);
  Text text;
  std::uint64_t written = 0;
  for (std::uint64_t i = 1; written < bytes; ++i) {
    const std::size_t size = i % between_large_ones == 0 ? 20'000'000 : text.size(200);
    const std::string line = article(i, text.of(size));
    out << line;
    written += line.size();
  }
}

/// Lines of 4 to 400 kB that say nothing of an id, and every hundredth one that does.
void unusable(std::uint64_t bytes, const std::string& path) {
  std::ofstream out(path, std::ios::binary);
  Text text;
  const std::string body = text.of(400'000);
  std::uint64_t written = 0;
  for (std::uint64_t i = 1; written < bytes; ++i) {
    const std::string part = body.substr(0, text.size(4000));
    const std::string line = i % 100 == 0 ? article(i % 1000, part.substr(0, 2000))
                                          : R"({"title":"x","body":")" + part + "\"}\n";
    out << line;
    written += line.size();
  }
}

/// A zip archive of `count` entries, an article each; a thousand different ones.
void zip(std::uint64_t count, const std::string& path) {
  archive* out = archive_write_new();
  archive_write_set_format_zip(out);
  archive_write_open_filename(out, path.c_str());
  Text text;
  const std::string body = text.of(500);
  for (std::uint64_t i = 0; i < count; ++i) {
    const std::string line = article(i % 1000, body);
    archive_entry* entry = archive_entry_new();
    archive_entry_set_pathname(
        entry, fmt::format("archive/{:04}/{:08}-an-article.jsonl", i / 1000, i).c_str());
    archive_entry_set_size(entry, static_cast<la_int64_t>(line.size()));
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_perm(entry, 0644);
    archive_write_header(out, entry);
    archive_write_data(out, line.data(), line.size());
    archive_entry_free(entry);
  }
  archive_write_free(out);
}

std::string warc_record(std::uint64_t number, const std::string& page) {
  const std::string http = fmt::format(
      "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {}\r\n\r\n{}",
      page.size(), page);
  return fmt::format(
      "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://harbour.example/{}\r\n"
      "WARC-Date: 2024-05-15T12:00:00Z\r\nWARC-Record-ID: <urn:uuid:{:036}>\r\n"
      "Content-Type: application/http; msgtype=response\r\nContent-Length: {}\r\n\r\n{}\r\n\r\n",
      number, number, http.size(), http);
}

/// Pages of 4 to 400 kB; a thousand different addresses.
void warc(std::uint64_t bytes, const std::string& path) {
  std::ofstream out(path, std::ios::binary);
  Text text;
  const std::string words = text.of(400'000);
  std::uint64_t written = 0;
  for (std::uint64_t i = 0; written < bytes; ++i) {
    const std::string page = fmt::format(
        "<html><head><title>Page {}</title></head><body><article><h1>Page {}</h1><p>{}</p>"
        "</article></body></html>",
        i % 1000, i % 1000, words.substr(0, text.size(4000)));
    const std::string record = warc_record(i % 1000, page);
    out << record;
    written += record.size();
  }
}

/// A folder of `count` files, a short article each, a thousand in a folder.
void files(std::uint64_t count, const std::string& path) {
  Text text;
  for (std::uint64_t i = 0; i < count; ++i) {
    const std::string folder = fmt::format("{}/{:04}", path, i / 1000);
    if (i % 1000 == 0) std::filesystem::create_directories(folder);
    std::ofstream(fmt::format("{}/{:08}.jsonl", folder, i)) << article(i, text.of(300));
  }
}

/// As many short articles in one file.
void lines(std::uint64_t count, const std::string& path) {
  std::ofstream out(path, std::ios::binary);
  Text text;
  for (std::uint64_t i = 0; i < count; ++i) out << article(i, text.of(300));
}

/// Runs a command and prints its seconds and peak memory.
int measure(char** command) {
  const auto begin = std::chrono::steady_clock::now();
  const pid_t child = fork();
  if (child == 0) {
    execvp(command[0], command);
    _exit(127);
  }
  int status = 0;
  rusage usage{};
  wait4(child, &status, 0, &usage);
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
  fmt::print(stderr, "== {:.2f} s, {} MB at most, exit status {}\n", took.count(),
             usage.ru_maxrss / 1024, WEXITSTATUS(status));
  return 0;
}

struct Kind {
  std::string_view name;
  void (*make)(std::uint64_t amount, const std::string& path);
};
constexpr Kind kinds[] = {{"jsonl", jsonl}, {"unusable", unusable}, {"zip", zip},
                          {"warc", warc},   {"files", files},       {"lines", lines}};

}  // namespace

int main(int argc, char** argv) {
  if (argc > 2 && std::string_view(argv[1]) == "measure") return measure(argv + 2);
  for (const Kind& kind : kinds) {
    if (argc != 4 || kind.name != argv[1]) continue;
    kind.make(std::stoull(argv[2]), argv[3]);
    return 0;
  }
  fmt::print(stderr,
             "usage: bench_archive jsonl|unusable|warc BYTES FILE\n"
             "       bench_archive zip|lines|files COUNT PATH\n"
             "       bench_archive measure COMMAND...\n");
  return 2;
}
