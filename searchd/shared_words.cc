#include "searchd/shared_words.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <functional>
#include <type_traits>
#include <utility>

#include "searchd/text_words.h"

namespace news {

namespace {

// How much more the best of the articles says than the others; relevance models weigh articles by
// the likelihood of the query, whose logarithm a score is (Lavrenko and Croft 2001).
constexpr double topic_power = 4;

/// What tells a word: its term, or its number among those of the base. Both are in the same order.
const std::string& key_of(const TextWord& word) { return word.term; }
const std::uint32_t& key_of(const ArticleWord& word) { return word.ordinal; }

/// The words of an article's text, ascending, with what they count for a topic.
template <typename Word>
class TopicText {
 public:
  TopicText(double score, std::vector<Word> words)
      : likelihood_(std::pow(score, topic_power)), words_(std::move(words)) {}

  bool at_end() const { return at_ == words_.size(); }
  const auto& word() const { return key_of(words_[at_]); }
  double weight() const { return likelihood_ * (1 + std::log(words_[at_].wdf)); }
  void next() { ++at_; }

 private:
  double likelihood_;
  std::vector<Word> words_;
  std::size_t at_ = 0;
};

/// The words that at least two of the texts have, with what they count in all, at most `most`, the
/// most in front. Each list is in the same order, so what is shared is met at the same time.
template <typename Word>
auto words_of_several(std::vector<TopicText<Word>> texts, std::size_t most) {
  using Key = std::decay_t<decltype(texts.front().word())>;
  std::vector<std::pair<double, Key>> words;
  std::vector<TopicText<Word>*> having;
  for (;;) {
    std::erase_if(texts, [](const TopicText<Word>& text) { return text.at_end(); });
    if (texts.size() < 2) break;
    const auto first =
        std::min_element(texts.begin(), texts.end(),
                         [](const auto& a, const auto& b) { return a.word() < b.word(); });
    having.clear();
    for (TopicText<Word>& text : texts) {
      if (text.word() == first->word()) having.push_back(&text);
    }
    if (having.size() > 1) {
      double weight = 0;
      for (const TopicText<Word>* text : having) weight += text->weight();
      words.emplace_back(weight, first->word());
    }
    for (TopicText<Word>* text : having) text->next();
  }
  const std::size_t count = std::min(words.size(), most);
  std::partial_sort(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(count), words.end(),
                    std::greater<>());
  words.resize(count);
  return words;
}

std::vector<SharedWord> of_articles(const Hands& hands, const std::vector<FoundArticle>& articles,
                                    std::size_t most) {
  const ArticleDatabase& database = hands.database();
  std::vector<TopicText<TextWord>> texts;
  texts.reserve(articles.size());
  for (const FoundArticle& article : articles) {
    texts.emplace_back(article.score, text_words(database, article.id));
  }
  std::vector<SharedWord> words;
  for (auto& [weight, term] : words_of_several(std::move(texts), most)) {
    const double frequency = database.frequency(term);
    words.push_back({weight, std::move(term), frequency});
  }
  return words;
}

/// The same of articles of the base: their words are numbers, and only those that are shared are
/// looked up in its dictionary, each once. The recent part is taken to have as many of each.
std::vector<SharedWord> of_base(const Hands& hands, const std::vector<FoundArticle>& articles,
                                std::size_t most) {
  const ArticleDatabase& database = hands.database();
  const PostingFile& base = *database.files().postings;
  std::vector<std::vector<ArticleWord>> read(articles.size());
  hands.share(articles.size(),
              [&](std::size_t i, const Hand&) { read[i] = base.words(articles[i].id); });
  std::vector<TopicText<ArticleWord>> texts;
  texts.reserve(articles.size());
  for (std::size_t i = 0; i < articles.size(); ++i) {
    texts.emplace_back(articles[i].score, std::move(read[i]));
  }
  const double everywhere = database.both().get_doccount();
  const double scale = everywhere / database.parts().front().get_doccount();
  const auto shared = words_of_several(std::move(texts), most);
  std::vector<SharedWord> words;
  words.reserve(shared.size());
  for (const auto& [weight, ordinal] : shared) {
    const TermDictionary::Cursor at(base.terms(), ordinal);
    words.push_back({weight, at.term(), scale * at.entry().frequency});
  }
  return words;
}

}  // namespace

std::vector<SharedWord> shared_words(const Hands& hands, const std::vector<FoundArticle>& articles,
                                     std::size_t most) {
  const ArticleDatabase& database = hands.database();
  const bool are_of_base =
      database.files().postings &&
      std::all_of(articles.begin(), articles.end(),
                  [&](const FoundArticle& one) { return one.id <= database.last_of_base(); });
  return (are_of_base ? of_base : of_articles)(hands, articles, most);
}

}  // namespace news
