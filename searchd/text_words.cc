#include "searchd/text_words.h"

#include "common/schema.h"

namespace news {

namespace {

std::vector<TextWord> words_of_base(const PostingFile& file, Xapian::docid number) {
  std::vector<TextWord> words;
  for (const ArticleWord& word : file.words(number)) {
    words.push_back({file.terms().term(word.ordinal), word.wdf});
  }
  return words;
}

}  // namespace

std::vector<TextWord> text_words(const ArticleDatabase& database, Xapian::docid number) {
  if (number <= database.last_of_base() && database.files().postings) {
    return words_of_base(*database.files().postings, number);
  }
  std::vector<TextWord> words;
  const Xapian::docid place = database.place_of(number);
  const auto end = database.both().termlist_end(place);
  for (auto term = database.both().termlist_begin(place); term != end; ++term) {
    std::string word = *term;
    if (schema::has_prefix(word)) {
      term.skip_to(std::string(schema::first_word));
      if (term == end) break;
      word = *term;
    }
    words.push_back({std::move(word), term.get_wdf()});
  }
  return words;
}

}  // namespace news
