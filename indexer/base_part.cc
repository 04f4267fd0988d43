#include "indexer/base_part.h"

#include <string>

#include "indexer/posting_merge.h"

namespace news {

BasePartWriter::BasePartWriter(const std::filesystem::path& path)
    : path_(path), tables_(path.string(), Xapian::DB_CREATE | Xapian::DB_NO_SYNC), orders_(path) {}

void BasePartWriter::add(Xapian::docid number, const Xapian::Document& document,
                         const IndexTerms& terms) {
  tables_.replace_document(number, document);
  while (++last_ < number) orders_.add({});
  orders_.add(terms.order);
  postings_.add(number, terms.terms);
}

void BasePartWriter::finish() {
  postings_.write(path_);
  orders_.finish();
  tables_.commit();
  tables_.close();
}

void merge_parts(const std::vector<std::filesystem::path>& parts, const std::filesystem::path& path,
                 bool is_whole) {
  Xapian::Database all;
  for (const auto& part : parts) all.add_database(Xapian::Database(part.string()));
  all.compact(path.string());
  OrderFileWriter orders(path);
  std::vector<PostingPart> postings;
  Xapian::docid articles = 0;
  std::string order;
  for (const auto& part : parts) {
    postings.push_back({PostingFile::open(part), articles});
    const auto of_part = OrderFile::open(part);
    for (Xapian::docid i = 1; i <= of_part->size(); ++i) {
      of_part->read(i, order);
      orders.add(order);
    }
    articles += of_part->size();
  }
  orders.finish();
  merge_postings(postings, path, {.is_gone = {}, .words = is_whole});
}

}  // namespace news
