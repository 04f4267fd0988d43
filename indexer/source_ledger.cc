#include "indexer/source_ledger.h"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <functional>
#include <utility>

#include "common/schema.h"
#include "indexer/file_stream.h"
#include "indexer/gone_sources.h"

namespace news {
namespace {

std::size_t hash_of(const std::string& digest) { return std::hash<std::string>{}(digest); }

/// Whether a walk meets `a` before `b`: by the names of their folders, one after another.
bool comes_before(const std::string& a, const std::string& b) {
  return std::filesystem::path(a) < std::filesystem::path(b);
}

}  // namespace

SourceLedger::SourceLedger(IndexWriter& writer, Tally& tally, Mode mode, std::string read_as)
    : writer_(writer), tally_(tally), mode_(mode), read_as_(std::move(read_as)) {}

std::optional<SourceState> SourceLedger::state_of(const std::string& digest) const {
  return parse_source_state(writer_.source_state(digest));
}

void SourceLedger::save(const std::string& digest, const SourceState& state) {
  writer_.set_source_state(digest, print_source_state(state));
}

bool SourceLedger::wants(const std::string& path, const FileStatus& status) {
  const std::string digest = schema::source_digest(source_path(path));
  met_.insert(hash_of(digest));
  if (mode_ == Mode::Add) return true;
  std::optional<SourceState> state = state_of(digest);
  if (!state || !state->is_complete || state->read_as != read_as_) return true;
  if (state->file != status && !has_same_bytes(path, status, *state)) return true;
  if (state->file != status) {
    state->file = status;
    save(digest, *state);
  }
  ++tally_.sources.unchanged;
  return false;
}

/// Reads the file for its hash, if its size says that it may be the same.
bool SourceLedger::has_same_bytes(const std::string& path, const FileStatus& status,
                                  SourceState& state) {
  if (status.size != state.file.size) return false;
  try {
    std::atomic<std::uint64_t> bytes_read = 0;
    FileStream file(path, bytes_read);
    return file.status() == status && file.hash() == state.hash && !file.has_changed();
  } catch (const BadSource&) {
    return false;  // reading it for its articles tells what is wrong
  }
}

std::uint64_t SourceLedger::file_system_of_parent(const std::string& path) {
  std::string folder = existing_folder(path);
  if (folder != folder_) {
    folder_ = std::move(folder);
    file_system_ = file_system_of(folder_);
  }
  return file_system_;
}

void SourceLedger::begin(const std::string& path, const FileStatus& status) {
  current_ = {.path = source_path(path), .file = status, .read_as = read_as_};
  current_.file_system = file_system_of_parent(current_.path);
  digest_ = schema::source_digest(current_.path);
  known_ = articles_ = 0;
  is_whole_ = true;
  told_.clear();
  before_.clear();
  again_.erase(digest_);
  ++tally_.sources.read;
  const std::optional<SourceState> state = state_of(digest_);
  if (!state) return;
  before_ = writer_.articles_of(digest_);
  const bool is_same = state->file == status && state->read_as == read_as_;
  if (mode_ == Mode::Add || state->is_complete || !is_same || state->told == 0) return;
  known_ = state->told;
  ++tally_.sources.resumed;
}

bool SourceLedger::is_known() {
  if (digest_.empty()) return false;
  ++current_.told;
  if (current_.told > known_) return false;
  ++tally_.passed_over;
  return true;
}

void SourceLedger::tell(Xapian::docid number) {
  ++articles_;
  if (before_.empty()) return;
  if (told_.size() <= number) told_.resize(number + 1);
  told_[number] = true;
}

void SourceLedger::keep(const std::string& id) { tell(writer_.find(id).value_or(0)); }

IndexWriter::Change SourceLedger::put(Article article) {
  const IndexWriter::Put put = writer_.put(std::move(article), digest_);
  tell(put.number);
  if (mode_ == Mode::Add || put.change != IndexWriter::Change::Replaced) return put.change;
  // A file further on has the article as well, and so the last word.
  for (const std::string& other : put.others) {
    const std::optional<SourceState> state = state_of(other);
    if (!state || !is_below_any(state->path, roots_)) continue;
    if (!digest_.empty() && comes_before(current_.path, state->path)) read_again(other, *state);
  }
  return put.change;
}

void SourceLedger::commit() {
  if (!digest_.empty() && current_.told > 0) {
    SourceState so_far = current_;
    so_far.told = std::max(current_.told, known_);
    save(digest_, so_far);
  }
  writer_.commit();
}

/// The articles that the file had before and has not told now.
std::vector<Xapian::docid> SourceLedger::untold() const {
  const auto is_told = [&](Xapian::docid number) { return number < told_.size() && told_[number]; };
  std::vector<Xapian::docid> numbers;
  std::copy_if(
      before_.begin(), before_.end(), std::back_inserter(numbers),
      [&](Xapian::docid number) { return !is_told(number) && !is_told(writer_.now(number)); });
  return numbers;
}

void SourceLedger::end(std::uint64_t hash) {
  current_.hash = hash;
  // A file in which nothing can be read any more has not lost its articles on purpose.
  const bool is_unusable = articles_ == 0 && current_.told > 0;
  const auto lost = is_whole_ && !is_unusable ? untold() : std::vector<Xapian::docid>();
  if (mode_ == Mode::Sync) {
    for (const Xapian::docid number : lost) forget(number, digest_);
  }
  const std::string digest = std::exchange(digest_, {});
  current_.is_complete = true;
  if (mode_ == Mode::Sync || lost.empty()) return save(digest, current_);
  read_again(digest, current_);  // by the next sync, which may forget
}

void SourceLedger::broke_off() {
  if (digest_.empty()) return;
  current_.told = std::max(current_.told, known_);
  save(std::exchange(digest_, {}), current_);
}

void SourceLedger::unreadable(const std::string& path) { unreadable_.push_back(source_path(path)); }

void SourceLedger::forget(Xapian::docid number, const std::string& digest) {
  const std::vector<std::string> others = writer_.release(number, digest);
  if (others.empty()) ++tally_.forgotten;
  for (const std::string& other : others) {
    if (auto state = state_of(other)) read_again(other, std::move(*state));
  }
  if (writer_.is_full()) commit();
}

/// Makes the file one that is read whole next time: in this run, if it is about it.
void SourceLedger::read_again(const std::string& digest, SourceState state) {
  if (mode_ == Mode::Sync && is_below_any(state.path, roots_)) again_[digest] = state.path;
  state.file = {};
  state.told = 0;
  state.is_complete = false;
  save(digest, state);
}

/// Whether it is a file that was read once and that its folder, still there, has no more.
bool SourceLedger::is_gone_for_good(const std::string& path) const {
  std::error_code error;
  if (mode_ == Mode::Add || path == "-" || std::filesystem::exists(path, error)) return false;
  const std::string absolute = source_path(path);
  const auto state = state_of(schema::source_digest(absolute));
  const std::filesystem::path folder = std::filesystem::path(absolute).parent_path();
  return state && std::filesystem::is_directory(folder, error) &&
         file_system_of(folder.string()) == state->file_system;
}

std::vector<std::string> SourceLedger::begin_run(const std::vector<std::string>& paths) {
  std::vector<std::string> to_walk;
  for (const std::string& path : paths) {
    if (path != "-") roots_.push_back(source_path(path));
    if (!is_gone_for_good(path)) to_walk.push_back(path);
  }
  return to_walk;
}

void SourceLedger::forget_gone(Intake& intake) {
  if (mode_ == Mode::Add) return;
  const GoneSources gone =
      find_gone_sources(writer_, roots_, unreadable_,
                        [&](const std::string& digest) { return met_.contains(hash_of(digest)); });
  for (const std::string& digest : gone.digests) {
    for (const Xapian::docid number : writer_.articles_of(digest)) forget(number, digest);
    writer_.set_source_state(digest, {});
    again_.erase(digest);
    ++tally_.sources.gone;
  }
  for (const auto& [folder, count] : gone.unmounted) {
    intake.rejected({.source = folder},
                    fmt::format("{} files that were read before are not there, and neither is the "
                                "file system they were on; their articles stay: mount it, or take "
                                "them out with rebuild or remove",
                                count),
                    {});
  }
}

std::vector<std::string> SourceLedger::take_again() {
  std::vector<std::string> paths;
  for (const auto& [digest, path] : std::exchange(again_, {})) {
    std::error_code error;
    const bool is_there = std::filesystem::exists(path, error);
    if (is_there && read_twice_.insert(digest).second) paths.push_back(path);
  }
  std::sort(paths.begin(), paths.end(), comes_before);
  return paths;
}

}  // namespace news
