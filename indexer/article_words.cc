#include "indexer/article_words.h"

#include <algorithm>
#include <cstddef>
#include <vector>

#include "common/schema.h"
#include "common/text.h"
#include "common/word_weight.h"
#include "indexer/initials.h"
#include "indexer/name_forms.h"

namespace news {

namespace {

// Words take some fifteen times the memory of their text, so long texts are analysed by parts.
constexpr std::size_t most_at_once = 1u << 20;

// Words that are expected: about as many as are taken in while memory answers.
constexpr std::size_t words_ahead = 8;

/// The beginning of `text`, to the end of a word.
std::string_view first_part(std::string_view text) {
  if (text.size() <= most_at_once) return text;
  const std::size_t space = text.substr(0, most_at_once).find_last_of(" \n");
  if (space != std::string_view::npos) return text.substr(0, space + 1);
  const std::string_view part = truncate_utf8(text, most_at_once);
  return part.empty() ? text.substr(0, most_at_once) : part;
}

/// The words of one article, field by field.
class Words {
 public:
  /// `used` has nothing of another article.
  Words(Analyzer& analyzer, std::string_view language, WordForms& forms, TermTable& terms,
        WordsInUse& used, FileParts& parts)
      : analyzer_(analyzer),
        names_(language),
        forms_(forms),
        terms_(terms),
        used_(used),
        parts_(parts) {}

  /// What the words of a field say about which of them are names.
  enum class Kind { Text, Headline, Name, Other };

  void add(std::string_view text, Xapian::termcount weight, Kind kind,
           const schema::TextField* field = nullptr) {
    add(
        text, [weight](Xapian::termpos) { return weight; }, kind, field);
  }

  void add_body(std::string_view text) {
    position_ = std::max(position_, schema::body_position);
    add(text, word_weight::body, Kind::Text, nullptr);
  }

  /// Adds what all fields have to be seen for: where the words stand, what quoted words are found
  /// by, and which of the forms are names.
  void finish() {
    parts_.order = order_.pack(ordered_);
    for (const auto& [form, evidence] : used_.forms.all()) {
      const std::uint32_t stem = forms_[form].stem;
      if (!used_.bare.contains(stem)) parts_.terms[forms_.never_bare(form)];
      if (!names_.is_name(forms_.text(form), evidence)) continue;
      const std::uint32_t name = forms_.name(form);
      if (name != WordForms::none) parts_.terms[name];
    }
  }

 private:
  /// `weight` gives that of a word by how many stand before it.
  template <typename Weight>
  void add(std::string_view text, const Weight& weight, Kind kind, const schema::TextField* field) {
    if (text.empty()) return;
    const Xapian::termpos begin = position_;
    while (!text.empty()) {
      const std::string_view part = first_part(text);
      add_part(part, begin, weight, kind, field);
      text.remove_prefix(part.size());
    }
    position_ += schema::field_gap;
  }

  template <typename Weight>
  void add_initials(std::string_view text, const std::vector<Token>& tokens, Xapian::termpos begin,
                    const Weight& weight) {
    for (const Initials& initials : initials_of(text, tokens)) {
      const Xapian::termpos position = position_ + initials.position;
      const std::string term = schema::initials_term(initials.letters);
      const OrderedTerm ordered(term);
      weigh(terms_.place_of(term), ordered, weight(position - 1 - begin));
      order_.add_beside(ordered, position);
    }
  }

  template <typename Weight>
  void add_part(std::string_view text, Xapian::termpos begin, const Weight& weight, Kind kind,
                const schema::TextField* field) {
    const std::vector<Token> tokens = analyzer_.forms(text);
    if (kind == Kind::Text) add_initials(text, tokens, begin, weight);
    Xapian::termpos last = 0;
    const Token* before = nullptr;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      const Token& token = tokens[i];
      if (i + words_ahead < tokens.size()) forms_.expect(tokens[i + words_ahead].form);
      const std::uint32_t number = forms_.number_of(token.form);
      used_.forms[number] |= evidence(text, token, before, kind);
      add_token(forms_[number], token, weight(position_ + token.position - 1 - begin), field);
      last = std::max(last, token.position);
      if (!token.whole) before = &token;
    }
    position_ += last;
  }

  /// Adds to the weight of a term that stands somewhere.
  void weigh(std::uint32_t place, const OrderedTerm& ordered, Xapian::termcount weight) {
    Xapian::termcount& wdf = parts_.terms[place];
    if (wdf == 0) ordered_.push_back(ordered);
    wdf += weight;
  }

  unsigned evidence(std::string_view text, const Token& token, const Token* before,
                    Kind kind) const {
    switch (kind) {
      case Kind::Text:
        return names_.in_text(text, token, before);
      case Kind::Headline:
        return names_.in_headline(text, token, before);
      case Kind::Name:
        return names_.in_name(token);
      case Kind::Other:
        break;
    }
    return 0;
  }

  void add_token(const WordForms::Form& form, const Token& token, Xapian::termcount weight,
                 const schema::TextField* field) {
    const Xapian::termpos position = position_ + token.position;
    weigh(form.stem, form.ordered, weight);
    if (field != nullptr) {
      parts_.terms[terms_.place_of(schema::field_term(*field, terms_[form.stem]))];
    }
    if (token.whole) {
      order_.add_beside(form.ordered, position);
    } else {
      order_.add(form.ordered, position, field != nullptr ? field->order : OrderField::Text);
    }
    if (form.exact == WordForms::none) {
      used_.bare[form.stem];
    } else {
      parts_.terms[form.exact];
    }
  }

  Analyzer& analyzer_;
  NameForms names_;
  WordForms& forms_;
  TermTable& terms_;
  WordsInUse& used_;
  FileParts& parts_;
  Xapian::termpos position_ = 0;
  WordOrderWriter order_;
  std::vector<OrderedTerm> ordered_;  // those in it, each once
};

}  // namespace

WordForms& ArticleWords::forms_of(std::string_view language) {
  const auto known = forms_.find(language);
  if (known != forms_.end()) return known->second;
  return forms_.try_emplace(std::string(language), language, analyzer_, name_keys_, terms_)
      .first->second;
}

void ArticleWords::add(const Article& article, FileParts& parts) {
  using enum Words::Kind;
  const std::string_view language =
      article.language.empty() ? schema::default_language : std::string_view(article.language);
  used_.forms.clear();
  used_.bare.clear();
  Words words(analyzer_, language, forms_of(language), terms_, used_, parts);
  words.add(article.title, word_weight::title, Headline, &schema::title_field);
  words.add(article.standfirst, word_weight::standfirst, Text);
  words.add_body(article.body);
  if (article.image) words.add(article.image->caption, word_weight::text, Text);
  words.add(article.correction, word_weight::text, Text);
  for (const Author& author : article.authors) {
    words.add(author.name, word_weight::text, Name, &schema::author_field);
  }
  for (const std::string& tag : article.tags) words.add(tag, word_weight::text, Other);
  for (const std::string& place : article.places) words.add(place, word_weight::text, Name);
  words.finish();
}

}  // namespace news
