#include "indexer/fold.h"

#include <fmt/format.h>
#include <xapian.h>

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "common/error.h"
#include "common/posting_file.h"
#include "common/schema.h"
#include "common/term_cursor.h"
#include "indexer/base_part.h"
#include "indexer/posting_merge.h"

namespace news {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t least_changed = 10'000;
constexpr std::size_t share_changed = 10;  // one in so many

/// A copy of the base without what is gone from it.
Xapian::Database live_part_of_base(const ArticleDatabase& articles, const fs::path& base,
                                   const fs::path& copy) {
  if (articles.gone() == 0) return articles.parts().front();
  fs::create_directories(copy);
  for (const auto& file : fs::directory_iterator(base)) {
    const bool is_ours = file.path() == OrderFile::path(base) ||
                         file.path() == PostingFile::path(base) ||
                         file.path() == TermDictionary::path(base);
    if (!is_ours) fs::copy_file(file.path(), copy / file.path().filename());
  }
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

/// The recent part as a base.
void make_base_of_recent(const ArticleDatabase& articles, const fs::path& path) {
  BasePartWriter writer(path);
  const Xapian::Database& recent = articles.recent();
  for (TermCursor article(recent, {}); !article.at_end(); article.next()) {
    IndexTerms terms;
    Xapian::Document document = recent.get_document(article.id());
    for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term) {
      if (!schema::is_identity(*term)) terms.add(*term, term.get_wdf());
    }
    for (const auto& [term, ignored] : terms.terms) document.remove_term(term);
    terms.order = document.get_value(schema::order_slot);
    document.remove_value(schema::order_slot);
    writer.add(article.id(), document, terms);
  }
  writer.finish();
}

void write_orders(const ArticleDatabase& articles, const fs::path& base) {
  OrderFileWriter orders(base);
  const Xapian::docid last = articles.last_number();
  TermCursor recent(articles.recent(), {});
  for (Xapian::docid number = 1; number <= last; ++number) {
    recent.skip_to(number);
    const bool is_there =
        number <= articles.last_of_base() ? !articles.is_gone(number) : recent.id() == number;
    orders.add(is_there ? articles.order(number) : std::string());
  }
  orders.finish();
}

void fold_into(const IndexFolder& index, const std::string& live, const std::string& next) {
  const ArticleDatabase articles = index.open(live);
  const fs::path folder = index.base(next).parent_path();
  const fs::path copy = folder / "copy";
  const fs::path added = folder / "added";
  make_base_of_recent(articles, added);
  Xapian::Database all;
  std::vector<PostingPart> postings;
  if (index.has_base(live)) {
    all.add_database(live_part_of_base(articles, index.base(live), copy));
    postings.push_back({articles.files().postings});
  }
  all.add_database(Xapian::Database(added.string()));
  postings.push_back({PostingFile::open(added)});
  all.compact(index.base(next).string(), Xapian::DBCOMPACT_NO_RENUMBER);
  write_orders(articles, index.base(next));
  const auto is_gone = [&articles](Xapian::docid number) { return articles.is_gone(number); };
  merge_postings(postings, index.base(next), {.is_gone = is_gone, .words = true});
  Xapian::WritableDatabase recent(index.recent(next).string(), Xapian::DB_CREATE);
  copy_metadata(articles.recent(), recent);
  recent.commit();
  recent.close();
  fs::remove_all(copy);
  fs::remove_all(added);
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
