#include "corpus/generate/query_writer.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

namespace generate {

namespace {

using std::chrono::days;

template <typename Values>
const auto& one_of(const Values& values, Random& random) {
  return values[random.below(static_cast<std::uint32_t>(values.size()))];
}

std::string print(Day day) {
  const std::chrono::year_month_day date(day);
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                     static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

std::uint32_t words_in(std::string_view text) {
  return 1 + static_cast<std::uint32_t>(std::count(text.begin(), text.end(), ' '));
}

std::string quoted(const std::string& text) { return '"' + text + '"'; }

/// Puts a word behind others, but for one that is there.
void append_word(const std::string& word, std::string& text) {
  if (word.empty() || text.find(word) != text.npos) return;
  if (!text.empty()) text += ' ';
  text += word;
}

void append_parameter(std::string_view name, std::string_view value, std::string& out) {
  if (value.empty()) return;
  if (!out.empty()) out += '&';
  out += name;
  out += '=';
  for (const char c : value) {
    const auto byte = static_cast<unsigned char>(c);
    if (std::isalnum(byte) != 0 || std::string_view("-._~").find(c) != std::string_view::npos) {
      out += c;
    } else if (c == ' ') {
      out += '+';
    } else {
      out += fmt::format("%{:02X}", byte);
    }
  }
}

}  // namespace

QueryWriter::QueryWriter(const World& world, Random& random)
    : world_(world), random_(random), typed_(random.chance(0.5)) {
  const std::uint64_t stories = world.plan.stories();
  // Half of the queries are about the newest tenth; of three stories the largest is asked for.
  for (int i = 0; i < 3; ++i) {
    const double share = random.chance(0.5) ? 0.9 + 0.1 * random.share() : random.share();
    const auto number = static_cast<std::uint64_t>(share * static_cast<double>(stories));
    const std::size_t day = world.plan.day_of(number);
    Story story = world.teller.tell(number, day);
    if (i > 0 && story.size <= story_.size) continue;
    story_ = std::move(story);
    day_ = day;
  }
}

void QueryWriter::name() { query_.words = person(); }

void QueryWriter::place() {
  query_.words = town_or_country();
  if (random_.chance(0.4)) append_word(story_word(), query_.words);
}

void QueryWriter::one_word() { query_.words = word(); }

void QueryWriter::two_words() {
  query_.words = random_.chance(0.3) ? story_.people.front().last : story_word();
  append_word(random_.chance(0.5) ? story_word() : word(), query_.words);
}

void QueryWriter::several_words() {
  const std::uint32_t length = 3 + std::min(random_.below(4), random_.below(4));
  query_.words = random_.chance(0.3) ? town_or_country() : story_word();
  while (words_in(query_.words) < length) {
    const bool little = words_in(query_.words) + 1 < length && random_.chance(0.2);
    append_word(little                ? std::string(world_.vocabulary.function_word(random_).word)
                : random_.chance(0.7) ? story_word()
                                      : word(),
                query_.words);
  }
}

void QueryWriter::common_words() {
  for (std::uint32_t i = random_.between(1, 3); i > 0; --i) {
    if (random_.chance(0.4)) {
      append_word(std::string(world_.vocabulary.function_word(random_).word), query_.words);
    }
    append_word(std::string(world_.vocabulary.news_word(random_)), query_.words);
  }
}

void QueryWriter::phrase() {
  const std::uint32_t dice = random_.below(10);
  if (dice < 5) {
    query_.words = quoted(one_of(story_.phrases, random_));
  } else if (dice < 8) {
    query_.words = quoted(story_.people[0].name());
  } else {
    query_.words = quoted(story_.phrases.back());
    append_word(story_.places.front(), query_.words);
  }
}

void QueryWriter::filter() {
  const std::uint32_t dice = random_.below(10);
  if (dice < 2) return author();
  if (random_.chance(0.3)) {
    one_word();
  } else if (random_.chance(0.85)) {
    query_.words = story_word();
  }
  if (dice < 7) query_.country = story_.countries.front()->code;
  if (dice > 5) query_.section = sections()[story_.section].name;
}

void QueryWriter::dates() {
  query_.words = random_.chance(0.3) ? story_.people[0].last : story_word();
  const Day begin = world_.calendar.first() + days(day_);
  const Day last = world_.calendar.first() + days(world_.calendar.days() - 1);
  const std::uint32_t dice = random_.below(10);
  if (dice < 8) from_ = begin - days(random_.below(60));
  if (dice < 5 || dice >= 8) to_ = std::min(last, begin + days(random_.between(14, 365)));
  if (from_) query_.from = print(*from_);
  if (to_) query_.to = print(*to_);
}

void QueryWriter::wildcard() {
  const std::string word = story_word();
  const std::size_t letters = std::min<std::size_t>(word.size(), random_.between(4, 6));
  query_.words = word.substr(0, letters) + '*';
  if (random_.chance(0.4)) append_word(story_word(), query_.words);
}

Query QueryWriter::finish() {
  query_.q = query_.words;
  if (typed_) type_filters();
  append_parameter("q", query_.q, query_.parameters);
  if (typed_) return query_;
  append_parameter("from", query_.from, query_.parameters);
  append_parameter("to", query_.to, query_.parameters);
  append_parameter("country", query_.country, query_.parameters);
  append_parameter("section", query_.section, query_.parameters);
  append_parameter("author", query_.author, query_.parameters);
  return query_;
}

void QueryWriter::type_filters() {
  const auto type = [&](std::string_view field, const std::string& value) {
    if (value.empty()) return;
    const bool plain = value.find(' ') == value.npos;
    append_word(fmt::format("{}:{}", field, plain ? value : quoted(value)), query_.q);
  };
  type("country", query_.country);
  type("section", query_.section);
  type("author", query_.author);
  // The date itself is neither after nor before it.
  if (from_ && to_) return type("date", query_.from + ".." + query_.to);
  if (from_) type("after", print(*from_ - days(1)));
  if (to_) type("before", print(*to_ + days(1)));
}

/// From common to rare.
std::string QueryWriter::word() {
  const std::uint32_t dice = random_.below(10);
  if (dice < 2) return std::string(world_.vocabulary.news_word(random_));
  if (dice < 5) return std::string(world_.vocabulary.real_section_word(story_.section, random_));
  if (dice < 9) return story_word();
  std::string rare;
  world_.vocabulary.append_rare_word(random_, rare);
  return rare;
}

/// One that is much used in the story.
std::string QueryWriter::story_word() {
  const auto most = std::min<std::uint32_t>(8, static_cast<std::uint32_t>(story_.words.size()));
  return story_.words[random_.below(most)];
}

std::string QueryWriter::person() {
  const std::size_t known = random_.below(4) < 3 ? 0 : story_.people.size() - 1;
  const Person& person = story_.people[known];
  return random_.chance(0.6) ? person.name() : person.last;
}

std::string QueryWriter::town_or_country() {
  if (random_.chance(0.5)) return std::string(story_.countries.front()->name);
  return one_of(story_.places, random_);
}

/// Somebody who writes for the section, and mostly no words.
void QueryWriter::author() {
  query_.author = world_.newsroom.author(world_.newsroom.draw_author(story_.section, random_));
  if (random_.chance(0.3)) {
    query_.words = world_.vocabulary.real_section_word(story_.section, random_);
  }
}

}  // namespace generate
