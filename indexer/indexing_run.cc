#include "indexer/indexing_run.h"

#include <fmt/format.h>

#include <cstdio>
#include <nlohmann/json.hpp>

#include "common/error.h"
#include "common/text.h"
#include "indexer/enrich.h"
#include "indexer/stop_signal.h"

namespace news {

IndexingRun::IndexingRun(IndexWriter& writer, const Options& options)
    : writer_(writer),
      options_(options),
      read_options_{.format = options.format, .map = {}},
      rejects_(options.rejects),
      progress_(source_, options.quiet) {}

void IndexingRun::run() {
  open_sources(options_.arguments, SourceLimits{}, source_, *this,
               [this](const std::string& name, ByteStream& bytes) {
                 read_source(bytes, name, read_options_, *this);
               });
  commit();
  progress_.finish(tally_);
}

void IndexingRun::commit() {
  writer_.commit();
  since_commit_ = 0;
  if (!options_.quiet && !options_.json) {
    progress_.say(
        fmt::format("committed {} articles, revision {}", tally_.taken(), writer_.revision()));
  }
}

void IndexingRun::article(Article&& article, const Place&) {
  enrich(article);
  const bool added = writer_.put(std::move(article)) == IndexWriter::Change::Added;
  ++(added ? tally_.added : tally_.replaced);
  if (++since_commit_ >= options_.commit_every) commit();
  progress_.update(tally_);
  if (!stop_requested()) return;
  commit();
  throw Error("stopped by a signal; what was read so far is committed",
              "run it again to go on: articles that are there already are replaced by themselves");
}

void IndexingRun::rejected(const Place& place, const std::string& reason, std::string_view text) {
  ++tally_.rejected;
  rejects_.add(place, reason, text);
  progress_.say(repair_utf8(fmt::format("{}: {}", to_string(place), reason)));
}

void IndexingRun::warning(const Place& place, const std::string& what) {
  if (!options_.quiet) {
    progress_.say(repair_utf8(fmt::format("{}: warning: {}", to_string(place), what)));
  }
}

void IndexingRun::removed(const std::string& id_or_url, const Place&) {
  if (writer_.remove(id_or_url)) ++tally_.removed;
}

void IndexingRun::skipped(const Place&, std::string_view what) {
  ++tally_.skipped[std::string(what)];
}

void IndexingRun::summarize() const {
  const double seconds = progress_.seconds();
  if (options_.json) {
    const nlohmann::ordered_json summary{
        {"added", tally_.added},          {"replaced", tally_.replaced},
        {"rejected", tally_.rejected},    {"articles", writer_.articles()},
        {"revision", writer_.revision()}, {"seconds", seconds}};
    fmt::print("{}\n", summary.dump());
  } else if (!options_.quiet) {
    fmt::print(stderr, "added {}, replaced {}, rejected {} in {:.1f} s; {} articles in {}\n",
               tally_.added, tally_.replaced, tally_.rejected, seconds, writer_.articles(),
               options_.index);
  }
}

}  // namespace news
