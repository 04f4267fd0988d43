#include "corpus/generate/story.h"

#include <algorithm>
#include <iterator>

#include "corpus/generate/exact_math.h"
#include "corpus/generate/word_form.h"

namespace generate {

namespace {

constexpr std::uint64_t stream = 3;
constexpr std::size_t days_of_season = 90;

AliasTable section_law() {
  std::vector<double> weights;
  for (const Section& section : sections()) weights.push_back(section.weight);
  return AliasTable(weights);
}

double halved(double age, double half_life) {
  return exponential(-0.6931471805599453 * age / half_life);
}

void add_once(std::string tag, std::vector<std::string>& tags) {
  if (std::find(tags.begin(), tags.end(), tag) == tags.end()) tags.push_back(std::move(tag));
}

}  // namespace

double Story::weight(double age) const {
  double weight = halved(age, half_life);
  if (echo > 0 && age >= echo) weight += 0.5 * halved(age - echo, half_life);
  return size * weight;
}

StoryTeller::StoryTeller(std::uint64_t seed, const Vocabulary& vocabulary, const People& people)
    : seed_(seed),
      vocabulary_(vocabulary),
      people_(people),
      section_law_(section_law()),
      country_law_(static_cast<std::uint32_t>(countries().size()), 1.1, 2),
      town_law_(8'000, 0.8, 10) {}

Story StoryTeller::tell(std::uint64_t number, std::size_t day) const {
  Random random(seed_, stream, number);
  Story story;
  story.number = number;
  story.section = section_law_.draw(random);
  // Sizes have the tail of a power law, cut at a hundred; half-lives are 1 to 20 days.
  story.size = std::min(100.0, power(1 - random.share(), -0.8));
  story.half_life = exponential(random.share() * 3);
  if (random.chance(0.2)) story.echo = random.between(20, 200);
  add_people(day, random, story);
  add_places(random, story);
  add_words(random, story);
  add_tags(random, story);
  return story;
}

std::string StoryTeller::town(Random& random) const {
  std::string name;
  append_name(town_law_.draw(random), true, name);
  return name;
}

void StoryTeller::add_people(std::size_t day, Random& random, Story& story) const {
  const std::size_t season = day / days_of_season;
  const std::uint32_t known = random.between(1, 2);
  const std::uint32_t own = random.between(1, 4);
  for (std::uint32_t i = 0; i < known; ++i) {
    story.people.push_back(people_.public_figure(season, random));
  }
  for (std::uint32_t i = 0; i < own; ++i) {
    story.people.push_back(people_.person(story.number * 4 + i));
  }
}

void StoryTeller::add_places(Random& random, Story& story) const {
  constexpr std::uint32_t numbers[] = {1, 1, 1, 2, 2, 2, 2, 3};
  for (std::uint32_t i = numbers[random.below(std::size(numbers))]; i > 0; --i) {
    const Country* land = &country(random);
    const auto known = std::find(story.countries.begin(), story.countries.end(), land);
    if (known == story.countries.end()) story.countries.push_back(land);
  }
  for (std::uint32_t i = random.between(1, 3); i > 0; --i) story.places.push_back(town(random));
}

void StoryTeller::add_words(Random& random, Story& story) const {
  for (int i = 0; i < 24; ++i) {
    const bool real = random.chance(0.25);
    std::string word = real ? std::string(vocabulary_.real_section_word(story.section, random))
                            : vocabulary_.topic(random);
    add_once(std::move(word), story.words);
  }
  const auto first_words = static_cast<std::uint32_t>(std::min<std::size_t>(8, story.words.size()));
  for (int i = 0; i < 3; ++i) {
    std::string phrase = story.words[random.below(first_words)];
    for (std::uint32_t more = random.between(1, 2); more > 0; --more) {
      phrase += ' ' + story.words[random.below(first_words)];
    }
    story.phrases.push_back(std::move(phrase));
  }
  story.phrases.emplace_back(vocabulary_.section_phrase(story.section, random));
}

void StoryTeller::add_tags(Random& random, Story& story) const {
  add_once(std::string(vocabulary_.real_section_word(story.section, random)), story.tags);
  if (random.chance(0.8)) {
    add_once(std::string(vocabulary_.real_section_word(story.section, random)), story.tags);
  }
  if (random.chance(0.6)) add_once(story.words[0], story.tags);
  if (random.chance(0.3)) add_once(story.places[0], story.tags);
  if (random.chance(0.3)) add_once(story.people[0].name(), story.tags);
}

}  // namespace generate
