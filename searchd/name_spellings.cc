#include "searchd/name_spellings.h"

#include <algorithm>
#include <utility>

namespace news {

namespace {

void add(std::vector<std::string>& variants, std::string variant) {
  if (std::find(variants.begin(), variants.end(), variant) == variants.end()) {
    variants.push_back(std::move(variant));
  }
}

/// The pieces of a compound, with `variant` for the one at that place.
std::string join(const std::vector<std::string>& pieces, std::size_t place,
                 const std::string& variant) {
  std::string text;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    text += (i == 0 ? "" : " ") + (i == place ? variant : pieces[i]);
  }
  return text;
}

}  // namespace

std::vector<std::string> NameSpellings::variants_of(const std::string& form) const {
  std::vector<std::string> variants = synonyms_.of(form);
  for (std::string& name : names_.of(form)) add(variants, std::move(name));
  return variants;
}

void NameSpellings::add_variants(QueryNode& word) {
  if (word.kind != QueryNode::Kind::Word) return;
  std::vector<std::string> pieces, wholes;
  for (Token& token : analyzer_.analyze(word.text, {})) {
    (token.whole ? wholes : pieces).push_back(std::move(token.form));
  }
  words_ += pieces.size() + wholes.size();
  if (words_ > most_words) return;
  for (const std::string& whole : wholes) {
    for (std::string& variant : variants_of(whole)) add(word.variants, std::move(variant));
  }
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    for (const std::string& variant : variants_of(pieces[i])) {
      add(word.variants, join(pieces, i, variant));
    }
  }
}

}  // namespace news
