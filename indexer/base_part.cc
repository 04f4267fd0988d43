#include "indexer/base_part.h"

#include <string>
#include <utility>

#include "indexer/posting_merge.h"

namespace news {

BasePartWriter::BasePartWriter(const std::filesystem::path& path,
                               std::shared_ptr<const TextCodec> codec)
    : path_(path),
      tables_(path.string(), Xapian::DB_CREATE | Xapian::DB_NO_SYNC),
      orders_(path),
      articles_(path, std::move(codec)),
      columns_(path) {}

void BasePartWriter::add(Xapian::docid number, const Xapian::Document& document,
                         const FileParts& parts) {
  tables_.replace_document(number, document);
  while (++last_ < number) {
    orders_.add({});
    articles_.add({});
    columns_.add_none();
  }
  orders_.add(parts.order);
  articles_.add(parts.data);
  columns_.add(parts.columns);
  postings_.add(number, parts.terms);
}

void BasePartWriter::finish() {
  postings_.write(path_);
  orders_.finish();
  articles_.finish();
  columns_.finish();
  tables_.commit();
  tables_.close();
}

void merge_parts(const std::vector<std::filesystem::path>& parts, const std::filesystem::path& path,
                 bool is_whole) {
  Xapian::Database all;
  for (const auto& part : parts) all.add_database(Xapian::Database(part.string()));
  all.compact(path.string());
  OrderFileWriter orders(path);
  ArticleFileWriter data(path, ArticleFile::open(parts.front())->codec());
  ColumnFileWriter columns(path);
  std::vector<PostingPart> postings;
  Xapian::docid articles = 0;
  std::string row;
  for (const auto& part : parts) {
    postings.push_back({PostingFile::open(part), articles});
    const auto orders_of_part = OrderFile::open(part);
    const auto data_of_part = ArticleFile::open(part);
    for (Xapian::docid i = 1; i <= orders_of_part->size(); ++i) {
      orders_of_part->read(i, row);
      orders.add(row);
      data_of_part->read_packed(i, row);
      data.add_packed(row);
    }
    columns.add_all(*ColumnFile::open(part));
    articles += orders_of_part->size();
  }
  orders.finish();
  data.finish();
  columns.finish();
  merge_postings(postings, path, {.is_gone = {}, .words = is_whole});
}

}  // namespace news
