#include "indexer/posting_batch.h"

#include <algorithm>

#include "common/schema.h"
#include "common/varint.h"

namespace news {

void PostingBatch::add(Xapian::docid number,
                       const std::vector<std::pair<std::string, Xapian::termcount>>& terms) {
  Words& article = articles_.emplace_back(Words{.number = number, .length = 0, .words = {}});
  for (const auto& [term, wdf] : terms) {
    const auto next = static_cast<std::uint32_t>(lists_.size());
    const std::uint32_t place = places_.try_emplace(term, next).first->second;
    if (place == next) lists_.emplace_back();
    List& list = lists_[place];
    put_varint(list.bytes, number - list.last);
    put_varint(list.bytes, wdf);
    list.last = number;
    article.length += wdf;
    if (!schema::has_prefix(term)) article.words.push_back({place, wdf});
  }
}

void PostingBatch::write(const std::filesystem::path& database) const {
  std::vector<const std::pair<const std::string, std::uint32_t>*> terms;
  terms.reserve(places_.size());
  for (const auto& term : places_) terms.push_back(&term);
  std::sort(terms.begin(), terms.end(),
            [](const auto* a, const auto* b) { return a->first < b->first; });
  PostingFileWriter writer(database);
  std::vector<std::uint32_t> ordinals(lists_.size());
  PostingPacker packer;
  for (const auto* term : terms) {
    packer.clear();
    std::uint64_t id = 0;
    std::uint64_t more = 0;
    std::uint64_t wdf = 0;
    for (std::string_view left = lists_[term->second].bytes; take_varint(left, more);) {
      take_varint(left, wdf);
      id += more;
      packer.add(static_cast<Xapian::docid>(id), static_cast<Xapian::termcount>(wdf));
    }
    ordinals[term->second] = writer.add(term->first, packer);
  }
  Xapian::docid next = 0;
  for (const Words& article : articles_) {
    for (; next < article.number; ++next) writer.add_article(0, {});
    std::vector<ArticleWord> words = article.words;
    for (ArticleWord& word : words) word.ordinal = ordinals[word.ordinal];
    std::sort(words.begin(), words.end(),
              [](const ArticleWord& a, const ArticleWord& b) { return a.ordinal < b.ordinal; });
    writer.add_article(article.length, words);
    ++next;
  }
  if (next == 0) writer.add_article(0, {});
  writer.finish();
}

}  // namespace news
