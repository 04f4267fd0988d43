#include "indexer/base_part.h"

#include <future>
#include <string>
#include <utility>

#include "common/file_writer.h"
#include "indexer/posting_merge.h"

namespace news {

namespace {

// Articles that are held, to be compressed one after another: the tables of a codec's dictionary
// are as large as the processor's cache, and would be fetched for each anew.
constexpr std::size_t most_printed = 1'000;

void merge_tables(const std::vector<std::filesystem::path>& parts,
                  const std::filesystem::path& path) {
  Xapian::Database all;
  for (const auto& part : parts) all.add_database(Xapian::Database(part.string()));
  all.compact(path.string());
}

void merge_rows(const std::vector<std::filesystem::path>& parts,
                const std::filesystem::path& path) {
  OrderFileWriter orders(path);
  ArticleFileWriter articles(path, ArticleFile::open(parts.front())->codec());
  ColumnFileWriter columns(path);
  for (const auto& part : parts) {
    orders.add_all(*OrderFile::open(part));
    articles.add_all(*ArticleFile::open(part));
    columns.add_all(*ColumnFile::open(part));
  }
  orders.finish();
  articles.finish();
  columns.finish();
}

void merge_posting_files(const std::vector<std::filesystem::path>& parts,
                         const std::filesystem::path& path, bool is_whole) {
  std::vector<PostingPart> postings;
  Xapian::docid before = 0;
  for (const auto& part : parts) {
    postings.push_back({PostingFile::open(part), before});
    before += static_cast<Xapian::docid>(postings.back().file->lengths().size() - 1);
  }
  merge_postings(postings, path, {.is_gone = {}, .words = is_whole});
}

}  // namespace

BasePartWriter::BasePartWriter(const std::filesystem::path& path,
                               std::shared_ptr<const TextCodec> codec, const TermTable& terms)
    : path_(path),
      tables_(path.string(), Xapian::DB_CREATE | Xapian::DB_NO_SYNC),
      orders_(path),
      articles_(path, std::move(codec)),
      columns_(path),
      postings_(terms) {}

void BasePartWriter::add(Xapian::docid number, const Xapian::Document& document,
                         const FileParts& parts) {
  tables_.replace_document(number, document);
  if (last_ + 1 < number) compress();
  while (++last_ < number) {
    orders_.add({});
    articles_.add({});
    columns_.add_none();
  }
  orders_.add(parts.order);
  printed_.push_back(parts.data);
  columns_.add(parts.columns);
  postings_.add(number, parts.terms);
  if (printed_.size() >= most_printed) compress();
}

void BasePartWriter::compress() {
  for (const std::string& article : printed_) articles_.add(article);
  printed_.clear();
}

void BasePartWriter::finish() {
  postings_.write(path_);
  orders_.finish();
  compress();
  articles_.finish();
  columns_.finish();
  tables_.commit();
  tables_.close();
}

void merge_parts(const std::vector<std::filesystem::path>& parts, const std::filesystem::path& path,
                 bool is_whole) {
  std::filesystem::create_directories(path);
  auto postings =
      std::async(std::launch::async, [&] { merge_posting_files(parts, path, is_whole); });
  merge_tables(parts, path);
  merge_rows(parts, path);
  if (is_whole) sync_files(path);  // while postings are merged
  postings.get();
}

}  // namespace news
