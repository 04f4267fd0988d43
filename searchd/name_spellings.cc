#include "searchd/name_spellings.h"

#include <algorithm>
#include <utility>

namespace news {

namespace {

constexpr std::size_t most_words_of_city = 4;

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

/// The form of a word that has nothing else to it; empty for other nodes.
std::string NameSpellings::single_form(const QueryNode& node) {
  if (node.kind != QueryNode::Kind::Word || !node.field.empty()) return {};
  const std::vector<Token> tokens = analyzer_.analyze(node.text, {});
  return tokens.size() == 1 ? tokens.front().form : std::string();
}

void NameSpellings::add_city_names(std::vector<QueryNode>& children) {
  std::vector<std::string> forms;
  for (std::size_t i = 0; i < std::min(children.size(), most_words); ++i) {
    forms.push_back(single_form(children[i]));
  }
  for (std::size_t begin = 0; begin < forms.size(); ++begin) {
    std::vector<std::string> words;
    for (std::size_t i = begin; i < forms.size() && !forms[i].empty(); ++i) {
      words.push_back(forms[i]);
      if (words.size() < 2) continue;
      if (words.size() > most_words_of_city) break;
      for (const std::string& name : names_.of_city(words)) {
        for (std::size_t k = begin; k <= i; ++k) add(children[k].variants, name);
      }
    }
  }
}

void NameSpellings::add_variants(QueryNode& word) {
  if (word.kind != QueryNode::Kind::Word) return;
  std::vector<std::string> pieces, wholes;
  for (Token& token : analyzer_.analyze(word.text, {})) {
    (token.whole ? wholes : pieces).push_back(std::move(token.form));
  }
  words_ += pieces.size() + wholes.size();
  if (words_ > most_words) return;
  word.initials = pieces.size() == 1 && names_.may_be_initials(pieces.front());
  for (const std::string& whole : wholes) {
    for (std::string& variant : variants_of(whole)) add(word.variants, std::move(variant));
  }
  if (pieces.size() > 1) {
    for (std::string& name : names_.of_city(pieces)) add(word.variants, std::move(name));
  }
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    for (const std::string& variant : variants_of(pieces[i])) {
      add(word.variants, join(pieces, i, variant));
    }
  }
}

}  // namespace news
