#include "corpus/generate/vocabulary.h"

#include <algorithm>
#include <utility>

namespace generate {

namespace {

constexpr std::uint32_t tail_ranks = 900'000'000;
constexpr std::size_t frequent_ranks = 65'536;
constexpr std::uint32_t words_of_section = 600;
/// What a section or a story is about stands in these ranks.
constexpr std::uint32_t first_topic = 200;
constexpr std::uint32_t topics = 16'000;

template <typename Words>
AliasTable law_of(const Words& words) {
  std::vector<double> weights;
  weights.reserve(words.size());
  for (const auto& word : words) weights.push_back(word.weight);
  return AliasTable(weights);
}

std::unordered_set<std::string_view> real_words() {
  std::unordered_set<std::string_view> words;
  for (const FunctionWord& word : function_words()) words.insert(word.word);
  for (const NewsWord& word : news_words()) words.insert(word.word);
  for (const Section& section : sections()) {
    for (const std::string_view word : split(section.words, ' ')) words.insert(word);
  }
  return words;
}

/// A made-up word that happens to be a real one would be met too often.
std::vector<std::string> make_frequent(const std::unordered_set<std::string_view>& real) {
  std::vector<std::string> words(frequent_ranks);
  for (std::uint32_t rank = 0; rank < frequent_ranks; ++rank) {
    Vocabulary::append_of_rank(rank, words[rank]);
    if (real.contains(words[rank])) words[rank] += "er";
  }
  return words;
}

}  // namespace

Vocabulary::Vocabulary()
    : real_(real_words()),
      functions_(function_words()),
      function_law_(law_of(functions_)),
      news_(news_words()),
      news_law_(law_of(news_)),
      tail_law_(tail_ranks, 1.77, 500),
      section_law_(words_of_section, 1, 5),
      topic_law_(topics, 0.9, 100),
      frequent_(make_frequent(real_)) {
  for (const Section& section : sections()) {
    std::vector<std::string_view> real = split(section.words, ' ');
    const auto size = static_cast<std::uint32_t>(real.size());
    sections_.push_back({std::move(real), split(section.phrases, ';'), RankLaw(size, 0.7, 3)});
  }
}

const FunctionWord& Vocabulary::function_word(Random& random) const {
  return functions_[function_law_.draw(random)];
}

std::string_view Vocabulary::news_word(Random& random) const {
  return news_[news_law_.draw(random)].word;
}

void Vocabulary::append_tail_word(Random& random, std::string& out) const {
  append_tail_word(tail_law_.draw(random), out);
}

void Vocabulary::append_rare_word(Random& random, std::string& out) const {
  std::uint32_t rank = 0;
  for (int i = 0; i < 8; ++i) rank = std::max(rank, tail_law_.draw(random));
  append_tail_word(rank, out);
}

void Vocabulary::append_tail_word(std::uint32_t rank, std::string& out) const {
  if (rank < frequent_.size()) {
    out += frequent_[rank];
  } else {
    append_of_rank(rank, out);
  }
}

void Vocabulary::append_section_word(std::size_t section, Random& random, std::string& out) const {
  const std::uint64_t own = section * words_of_section + section_law_.draw(random);
  out += frequent_[first_topic + Random::mix(own) % topics];
}

std::string_view Vocabulary::real_section_word(std::size_t section, Random& random) const {
  return sections_[section].real[sections_[section].law.draw(random)];
}

std::string_view Vocabulary::section_phrase(std::size_t section, Random& random) const {
  const std::vector<std::string_view>& phrases = sections_[section].phrases;
  return phrases[random.below(static_cast<std::uint32_t>(phrases.size()))];
}

std::string Vocabulary::topic(Random& random) const {
  // The first four of each eight are base forms.
  const std::uint32_t rank = first_topic + topic_law_.draw(random);
  return frequent_[rank - rank % 8 + rank % 4];
}

void Vocabulary::append_of_rank(std::uint32_t rank, std::string& out) {
  const std::uint32_t block = rank / 8;
  const std::uint32_t slot = rank % 8;
  if (slot < 4) return append_lemma(block * 4 + slot, out);
  const std::uint32_t lemma = block / 2 * 4 + slot - 4;
  append_lemma(lemma, out);
  if (block % 2 == 0) return append_inflection(Inflection::Plural, out);
  append_inflection(lemma % 2 == 0 ? Inflection::Past : Inflection::Progressive, out);
}

}  // namespace generate
