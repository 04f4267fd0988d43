#include "searchd/lexicon_reader.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "common/schema.h"
#include "common/term_stream.h"

namespace news {

namespace {

/// The terms of a prefix, one after another, without the prefix.
class Words {
 public:
  /// Those from `first` on.
  Words(const std::function<ArticleDatabase()>& open, std::string prefix, std::string_view first)
      : open_(open), prefix_(std::move(prefix)) {
    seek(prefix_ + std::string(first));
  }

  bool done() const { return terms_->at_end(); }
  const std::string& word() const { return word_; }
  std::uint32_t count() const { return terms_->frequency(); }

  void next() {
    try {
      terms_->next();
      take();
    } catch (const Xapian::DatabaseModifiedError&) {
      seek(prefix_ + word_ + '\0');
    }
  }

 private:
  /// Goes to the first term from `term` on, however often it is overtaken on the way.
  void seek(const std::string& term) {
    for (int attempt = 1;; ++attempt) {
      try {
        database_.emplace(open_());
        terms_.emplace(*database_, prefix_, term);
        take();
        return;
      } catch (const Xapian::DatabaseModifiedError&) {
        if (attempt == most_attempts) throw;
      }
    }
  }

  void take() {
    if (!done()) word_ = terms_->term().substr(prefix_.size());
  }

  static constexpr int most_attempts = 10;

  const std::function<ArticleDatabase()>& open_;
  std::string prefix_;
  std::optional<ArticleDatabase> database_;  // of its own
  std::optional<TermStream> terms_;
  std::string word_;
};

/// Whether it can be what a reader meant by another word.
bool is_worth_keeping(std::string_view form) {
  return count_letters(form) >= 3 && form.find_first_of("0123456789") == std::string_view::npos;
}

}  // namespace

/// A form that is its own stem is counted by the stem's articles, less those that have the stem in
/// other forms only; any other by its own term.
Lexicon read_lexicon(const std::function<ArticleDatabase()>& open) {
  Words stems(open, "", schema::first_word);
  Words never_bare(open, schema::never_bare_term({}), schema::first_word);
  Words forms(open, schema::exact_term({}), schema::first_word);
  Lexicon lexicon;
  while (!stems.done() || !forms.done()) {
    const bool by_stem = !stems.done() && (forms.done() || stems.word() <= forms.word());
    const std::string word = by_stem ? stems.word() : forms.word();
    std::uint32_t count = 0;
    if (!stems.done() && stems.word() == word) {
      count = stems.count();
      while (!never_bare.done() && never_bare.word() < word) never_bare.next();
      if (!never_bare.done() && never_bare.word() == word) {
        count -= std::min(count, never_bare.count());
      }
      stems.next();
    }
    if (!forms.done() && forms.word() == word) {
      count += forms.count();
      forms.next();
    }
    if (is_worth_keeping(word)) lexicon.add(word, count);
  }
  lexicon.finish();
  return lexicon;
}

}  // namespace news
