#include "indexer/known_names.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <utility>
#include <vector>

#include "common/article_json.h"
#include "common/schema.h"

namespace news {
namespace {

// Names of a large archive's authors; past it the cache begins anew.
constexpr std::size_t most_known = 50'000;
// Articles of an author: the first, or the next where that is the one in question.
constexpr std::size_t most_looked_at = 8;
constexpr const schema::Facet& author_facet = schema::facets[0];

/// How much a spelling tells: whether it has both cases, then its diacritics.
std::pair<bool, int> richness(const std::string& name) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* const nfd = icu::Normalizer2::getNFDInstance(status);
  auto text = icu::UnicodeString::fromUTF8(name);
  if (U_SUCCESS(status) != 0) text = nfd->normalize(text, status);
  bool has_large = false, has_small = false;
  int marks = 0;
  for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    const UChar32 c = text.char32At(i);
    has_large = has_large || u_isupper(c) != 0;
    has_small = has_small || u_islower(c) != 0;
    if ((U_GET_GC_MASK(c) & U_GC_M_MASK) != 0) ++marks;
  }
  return {has_large && has_small, marks};
}

/// How an article spells the author of that term; empty if it is not by them.
std::string spelling_in(const Article& article, const std::string& term) {
  for (const Author& author : article.authors) {
    if (schema::facet_term(author_facet, author.name) == term) return author.name;
  }
  return {};
}

}  // namespace

KnownNames::Spelling KnownNames::look_up(const std::string& term, const std::string& name,
                                         const std::string& own) const {
  for (const Xapian::docid number : database_.with_term(term, most_looked_at)) {
    std::vector<std::string> warnings;
    const Article article = parse_article(database_.article(number), warnings);
    std::string owner = schema::id_term(article.id);
    if (owner == own) continue;
    std::string spelling = spelling_in(article, term);
    if (!spelling.empty()) return {std::move(spelling), std::move(owner)};
  }
  return {name, own};
}

const KnownNames::Spelling& KnownNames::find(const std::string& term, const std::string& name,
                                             const std::string& own) {
  const auto known = known_.find(term);
  if (known != known_.end() && known->second.owner != own) return known->second;
  if (known_.size() >= most_known) known_.clear();
  return known_[term] = look_up(term, name, own);
}

void KnownNames::spell_alike(Article& article) {
  const std::string own = schema::id_term(article.id);
  for (Author& author : article.authors) {
    const std::string term = schema::facet_term(author_facet, author.name);
    if (term == schema::none_term(author_facet)) continue;
    const Spelling& known = find(term, author.name, own);
    if (known.name != author.name && richness(author.name) <= richness(known.name)) {
      author.name = known.name;
    }
  }
}

}  // namespace news
