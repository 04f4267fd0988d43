#include "common/article_file.h"

#include <utility>

namespace news {

namespace {

constexpr std::uint64_t mark = 0x31434954524157'4e;  // NWARTIC1

}  // namespace

std::filesystem::path ArticleFile::path(const std::filesystem::path& database) {
  return database / "articles";
}

std::shared_ptr<const ArticleFile> ArticleFile::open(const std::filesystem::path& database) {
  if (!std::filesystem::exists(path(database))) return nullptr;
  return std::shared_ptr<const ArticleFile>(new ArticleFile(database));
}

ArticleFile::ArticleFile(const std::filesystem::path& database) : rows_(path(database), mark) {
  if (rows_.size() == 0) throw rows_.damage();
  std::string dictionary;
  rows_.read(0, dictionary);
  codec_ = std::make_shared<const TextCodec>(std::move(dictionary));
}

std::string ArticleFile::read(Xapian::docid number) const {
  // Reused: pieces of this size are got from memory that threads wait for each other for.
  thread_local std::string packed;
  packed.clear();
  std::string article;
  if (number > 0) rows_.read(number, packed);
  if (!packed.empty() && !codec_->expand(packed, article)) throw rows_.damage();
  return article;
}

ArticleFileWriter::ArticleFileWriter(const std::filesystem::path& database,
                                     std::shared_ptr<const TextCodec> codec)
    : rows_(ArticleFile::path(database), mark), codec_(std::move(codec)) {
  rows_.add(codec_->dictionary());
}

void ArticleFileWriter::add(std::string_view article) {
  if (article.empty()) {
    rows_.add({});
  } else {
    rows_.add(codec_->compress(article));
  }
}

}  // namespace news
