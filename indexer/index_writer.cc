#include "indexer/index_writer.h"

#include <fmt/format.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <stdexcept>
#include <utility>
#include <vector>

#include "common/article_json.h"
#include "common/error.h"
#include "common/schema.h"
#include "indexer/enrich.h"
#include "indexer/whole_document.h"

namespace news {

namespace {

/// Of the articles whose id comes again while loading in bulk, so many are kept in memory.
constexpr std::size_t most_repeated = 10'000;

/// Xapian holds some 15 to 30 bytes in memory for each byte of text that is not committed
/// (tests/bench/memory measures it).
constexpr std::size_t most_unflushed = 8u << 20;
/// What an article that is removed counts for there.
constexpr std::size_t removed_bytes = 4u << 10;

[[noreturn]] void fail(const Xapian::Error& error, const IndexFolder& index) {
  // Where Xapian cannot go back either, the system's reason stands only within the message.
  const std::string what = error.get_description();
  const char* const system = error.get_error_string();
  const bool full =
      (what + (system == nullptr ? "" : system)).find(std::strerror(ENOSPC)) != std::string::npos;
  throw Error(fmt::format("cannot write to {}: {}", index.path().string(), what),
              full ? "the disk is full: free some space and run it again; the last commit stands"
                   : "the last commit stands; see how it is with: newsindex check");
}

/// Calls `work`; what Xapian throws comes out as Error.
template <typename Work>
auto guarded(const IndexFolder& index, const Work& work) {
  try {
    return work();
  } catch (const Xapian::Error& error) {
    fail(error, index);
  }
}

/// The revision that a new generation goes on from.
std::uint64_t live_revision(const IndexFolder& index) {
  if (!index.exists()) return 0;
  try {
    return guarded(index, [&] { return index.revision(index.live()); });
  } catch (const Error&) {
    return 0;  // what is damaged beyond reading is about to be replaced
  }
}

WritableArticles open_database(const IndexFolder& index, const std::string& generation) {
  return guarded(index, [&] { return WritableArticles::open(index, generation); });
}

void set_up(WritableArticles& database, const TimeZone& zone) {
  database.set_metadata(schema::version_key, std::to_string(schema::version));
  database.set_metadata(schema::time_zone_key, zone.name());
}

/// The zone of the days in `database`; of an empty one, which gets `zone` and its version.
TimeZone adopt_zone(WritableArticles& database, const IndexFolder& index, const TimeZone& zone) {
  if (database.last_number() == 0 && database.metadata(schema::version_key).empty()) {
    set_up(database, zone);
    return zone;
  }
  schema::require_version(database.recent(), index.path().string());
  return TimeZone(database.metadata(schema::time_zone_key));
}

/// Whether the article that is to replace `before` is the same, whatever story we found for that.
bool same_but_for_story(Article article, const Article& before) {
  if (article.story.empty() && has_found_story(before)) {
    article.story = before.story;
    article.derived.emplace_back("story");
  }
  return print_article(article) == print_article(before);
}

}  // namespace

IndexWriter::IndexWriter(const IndexFolder& index, const std::string& generation,
                         const TimeZone& zone)
    : index_(index),
      generation_(generation),
      database_(open_database(index, generation)),
      names_(database_),
      builder_(guarded(index, [&] { return adopt_zone(database_, index, zone); })),
      story_archive_(database_),
      stories_(story_archive_, database_, builder_),
      revision_(guarded(index, [&] { return schema::revision(database_.recent()); })) {
  if (revision_ == 0) {
    revision_ = live_revision(index);
    pending_ = true;
  }
}

IndexWriter::~IndexWriter() {
  // Its own destructor would commit what nobody asked for, or the half that a failed commit has
  // left, and swallow what goes wrong.
  try {
    database_.cancel();
  } catch (const Xapian::Error&) {
    return;  // the last commit stands
  }
}

void IndexWriter::load_in_bulk() {
  if (database_.last_number() > 0) throw std::logic_error("there are articles already");
  load_ =
      std::make_unique<BulkLoad>(index_.base(generation_).parent_path() / "parts", builder_.zone());
  pending_ = true;
}

IndexWriter::Put IndexWriter::load(Article article, const std::string& source) {
  const auto taken = guarded(index_, [&] { return load_->add(std::move(article), source); });
  if (load_->repeated() >= most_repeated) end_load();
  switch (taken) {
    case BulkLoad::Taken::New:
      return {.change = Change::Added};
    case BulkLoad::Taken::Same:
      return {.change = Change::Unchanged};
    default:
      return {.change = Change::Replaced};
  }
}

/// Makes one database of what was loaded in bulk and goes on with that as usual.
void IndexWriter::end_load() {
  const auto load = std::exchange(load_, nullptr);
  if (!load) return;
  if (load->articles() > 0) {
    guarded(index_, [&] {
      database_.close();
      load->finish(index_.base(generation_), stories_);
      database_ = open_database(index_, generation_);
      set_up(database_, builder_.zone());
    });
  }
  for (const auto& [source, state] : std::exchange(loaded_sources_, {})) {
    set_source_state(source, state);
  }
  for (auto& [article, source] : load->take_repeated()) {
    enrich(article);
    put(std::move(article), source);
  }
}

/// Before anything is changed: what follows is one transaction until the next commit.
void IndexWriter::change(std::size_t text_bytes) {
  pending_ = true;
  unflushed_ += text_bytes;
  database_.begin();
}

void IndexWriter::spell_authors_alike(Article& article) {
  guarded(index_, [&] { names_.spell_alike(article); });
}

IndexWriter::Put IndexWriter::put(Article article, const std::string& source) {
  if (load_) return load(std::move(article), source);
  return guarded(index_, [&] {
    const std::optional<Xapian::docid> known = find(article.id);
    if (known) return put_again(*known, std::move(article), source);
    const Xapian::docid number = database_.new_number();
    write(number, std::move(article), std::nullopt, {source});
    return Put{.change = Change::Added, .number = number, .others = {}};
  });
}

/// Writes the document of an article, which `before` was until now, with the sources it has.
void IndexWriter::write(Xapian::docid number, Article article, const std::optional<Article>& before,
                        const std::vector<std::string>& sources) {
  change(0);
  const Fingerprint fingerprint = fingerprint_of(article);
  stories_.join(article, fingerprint, number, before);
  Xapian::Document document = builder_.build(article, fingerprint);
  for (const std::string& source : sources) {
    if (!source.empty()) document.add_boolean_term(schema::source_term(source));
  }
  change(document.get_data().size());
  database_.write(number, document);
}

/// Takes a document out; other articles of its story may change by that.
void IndexWriter::erase(Xapian::docid number) {
  change(removed_bytes);
  stories_.leave(story_archive_.read(number));
  database_.remove(number);
}

IndexWriter::Put IndexWriter::put_again(Xapian::docid number, Article article,
                                        const std::string& source) {
  Put put{.change = Change::Unchanged,
          .number = number,
          .others = sources_of(database_.document(number))};
  const bool is_new_source = !source.empty() && std::erase(put.others, source) == 0;
  const Article before = story_archive_.read(number);
  if (!same_but_for_story(article, before)) {
    put.change = Change::Replaced;
    std::vector<std::string> sources = put.others;
    sources.push_back(source);
    change(0);
    put.number = database_.make_way(number);
    write(put.number, std::move(article), before, sources);
  } else if (is_new_source) {
    Xapian::Document old = whole_document(database_, number, builder_);
    old.add_boolean_term(schema::source_term(source));
    change(old.get_data().size());
    put.number = database_.make_way(number);
    database_.write(put.number, old);
  }
  return put;
}

bool IndexWriter::remove(const std::string& id_or_url) {
  end_load();
  return guarded(index_, [&] {
    for (const std::string& term : schema::lookup_terms(id_or_url)) {
      const std::vector<Xapian::docid> numbers = database_.with_term(term);
      for (const Xapian::docid number : numbers) erase(number);
      if (!numbers.empty()) return true;
    }
    return false;
  });
}

std::optional<Xapian::docid> IndexWriter::find(const std::string& id) {
  end_load();
  return guarded(index_, [&] { return story_archive_.find(id); });
}

std::vector<Xapian::docid> IndexWriter::articles_of(const std::string& source) {
  end_load();
  return guarded(index_, [&] { return database_.with_term(schema::source_term(source)); });
}

std::vector<std::string> IndexWriter::release(Xapian::docid was, const std::string& source) {
  end_load();
  return guarded(index_, [&] {
    const Xapian::docid number = database_.now(was);
    std::vector<std::string> left = sources_of(database_.document(number));
    std::erase(left, source);
    if (left.empty()) {
      erase(number);
    } else {
      Xapian::Document document = whole_document(database_, number, builder_);
      change(document.get_data().size());
      document.remove_term(schema::source_term(source));
      database_.write(database_.make_way(number), document);
    }
    return left;
  });
}

std::string IndexWriter::source_state(const std::string& source) const {
  if (load_) {
    const auto loaded = loaded_sources_.find(source);
    return loaded == loaded_sources_.end() ? std::string() : loaded->second;
  }
  return guarded(index_, [&] { return database_.metadata(schema::source_key(source)); });
}

void IndexWriter::set_source_state(const std::string& source, const std::string& state) {
  if (load_) {
    loaded_sources_[source] = state;
    return;
  }
  guarded(index_, [&] {
    change(0);
    database_.set_metadata(schema::source_key(source), state);
  });
}

std::vector<std::string> IndexWriter::sources() {
  end_load();
  return guarded(index_, [&] {
    const std::string prefix(schema::source_key_prefix);
    std::vector<std::string> sources;
    const auto end = database_.recent().metadata_keys_end(prefix);
    for (auto key = database_.recent().metadata_keys_begin(prefix); key != end; ++key) {
      sources.push_back((*key).substr(prefix.size()));
    }
    return sources;
  });
}

bool IndexWriter::is_full() const { return unflushed_ >= most_unflushed; }

void IndexWriter::commit() {
  if (!pending_) return;
  end_load();
  guarded(index_, [&] {
    change(0);
    stories_.settle();
    database_.set_metadata(schema::revision_key, std::to_string(revision_ + 1));
    database_.commit();
  });
  ++revision_;
  pending_ = false;
  unflushed_ = 0;
}

std::uint64_t IndexWriter::articles() const { return database_.articles(); }

}  // namespace news
