#include "indexer/word_forms.h"

#include "common/schema.h"

namespace news {

std::uint32_t WordForms::number_of(const std::string& form) {
  const std::uint32_t number = forms_.place_of(form);
  if (number < made_.size()) return number;
  const std::string stem = analyzer_.stem(form, language_);
  const std::uint32_t exact = stem == form ? none : terms_.place_of(schema::exact_term(form));
  made_.push_back({{terms_.place_of(stem), exact, OrderedTerm(stem)}, {}, {}});
  return number;
}

std::uint32_t WordForms::never_bare(std::uint32_t number) {
  Made& made = made_[number];
  if (!made.never_bare) {
    made.never_bare = terms_.place_of(schema::never_bare_term(terms_[made.form.stem]));
  }
  return *made.never_bare;
}

std::uint32_t WordForms::name(std::uint32_t number) {
  Made& made = made_[number];
  if (!made.name) {
    const std::string form(text(number));
    const std::string& key = keys_.of(form);
    made.name = key.empty() ? none : terms_.place_of(schema::name_term(key, form));
  }
  return *made.name;
}

}  // namespace news
