#include "corpus/generate/prose.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>

namespace generate {

namespace {

enum Kind : std::uint32_t {
  News,
  Tail,
  SectionWord,
  MadeUpSectionWord,
  SectionPhrase,
  StoryWord,
  StoryPhrase,
  Somebody,
  Somewhere,
  Number,
  kinds
};

/// Of what is no function word, in per cent.
std::vector<double> weights_of_kinds() {
  std::vector<double> weights(kinds);
  weights[News] = 24;
  weights[Tail] = 23;
  weights[SectionWord] = 10;
  weights[MadeUpSectionWord] = 6;
  weights[SectionPhrase] = 0.8;
  weights[StoryWord] = 17;
  weights[StoryPhrase] = 1.5;
  weights[Somebody] = 6;
  weights[Somewhere] = 6;
  weights[Number] = 5;
  return weights;
}

/// A function word comes next so often where one may; after a determiner it may not, so that
/// 49% of all words are function words.
constexpr double function_word_share = 0.62;
constexpr double comma_share = 0.07;
constexpr double quote_share = 0.12;
constexpr std::size_t max_mentions = 48;

void capitalise(std::size_t begin, std::string& out) {
  if (out[begin] >= 'a' && out[begin] <= 'z')
    out[begin] = static_cast<char>(out[begin] - 'a' + 'A');
}

std::uint32_t words_in(std::string_view text) {
  return 1 + static_cast<std::uint32_t>(std::count(text.begin(), text.end(), ' '));
}

template <typename Values>
const auto& one_of(const Values& values, Random& random) {
  return values[random.below(static_cast<std::uint32_t>(values.size()))];
}

/// 4 to 40 words, 21 on average, rather near that.
std::uint32_t sentence_length(Random& random) {
  return 4 + random.below(13) + random.below(13) + random.below(13);
}

}  // namespace

Prose::Prose(const Vocabulary& vocabulary, const StoryTeller& teller)
    : vocabulary_(vocabulary),
      teller_(teller),
      kinds_(weights_of_kinds()),
      story_words_(24, 0.9, 1),
      story_people_(6, 1, 0.5) {}

void Prose::begin(const Story& story, int year) {
  story_ = &story;
  year_ = year;
  introduced_.assign(story.people.size(), false);
  rare_.clear();
  mentions_.clear();
}

void Prose::body(std::uint32_t words, Random& random, std::string& out) {
  constexpr std::uint32_t shortest = 4;
  std::uint32_t left = words;
  std::uint32_t sentences_left = random.between(1, 3);
  while (true) {
    const std::uint32_t length = sentence_length(random);
    const std::uint32_t written = sentence(left < length + shortest ? left : length, random, out);
    if (left < written + shortest) return;
    left -= written;
    if (--sentences_left > 0) {
      out += ' ';
      continue;
    }
    out += "\n\n";
    sentences_left = random.between(1, 4);
  }
}

std::uint32_t Prose::sentence(std::uint32_t words, Random& random, std::string& out) {
  const bool quoted = words >= 10 && random.chance(quote_share);
  if (!quoted) {
    const std::uint32_t written = clause(words, random, out);
    out += random.chance(0.02) ? '?' : '.';
    return written;
  }
  out += "“";
  const std::uint32_t written = clause(words - 3, random, out);
  out += ",” said ";
  const std::size_t name = out.size();
  person(random, out);
  out += '.';
  return written + 1 + words_in(std::string_view(out).substr(name));
}

std::uint32_t Prose::clause(std::uint32_t words, Random& random, std::string& out) {
  const std::size_t start = out.size();
  std::uint32_t written = 0;
  bool before_noun = false;
  while (written < words) {
    const bool inside = written >= 3 && words - written > 2 && !before_noun;
    if (inside && random.chance(comma_share)) out += ',';
    if (written > 0) out += ' ';
    const bool last = words - written == 1;
    if (!before_noun && !last && random.chance(function_word_share)) {
      before_noun = function_word(random, out);
      ++written;
      continue;
    }
    const std::size_t begin = out.size();
    content(random, out);
    written += words_in(std::string_view(out).substr(begin));
    before_noun = false;
  }
  capitalise(start, out);
  return written;
}

bool Prose::function_word(Random& random, std::string& out) {
  const FunctionWord* word = &vocabulary_.function_word(random);
  while (word->word == last_function_) word = &vocabulary_.function_word(random);
  last_function_ = word->word;
  out += word->word;
  return word->word_class == WordClass::Determiner;
}

void Prose::content(Random& random, std::string& out) {
  const std::size_t section = story_->section;
  const std::size_t begin = out.size();
  const std::uint32_t kind = kinds_.draw(random);
  switch (kind) {
    case News:
      out += vocabulary_.news_word(random);
      break;
    case Tail:
      tail_word(random, out);
      break;
    case SectionWord:
      out += vocabulary_.real_section_word(section, random);
      break;
    case MadeUpSectionWord:
      vocabulary_.append_section_word(section, random, out);
      break;
    case SectionPhrase:
      out += vocabulary_.section_phrase(section, random);
      break;
    case StoryWord:
      story_word(random, out);
      break;
    case StoryPhrase:
      out += one_of(story_->phrases, random);
      break;
    case Somebody:
      person(random, out);
      break;
    case Somewhere:
      place(random, out);
      break;
    default:
      number(random, out);
  }
  if (mentions_.size() >= max_mentions || kind == Number) return;
  const bool of_story =
      kind == StoryWord || kind == StoryPhrase || kind == Somebody || kind == Somewhere;
  mentions_.push_back({out.substr(begin), of_story});
}

void Prose::story_word(Random& random, std::string& out) {
  const std::string& word = story_->words[story_words_.draw(random) % story_->words.size()];
  out += word;
  constexpr Inflection inflections[] = {Inflection::Plural, Inflection::Plural, Inflection::Past,
                                        Inflection::Progressive};
  const std::uint32_t form = random.below(12);
  if (form < std::size(inflections) && !vocabulary_.is_real(word)) {
    append_inflection(inflections[form], out);
  }
}

void Prose::tail_word(Random& random, std::string& out) {
  constexpr double again = 0.2;
  if (!rare_.empty() && random.chance(again)) {
    out += one_of(rare_, random);
    return;
  }
  const std::size_t begin = out.size();
  vocabulary_.append_tail_word(random, out);
  rare_.push_back(out.substr(begin));
}

void Prose::person(Random& random, std::string& out) {
  const std::size_t index = story_people_.draw(random) % story_->people.size();
  const Person& person = story_->people[index];
  if (introduced_[index] && random.chance(0.75)) {
    out += person.last;
    return;
  }
  if (!introduced_[index] && !person.role.empty()) out += person.role + ' ';
  introduced_[index] = true;
  out += person.first + ' ' + person.last;
}

void Prose::place(Random& random, std::string& out) {
  const std::uint32_t dice = random.below(20);
  if (dice < 9) {
    out += one_of(story_->places, random);
  } else if (dice < 16) {
    out += one_of(story_->countries, random)->name;
  } else if (dice < 18) {
    out += teller_.town(random);
  } else {
    out += teller_.country(random).name;
  }
}

void Prose::number(Random& random, std::string& out) const {
  const auto end = std::back_inserter(out);
  switch (random.below(8)) {
    case 0:
      fmt::format_to(end, "{}", year_);
      break;
    case 1: {
      const std::uint32_t span = random.chance(0.5) ? 4 : 25;
      fmt::format_to(end, "{}", year_ - static_cast<int>(random.below(span)));
      break;
    }
    case 2:
    case 3:
      fmt::format_to(end, "{}", random.between(2, 31));
      break;
    case 4:
      fmt::format_to(end, "{} percent", random.between(1, 99));
      break;
    case 5: {
      const std::uint32_t tenths = random.between(10, 400);
      fmt::format_to(end, "${}.{} million", tenths / 10, tenths % 10);
      break;
    }
    case 6: {
      const std::uint32_t hundreds = random.between(10, 600);
      fmt::format_to(end, "{},{}00", hundreds / 10, hundreds % 10);
      break;
    }
    default:
      fmt::format_to(end, "{}", random.between(3, 99) * 10);
  }
}

std::string Prose::headline(Random& random) const {
  constexpr std::array<std::string_view, 8> links{"in", "for",  "after", "to",
                                                  "of", "over", "on",    "with"};
  const std::uint32_t length = random.between(5, 9);
  std::string title;
  std::uint32_t words = 0;
  for (const Mention& mention : mentions_) {
    if (words >= length) break;
    if (!random.chance(mention.of_story ? 0.45 : 0.1)) continue;
    if (words > 0 && random.chance(0.35)) {
      title += ' ';
      title += links[random.below(links.size())];
      ++words;
    }
    if (words > 0) title += ' ';
    title += mention.text;
    words += words_in(mention.text);
  }
  if (title.empty()) title = mentions_.front().text;
  capitalise(0, title);
  return title;
}

}  // namespace generate
