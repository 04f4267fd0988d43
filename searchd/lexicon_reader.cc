#include "searchd/lexicon_reader.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "common/schema.h"

namespace news {

namespace {

/// The terms of a prefix, one after another, without the prefix.
class TermStream {
 public:
  /// Those from `first` on.
  TermStream(Xapian::Database database, std::string prefix, std::string_view first)
      : database_(std::move(database)), prefix_(std::move(prefix)) {
    seek(prefix_ + std::string(first));
  }

  bool done() const { return done_; }
  const std::string& word() const { return word_; }
  std::uint32_t count() const { return count_; }

  void next() {
    try {
      ++terms_;
      take();
    } catch (const Xapian::DatabaseModifiedError&) {
      database_.reopen();
      seek(prefix_ + word_ + '\0');
    }
  }

 private:
  /// Goes to the first term from `term` on, however often it is overtaken on the way.
  void seek(const std::string& term) {
    for (int attempt = 1;; ++attempt) {
      try {
        terms_ = database_.allterms_begin(prefix_);
        terms_.skip_to(term);
        take();
        return;
      } catch (const Xapian::DatabaseModifiedError&) {
        if (attempt == most_attempts) throw;
        database_.reopen();
      }
    }
  }

  void take() {
    done_ = terms_ == database_.allterms_end(prefix_);
    if (done_) return;
    count_ = terms_.get_termfreq();
    word_ = (*terms_).substr(prefix_.size());
  }

  static constexpr int most_attempts = 10;

  Xapian::Database database_;
  std::string prefix_;
  Xapian::TermIterator terms_;
  std::string word_;
  std::uint32_t count_ = 0;
  bool done_ = false;
};

/// Whether it can be what a reader meant by another word.
bool is_worth_keeping(std::string_view form) {
  return count_letters(form) >= 3 && form.find_first_of("0123456789") == std::string_view::npos;
}

}  // namespace

/// A form that is its own stem is counted by the stem's articles, less those that have the stem in
/// other forms only; any other by its own term.
Lexicon read_lexicon(const std::function<ArticleDatabase()>& open) {
  // A database of its own for each: reopening one must not disturb the others.
  TermStream stems(open().both(), "", schema::first_word);
  TermStream never_bare(open().both(), schema::never_bare_term({}), schema::first_word);
  TermStream forms(open().both(), schema::exact_term({}), schema::first_word);
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
