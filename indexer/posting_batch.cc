#include "indexer/posting_batch.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "common/schema.h"
#include "indexer/term_key.h"

namespace news {

namespace {

/// Those places among the terms in the order of these.
std::vector<std::uint32_t> sorted(std::vector<std::uint32_t> places, const TermTable& terms) {
  struct Keyed {
    TermKey key;
    std::uint32_t place;
  };
  std::vector<Keyed> keyed;
  keyed.reserve(places.size());
  for (const std::uint32_t place : places) keyed.push_back({TermKey(terms[place]), place});
  std::sort(keyed.begin(), keyed.end(), [&](const Keyed& a, const Keyed& b) {
    return a.key != b.key ? a.key < b.key : terms[a.place] < terms[b.place];
  });
  std::transform(keyed.begin(), keyed.end(), places.begin(),
                 [](const Keyed& one) { return one.place; });
  return places;
}

}  // namespace

void PostingBatch::add(Xapian::docid number, const WdfByTerm& wdfs) {
  for (const auto& [place, wdf] : wdfs.all()) postings_.push_back({place, wdf});
  articles_.push_back({number, postings_.size()});
}

/// `ordinals` becomes those of the terms, by their places.
void PostingBatch::write_terms(PostingFileWriter& writer,
                               std::vector<std::uint32_t>& ordinals) const {
  // The postings term after term: where each term's begin, and then end.
  std::vector<std::size_t> ends(terms_.size() + 1);
  for (const Posting& posting : postings_) ++ends[posting.place + 1];
  std::partial_sum(ends.begin(), ends.end(), ends.begin());
  std::vector<Posting> by_term(postings_.size());
  std::size_t next = 0;
  for (std::uint32_t article = 0; article < articles_.size(); ++article) {
    for (; next < articles_[article].end; ++next) {
      by_term[ends[postings_[next].place]++] = {article, postings_[next].wdf};
    }
  }
  const auto begin = [&](std::uint32_t term) { return term == 0 ? 0 : ends[term - 1]; };
  std::vector<std::uint32_t> used;
  for (std::uint32_t term = 0; term < terms_.size(); ++term) {
    if (begin(term) < ends[term]) used.push_back(term);
  }
  PostingPacker packer;
  for (const std::uint32_t term : sorted(std::move(used), terms_)) {
    packer.clear();
    for (std::size_t i = begin(term); i < ends[term]; ++i) {
      packer.add(articles_[by_term[i].place].number, by_term[i].wdf);
    }
    ordinals[term] = writer.add(terms_[term], packer.list());
  }
}

void PostingBatch::write_articles(PostingFileWriter& writer,
                                  const std::vector<std::uint32_t>& ordinals) const {
  writer.add_article(0, {});
  Xapian::docid number = 1;
  std::size_t i = 0;
  std::vector<ArticleWord> words;
  for (const Added& article : articles_) {
    for (; number < article.number; ++number) writer.add_article(0, {});
    words.clear();
    std::uint32_t length = 0;
    for (; i < article.end; ++i) {
      const auto [place, wdf] = postings_[i];
      length += wdf;
      if (!schema::has_prefix(terms_[place])) words.push_back({ordinals[place], wdf});
    }
    std::sort(words.begin(), words.end(),
              [](const ArticleWord& a, const ArticleWord& b) { return a.ordinal < b.ordinal; });
    writer.add_article(length, words);
    ++number;
  }
}

void PostingBatch::write(const std::filesystem::path& database) const {
  PostingFileWriter writer(database);
  std::vector<std::uint32_t> ordinals(terms_.size());
  write_terms(writer, ordinals);
  write_articles(writer, ordinals);
  writer.finish();
}

}  // namespace news
