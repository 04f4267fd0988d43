#include "indexer/fold.h"

#include <fmt/format.h>
#include <xapian.h>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <string>
#include <system_error>
#include <vector>

#include "common/error.h"
#include "common/posting_file.h"
#include "common/schema.h"
#include "common/term_cursor.h"
#include "indexer/base_part.h"
#include "indexer/pair_lists.h"
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
    const std::string name = file.path().filename();
    if (name == "iamglass" || name.ends_with(".glass")) fs::copy_file(file.path(), copy / name);
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

/// That of the base, or what suits the articles of the recent part.
std::shared_ptr<const TextCodec> codec_of(const ArticleDatabase& articles) {
  if (articles.files().articles) return articles.files().articles->codec();
  constexpr std::size_t most = 1'000;
  std::vector<std::string> some;
  for (const Xapian::docid number : articles.with_term({}, most)) {
    some.push_back(articles.article(number));
  }
  return std::make_shared<const TextCodec>(TextCodec::train(some));
}

ColumnRow columns_of(const Xapian::Document& document) {
  ColumnRow row;
  for (std::size_t i = 0; i < row.facets.size(); ++i) {
    row.facets[i] = document.get_value(schema::facets[i].slot);
  }
  const std::string published = document.get_value(schema::published_slot);
  if (published.empty()) return row;
  row.published = schema::decode(published);
  row.day = static_cast<std::int32_t>(schema::decode(document.get_value(schema::day_slot)));
  return row;
}

/// The recent part as a base.
void make_base_of_recent(const ArticleDatabase& articles, const fs::path& path) {
  TermTable terms;
  BasePartWriter writer(path, codec_of(articles), terms);
  const Xapian::Database& recent = articles.recent();
  FileParts parts;
  for (TermCursor article(recent, {}); !article.at_end(); article.next()) {
    parts.clear();
    Xapian::Document document = recent.get_document(article.id());
    for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term) {
      if (!schema::is_identity(*term)) parts.terms[terms.place_of(*term)] = term.get_wdf();
    }
    for (const auto& [place, ignored] : parts.terms.all()) {
      document.remove_term(std::string(terms[place]));
    }
    parts.order = document.get_value(schema::order_slot);
    parts.data = document.get_data();
    parts.columns = columns_of(document);
    for (const schema::Facet& facet : schema::facets) document.add_value(facet.slot, {});
    for (const Xapian::valueno slot : {schema::order_slot, schema::day_slot}) {
      document.add_value(slot, {});  // which takes it away
    }
    document.set_data({});
    writer.add(article.id(), document, parts);
  }
  writer.finish();
}

/// The orders, articles and columns of both parts, by number; `added` is the recent part as a base.
void write_rows(const ArticleDatabase& articles, const fs::path& added, const fs::path& base) {
  const auto data_of_recent = ArticleFile::open(added);
  const auto orders_of_recent = OrderFile::open(added);
  OrderFileWriter orders(base);
  ArticleFileWriter data(base, data_of_recent->codec());
  ColumnFileWriter columns(base);
  const auto is_gone = [&](Xapian::docid number) { return articles.is_gone(number); };
  if (articles.files().columns) columns.add_all(*articles.files().columns, 1, is_gone);
  columns.add_all(*ColumnFile::open(added), articles.last_of_base() + 1);
  columns.finish();
  std::string order, packed;
  for (Xapian::docid number = 1; number <= articles.last_number(); ++number) {
    const bool is_of_base = number <= articles.last_of_base();
    const BaseFiles& files = articles.files();
    (is_of_base ? *files.orders : *orders_of_recent).read(number, order);
    (is_of_base ? *files.articles : *data_of_recent).read_packed(number, packed);
    orders.add(articles.is_gone(number) ? std::string_view() : order);
    data.add_packed(articles.is_gone(number) ? std::string_view() : packed);
  }
  orders.finish();
  data.finish();
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
  write_rows(articles, added, index.base(next));
  const auto is_gone = [&articles](Xapian::docid number) { return articles.is_gone(number); };
  merge_postings(postings, index.base(next), {.is_gone = is_gone, .words = true});
  sync_files(index.base(next));
  write_pair_lists(index.base(next));
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
