#include "indexer/fold.h"

#include <fmt/format.h>
#include <xapian.h>

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "common/error.h"
#include "common/posting_file.h"
#include "common/schema.h"

namespace news {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t least_changed = 10'000;
constexpr std::size_t share_changed = 10;  // one in so many

/// A copy of the base without what is gone from it.
Xapian::Database live_part_of_base(const ArticleDatabase& articles, const fs::path& base,
                                   const fs::path& copy) {
  if (articles.gone() == 0) return articles.parts().front();
  fs::copy(base, copy, fs::copy_options::recursive);
  Xapian::WritableDatabase database(copy.string(), Xapian::DB_OPEN | Xapian::DB_NO_SYNC);
  for (Xapian::docid number = 1; number <= articles.last_of_base(); ++number) {
    if (articles.is_gone(number)) database.delete_document(number);
  }
  database.commit();
  database.close();
  return Xapian::Database(copy.string());
}

void copy_metadata(const Xapian::Database& from, Xapian::WritableDatabase& to) {
  const auto end = from.metadata_keys_end();
  for (auto key = from.metadata_keys_begin(); key != end; ++key) {
    if (*key != schema::gone_key) to.set_metadata(*key, from.get_metadata(*key));
  }
}

void fold_into(const IndexFolder& index, const std::string& live, const std::string& next) {
  const ArticleDatabase articles = index.open(live);
  const fs::path copy = index.base(next).parent_path() / "parts";
  Xapian::Database all;
  if (index.has_base(live)) {
    all.add_database(live_part_of_base(articles, index.base(live), copy));
  }
  all.add_database(articles.recent());
  all.compact(index.base(next).string(), Xapian::DBCOMPACT_NO_RENUMBER);
  const fs::path orders = OrderFile::path(index.base(live));
  if (fs::exists(orders)) fs::copy_file(orders, OrderFile::path(index.base(next)));
  PostingFile::write(index.base(next));
  Xapian::WritableDatabase recent(index.recent(next).string(), Xapian::DB_CREATE);
  copy_metadata(articles.recent(), recent);
  recent.commit();
  recent.close();
  fs::remove_all(copy);
}

}  // namespace

bool is_worth_folding(const IndexFolder& index, const std::string& generation) {
  const ArticleDatabase articles = index.open(generation);
  const bool has_base = articles.parts().size() > 1;
  const std::size_t base = has_base ? articles.parts().front().get_doccount() : 0;
  const std::size_t changed = articles.recent().get_doccount() + articles.gone();
  return changed >= std::max(least_changed, base / share_changed);
}

void fold(const IndexFolder& index) {
  const std::string live = index.live();
  const std::string next = index.create_generation();
  const auto give_up = [&](const std::string& why) {
    std::error_code ignored;
    fs::remove_all(index.path() / next, ignored);
    throw Error(
        fmt::format("cannot fold what is new into the base of {}: {}", index.path().string(), why),
        "everything is there and can be searched; free some space and add or sync again");
  };
  try {
    fold_into(index, live, next);
    index.switch_to(next);
  } catch (const Xapian::Error& error) {
    give_up(error.get_description());
  } catch (const fs::filesystem_error& error) {
    give_up(error.what());
  } catch (const Error& error) {
    give_up(error.what());
  }
}

}  // namespace news
