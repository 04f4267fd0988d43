#include "indexer/indexing_run.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <utility>

#include "common/error.h"
#include "common/text.h"
#include "indexer/enrich.h"
#include "indexer/stop_signal.h"
#include "indexer/summary.h"

namespace news {

namespace {

constexpr std::string_view unknown_format = "unknown";

/// The options that change what a file is read as, as one word.
std::string word_for(const ReadOptions& options) {
  std::string text = percent_encode(options.format) + ';';
  for (const auto& [field, name] : options.map.fields) {
    text += percent_encode(field) + '=' + percent_encode(name) + ';';
  }
  return text;
}

}  // namespace

IndexingRun::IndexingRun(IndexWriter& writer, const Options& options, SourceLedger::Mode mode)
    : writer_(writer),
      options_(options),
      read_options_{.format = options.format, .map = options.map},
      rejects_(options.rejects),
      progress_(source_, options.quiet),
      ledger_(writer, tally_, mode, word_for(read_options_)),
      format_(unknown_format) {}

void IndexingRun::run() {
  read(ledger_.begin_run(options_.arguments));
  ledger_.forget_gone(*this);
  for (auto again = ledger_.take_again(); !again.empty(); again = ledger_.take_again()) {
    read(again);
  }
  commit();
  progress_.finish(tally_);
}

void IndexingRun::read(const std::vector<std::string>& paths) {
  open_sources(paths, SourceLimits{}, source_, *this, ledger_,
               [this](const std::string& name, ByteStream& bytes) {
                 format_ = unknown_format;
                 read_source(bytes, name, read_options_, *this);
                 format_ = unknown_format;
               });
}

void IndexingRun::commit() {
  const double begin = progress_.seconds();
  ledger_.commit();
  longest_commit_seconds_ = std::max(longest_commit_seconds_, progress_.seconds() - begin);
  since_commit_ = 0;
  if (!options_.quiet && !options_.json) {
    progress_.say(
        fmt::format("committed {} articles, revision {}", tally_.taken(), writer_.revision()));
  }
}

void IndexingRun::stop_if_asked() {
  if (!stop_requested()) return;
  if (writer_.is_loading()) throw Error("stopped by a signal", "run it again, from the beginning");
  commit();
  throw Error("stopped by a signal; what was read so far is committed",
              "run it again: sync goes on where it was, add replaces what is there already");
}

void IndexingRun::count(IndexWriter::Change change) {
  FormatTally& format = tally_.formats[format_];
  switch (change) {
    case IndexWriter::Change::Added:
      ++tally_.added;
      ++format.added;
      break;
    case IndexWriter::Change::Replaced:
      ++tally_.replaced;
      ++format.replaced;
      break;
    case IndexWriter::Change::Unchanged:
      ++tally_.unchanged;
      ++format.unchanged;
      break;
  }
}

void IndexingRun::article(Article&& article, const Place&) {
  is_in_known_part_ = ledger_.is_known();
  if (is_in_known_part_) {
    ledger_.keep(article.id);
  } else {
    if (!writer_.is_loading()) enrich(article);
    writer_.spell_authors_alike(article);
    count(ledger_.put(std::move(article)));
    const bool enough = ++since_commit_ >= options_.commit_every || writer_.is_full();
    if (enough && !writer_.is_loading()) commit();
  }
  progress_.update(tally_);
  stop_if_asked();
}

void IndexingRun::rejected(const Place& place, const std::string& reason, std::string_view text) {
  is_in_known_part_ = ledger_.is_known();
  if (is_in_known_part_) return;
  count_rejection(tally_, format_, reason);
  rejects_.add(place, reason, text);
  progress_.say(repair_utf8(fmt::format("{}: {}", to_string(place), reason)));
  stop_if_asked();
}

void IndexingRun::warning(const Place& place, const std::string& what) {
  if (options_.quiet || is_in_known_part_) return;
  progress_.say(repair_utf8(fmt::format("{}: warning: {}", to_string(place), what)));
}

void IndexingRun::removed(const std::string& id_or_url, const Place&) {
  is_in_known_part_ = ledger_.is_known();
  if (!is_in_known_part_ && writer_.remove(id_or_url)) ++tally_.removed;
}

void IndexingRun::skipped(const Place&, std::string_view what) {
  ++tally_.skipped[std::string(what)];
}

void IndexingRun::summarize() const {
  const Summary summary{.tally = tally_,
                        .seconds = progress_.seconds(),
                        .longest_commit_seconds = longest_commit_seconds_,
                        .articles = writer_.articles(),
                        .revision = writer_.revision(),
                        .index = options_.index};
  if (options_.json) {
    fmt::print("{}", summary_json(summary));
  } else if (!options_.quiet) {
    fmt::print(stderr, "{}", repair_utf8(summary_text(summary)));
  }
}

}  // namespace news
