#include "indexer/index_writer.h"

#include <fmt/format.h>

#include <cerrno>
#include <charconv>
#include <cstring>
#include <utility>
#include <vector>

#include "common/article_json.h"
#include "common/error.h"
#include "common/schema.h"

namespace news {

namespace {

[[noreturn]] void fail(const Xapian::Error& error, const IndexFolder& index) {
  const char* system = error.get_error_string();
  const bool full = system != nullptr && std::string_view(system) == std::strerror(ENOSPC);
  throw Error(fmt::format("cannot write to {}: {}", index.path().string(), error.get_description()),
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

std::string metadata(const Xapian::Database& database, std::string_view key) {
  return database.get_metadata(std::string(key));
}

std::uint64_t read_revision(const Xapian::Database& database) {
  const std::string text = metadata(database, schema::revision_key);
  std::uint64_t revision = 0;
  std::from_chars(text.data(), text.data() + text.size(), revision);
  return revision;
}

/// The revision that a new generation goes on from.
std::uint64_t live_revision(const IndexFolder& index) {
  if (!index.exists()) return 0;
  try {
    return guarded(index, [&] {
      return read_revision(Xapian::Database(index.database(index.live()).string()));
    });
  } catch (const Error&) {
    return 0;  // what is damaged beyond reading is about to be replaced
  }
}

Xapian::WritableDatabase open_database(const IndexFolder& index, const std::string& generation) {
  return guarded(index, [&] {
    return Xapian::WritableDatabase(index.database(generation).string(), Xapian::DB_CREATE_OR_OPEN);
  });
}

/// The zone of the days in `database`; of an empty one, which gets `zone` and its version.
TimeZone adopt_zone(Xapian::WritableDatabase& database, const IndexFolder& index,
                    const TimeZone& zone) {
  if (database.get_lastdocid() == 0 && metadata(database, schema::version_key).empty()) {
    database.set_metadata(std::string(schema::version_key), std::to_string(schema::version));
    database.set_metadata(std::string(schema::time_zone_key), zone.name());
    return zone;
  }
  schema::require_version(database, index.path().string());
  return TimeZone(metadata(database, schema::time_zone_key));
}

Article read_article(const Xapian::Database& database, Xapian::docid number) {
  std::vector<std::string> warnings;
  return parse_article(database.get_document(number).get_data(), warnings);
}

}  // namespace

IndexWriter::IndexWriter(const IndexFolder& index, const std::string& generation,
                         const TimeZone& zone)
    : index_(index),
      database_(open_database(index, generation)),
      builder_(guarded(index, [&] { return adopt_zone(database_, index, zone); })),
      stories_(database_, builder_.zone()),
      revision_(guarded(index, [&] { return read_revision(database_); })) {
  if (revision_ == 0) {
    revision_ = live_revision(index);
    pending_ = true;
  }
}

IndexWriter::~IndexWriter() {
  // Its own destructor would commit what nobody asked for, or the half that a failed commit has
  // left, and swallow what goes wrong.
  try {
    if (!in_transaction_) database_.begin_transaction(false);
    database_.cancel_transaction();
    database_.close();
  } catch (const Xapian::Error&) {
    return;  // the last commit stands
  }
}

void IndexWriter::begin() {
  if (in_transaction_) return;
  database_.begin_transaction(true);
  in_transaction_ = true;
}

IndexWriter::Change IndexWriter::put(Article article) {
  const Shingles shingles = shingles_of(article);
  return guarded(index_, [&] {
    begin();
    pending_ = true;
    const std::string id = schema::id_term(article.id);
    const auto old = database_.postlist_begin(id);
    const bool is_new = old == database_.postlist_end(id);
    const Xapian::docid number = is_new ? database_.get_lastdocid() + 1 : *old;
    std::optional<Article> before;
    if (!is_new) before = read_article(database_, number);
    stories_.join(article, shingles, number, before);
    database_.replace_document(number, builder_.build(article, shingles));
    return is_new ? Change::Added : Change::Replaced;
  });
}

bool IndexWriter::remove(const std::string& id_or_url) {
  return guarded(index_, [&] {
    for (const std::string& term : schema::lookup_terms(id_or_url)) {
      if (!database_.term_exists(term)) continue;
      begin();
      pending_ = true;
      const auto end = database_.postlist_end(term);
      for (auto number = database_.postlist_begin(term); number != end; ++number) {
        stories_.leave(read_article(database_, *number));
      }
      database_.delete_document(term);
      return true;
    }
    return false;
  });
}

void IndexWriter::commit() {
  if (!pending_) return;
  guarded(index_, [&] {
    begin();
    stories_.settle();
    database_.set_metadata(std::string(schema::revision_key), std::to_string(revision_ + 1));
    in_transaction_ = false;  // even if this fails
    database_.commit_transaction();
  });
  ++revision_;
  pending_ = false;
}

std::uint64_t IndexWriter::articles() const { return database_.get_doccount(); }

}  // namespace news
