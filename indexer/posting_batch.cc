#include "indexer/posting_batch.h"

#include <xxhash.h>

#include <algorithm>
#include <numeric>

#include "common/schema.h"

namespace news {

std::string_view TermTable::operator[](std::uint32_t place) const {
  const std::size_t begin = place == 0 ? 0 : ends_[place - 1];
  return std::string_view(terms_).substr(begin, ends_[place] - begin);
}

std::uint32_t TermTable::place_of(std::string_view term) {
  if (2 * (size() + 1) > slots_.size()) grow();
  const auto hash = static_cast<std::uint32_t>(XXH3_64bits(term.data(), term.size()));
  const std::size_t mask = slots_.size() - 1;
  std::size_t i = hash & mask;
  for (; slots_[i].place != none; i = (i + 1) & mask) {
    if (slots_[i].hash == hash && (*this)[slots_[i].place] == term) return slots_[i].place;
  }
  slots_[i] = {hash, static_cast<std::uint32_t>(size())};
  terms_ += term;
  ends_.push_back(terms_.size());
  return slots_[i].place;
}

void TermTable::grow() {
  constexpr std::size_t least = 1U << 16;
  std::vector<Slot> larger(std::max(least, 2 * slots_.size()));
  const std::size_t mask = larger.size() - 1;
  for (const Slot& slot : slots_) {
    if (slot.place == none) continue;
    std::size_t i = slot.hash & mask;
    while (larger[i].place != none) i = (i + 1) & mask;
    larger[i] = slot;
  }
  slots_ = std::move(larger);
}

void PostingBatch::add(Xapian::docid number,
                       const std::vector<std::pair<std::string, Xapian::termcount>>& terms) {
  for (const auto& [term, wdf] : terms) postings_.push_back({terms_.place_of(term), wdf});
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
  std::vector<std::uint32_t> sorted(terms_.size());
  std::iota(sorted.begin(), sorted.end(), 0);
  std::sort(sorted.begin(), sorted.end(),
            [this](std::uint32_t a, std::uint32_t b) { return terms_[a] < terms_[b]; });
  PostingPacker packer;
  for (const std::uint32_t term : sorted) {
    packer.clear();
    for (std::size_t i = term == 0 ? 0 : ends[term - 1]; i < ends[term]; ++i) {
      packer.add(articles_[by_term[i].place].number, by_term[i].wdf);
    }
    ordinals[term] = writer.add(terms_[term], packer);
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
