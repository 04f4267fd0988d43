#include "searchd/completions.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "common/country.h"
#include "common/schema.h"
#include "common/text.h"
#include "searchd/lexicon.h"
#include "searchd/query.h"

namespace news {

namespace {

constexpr std::size_t most_typed_bytes = 200;
constexpr std::size_t most_headlines_shown = 3;
// Of what begins with a letter or two, any headline would do.
constexpr std::size_t least_letters_for_headlines = 3;
// Of a beginning that many headlines have, the newest tell enough.
constexpr std::size_t most_places_looked_at = 1000;
// How much longer a phrase may be than what was typed.
constexpr std::size_t most_words_more = 2;
// A longer phrase is worth showing beside a shorter one that has it from this share on.
constexpr std::uint32_t least_share = 5;

/// The facets whose values are completed, and what they are called then.
struct Kind {
  std::string_view facet;
  std::string_view name;
};
constexpr std::array kinds{Kind{"author", "author"}, Kind{"country", "place"},
                           Kind{"section", "section"}, Kind{"tag", "tag"}};

std::string_view kind_of(std::size_t facet) {
  const auto kind = std::find_if(kinds.begin(), kinds.end(), [&](const Kind& one) {
    return one.facet == schema::facets[facet].name;
  });
  return kind->name;
}

std::string label_of(std::size_t facet, const std::string& value) {
  return schema::facets[facet].name == "country" ? country_name(value) : value;
}

/// The words of a text, folded, with spaces between.
std::string words_of(std::string_view text, Analyzer& analyzer) {
  std::string words;
  for (const Token& token : analyzer.analyze(text, {})) {
    if (token.whole) continue;
    if (!words.empty()) words += ' ';
    words += token.form;
  }
  return words;
}

/// The query that asks for a value of a facet.
std::string query_of(std::size_t facet, const std::string& value) {
  const std::string_view name = schema::facets[facet].name;
  std::string plain = value;
  std::replace(plain.begin(), plain.end(), '"', ' ');
  plain = clean_line(plain);
  const auto kind = name == "author" ? QueryNode::Kind::Phrase : QueryNode::Kind::Filter;
  return to_string({.kind = kind, .text = plain, .field = std::string(name), .children = {}});
}

/// The newest visible articles, the newest first.
std::vector<Xapian::docid> newest(const Columns& columns, std::size_t most) {
  std::vector<Xapian::docid> ids;
  for (Xapian::docid id = 1; id < columns.end(); ++id) {
    if (columns.visible(id)) ids.push_back(id);
  }
  const auto newer = [&columns](Xapian::docid a, Xapian::docid b) {
    return std::pair(columns.published(a), a) > std::pair(columns.published(b), b);
  };
  const auto end = ids.begin() + static_cast<std::ptrdiff_t>(std::min(most, ids.size()));
  std::partial_sort(ids.begin(), end, ids.end(), newer);
  ids.erase(end, ids.end());
  return ids;
}

/// The headlines of the articles, in their order. Goes on where it was when commits overtake it.
std::vector<std::string> read_titles(const std::vector<Xapian::docid>& ids, Xapian::docid end,
                                     const ArticleDatabase& database) {
  std::vector<std::uint32_t> ranks(end, static_cast<std::uint32_t>(ids.size()));
  for (std::size_t i = 0; i < ids.size(); ++i) ranks[ids[i]] = static_cast<std::uint32_t>(i);
  std::vector<std::string> titles(ids.size());
  Xapian::Database both = database.both();
  Xapian::docid at = 1;  // a place
  constexpr int most_attempts = 20;
  for (int attempt = 1;; ++attempt) {
    try {
      auto title = both.valuestream_begin(schema::title_slot);
      title.skip_to(at);
      for (; title != both.valuestream_end(schema::title_slot); ++title) {
        at = title.get_docid();
        const Xapian::docid id = database.number_at(at);
        if (id < end && ranks[id] < ids.size()) titles[ranks[id]] = *title;
      }
      return titles;
    } catch (const Xapian::DatabaseModifiedError&) {
      if (attempt == most_attempts) throw;
      both.reopen();
    }
  }
}

/// Phrases that begin as was typed, each with the number of headlines that have it.
class Phrases {
 public:
  explicit Phrases(std::string_view language) : language_(language) {}

  /// `words` begin with what was typed, `typed` bytes; `before` stands before them.
  void add(std::string_view words, std::size_t typed, std::string_view before = {}) {
    std::size_t end = words.find(' ', typed);
    if (end == std::string_view::npos) return;
    const std::string_view base = words.substr(0, end);
    count(before, base, base);
    for (std::size_t more = 0; more < most_words_more; ++more) {
      const std::size_t begin = end + 1;
      end = words.find(' ', begin);
      if (end == std::string_view::npos) return;
      if (Analyzer::is_stop_word(words.substr(begin, end - begin), language_)) continue;
      count(before, words.substr(0, end), base);
    }
  }

  /// The ones worth showing, but for `typed` itself.
  std::vector<Completion> take(std::string_view typed) const {
    std::vector<Completion> found;
    for (const auto& [phrase, seen] : counts_) {
      if (phrase == typed) continue;
      const bool longer = phrase != seen.base;
      const std::uint32_t of_base = counts_.find(seen.base)->second.count;
      if (longer && (seen.count < 2 || seen.count * least_share < of_base)) continue;
      found.push_back({"phrase", phrase, phrase, seen.count});
    }
    return found;
  }

 private:
  struct Seen {
    std::uint32_t count = 0;
    std::string base;
  };

  void count(std::string_view before, std::string_view phrase, std::string_view base) {
    Seen& seen = counts_[std::string(before) + std::string(phrase)];
    if (seen.count++ == 0) seen.base = std::string(before) + std::string(base);
  }

  std::string_view language_;
  std::unordered_map<std::string, Seen> counts_;
};

/// Of words that each have a space behind, the longest one with its space.
std::string_view longest(std::string_view words) {
  std::string_view best;
  while (!words.empty()) {
    const std::size_t end = std::min(words.find(' '), words.size() - 1) + 1;
    if (end > best.size()) best = words.substr(0, end);
    words.remove_prefix(end);
  }
  return best;
}

bool has_all(std::string_view line, std::string_view words) {
  while (!words.empty()) {
    const std::size_t end = std::min(words.find(' '), words.size());
    const std::string word = ' ' + std::string(words.substr(0, end)) + ' ';
    if (line.find(word) == std::string_view::npos) return false;
    words.remove_prefix(std::min(end + 1, words.size()));
  }
  return true;
}

/// By falling count; a phrase that says the same as something of another kind is left out.
void rank(std::vector<Completion>& found, std::size_t most, Analyzer& analyzer) {
  const auto key = [](const Completion& one) {
    return std::tuple(-std::int64_t{one.count}, one.kind == "phrase", std::string_view(one.text));
  };
  std::sort(found.begin(), found.end(),
            [&](const Completion& a, const Completion& b) { return key(a) < key(b); });
  std::vector<std::string> shown;
  std::vector<Completion> kept;
  for (Completion& one : found) {
    const std::string words = words_of(one.text, analyzer);
    const bool phrase = one.kind == "phrase";
    if (phrase && std::find(shown.begin(), shown.end(), words) != shown.end()) continue;
    if (kept.size() == most) break;
    shown.push_back(words);
    kept.push_back(std::move(one));
  }
  found = std::move(kept);
}

}  // namespace

Completions Completions::load(const Columns& columns, const Counts& totals,
                              const std::function<ArticleDatabase()>& open, Analyzer& analyzer) {
  Completions completions;
  for (const Kind& kind : kinds) {
    completions.load_values(*schema::find_facet(kind.facet), columns, totals, analyzer);
  }
  completions.value_lines_.finish();
  completions.load_headlines(columns, open, analyzer);
  return completions;
}

void Completions::load_values(std::size_t facet, const Columns& columns, const Counts& totals,
                              Analyzer& analyzer) {
  const std::vector<std::string>& labels = columns.facet(facet).labels();
  const std::vector<std::uint32_t>& counts = totals.by_value[facet];
  std::vector<std::uint32_t> ordinals(labels.size());
  std::iota(ordinals.begin(), ordinals.end(), 0);
  std::erase_if(ordinals, [&](std::uint32_t ordinal) { return counts[ordinal] == 0; });
  std::stable_sort(ordinals.begin(), ordinals.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return counts[a] > counts[b]; });
  if (ordinals.size() > most_values) ordinals.resize(most_values);
  for (const std::uint32_t ordinal : ordinals) {
    values_.push_back({facet, labels[ordinal]});
    value_lines_.add(words_of(label_of(facet, labels[ordinal]), analyzer));
  }
}

void Completions::load_headlines(const Columns& columns,
                                 const std::function<ArticleDatabase()>& open, Analyzer& analyzer) {
  headlines_ = newest(columns, most_headlines);
  for (const std::string& title : read_titles(headlines_, columns.end(), open())) {
    headline_lines_.add(words_of(repair_utf8(title), analyzer));
  }
  headline_lines_.finish();
}

std::vector<Completion> Completions::complete(std::string_view typed, const Present& present,
                                              Analyzer& analyzer) const {
  const std::string text = repair_utf8(truncate_utf8(typed, most_typed_bytes));
  std::string sought = words_of(text, analyzer);
  if (sought.empty()) return {};
  if (text.ends_with(' ')) sought += ' ';  // the last word is whole
  std::vector<Completion> found;
  add_values(sought, present, found);
  const std::vector<std::size_t> lines = add_phrases(sought, present.language, found);
  std::vector<Completion> headlines;
  if (present.same_generation && count_letters(sought) >= least_letters_for_headlines) {
    add_headlines(lines, present, headlines);
  }
  rank(found, most_completions - headlines.size(), analyzer);
  std::move(headlines.begin(), headlines.end(), std::back_inserter(found));
  return found;
}

/// Values stand by facet and falling count, so of each facet the first ones are the best.
void Completions::add_values(const std::string& sought, const Present& present,
                             std::vector<Completion>& found) const {
  std::array<std::size_t, schema::facets.size()> seen{};
  std::size_t last = values_.size();
  value_lines_.find(sought, [&](std::size_t number, std::string_view) {
    const Value& value = values_[number];
    if (number == last || seen[value.facet] == most_completions) return true;
    last = number;
    const auto ordinal = present.columns.facet(value.facet).find(value.label);
    const std::uint32_t count = ordinal ? present.totals.by_value[value.facet][*ordinal] : 0;
    if (count == 0) return true;
    ++seen[value.facet];
    found.push_back({kind_of(value.facet), label_of(value.facet, value.label),
                     query_of(value.facet, value.label), count});
    return true;
  });
}

/// Adds the phrases of headlines; gives back the lines of the newest ones.
std::vector<std::size_t> Completions::add_phrases(const std::string& sought,
                                                  std::string_view language,
                                                  std::vector<Completion>& found) const {
  Phrases phrases(language);
  std::vector<std::size_t> lines;
  std::size_t places = 0;
  const auto take = [&](std::size_t number) {
    if (lines.size() < most_headlines_shown && (lines.empty() || lines.back() != number)) {
      lines.push_back(number);
    }
    return ++places < most_places_looked_at;
  };
  headline_lines_.find(sought, [&](std::size_t number, std::string_view from) {
    phrases.add(from, sought.ends_with(' ') ? sought.size() - 1 : sought.size());
    return take(number);
  });
  const bool ended = sought.ends_with(' ');
  const std::size_t space = sought.rfind(' ', sought.size() - (ended ? 2 : 1));
  if (places == 0 && space != std::string::npos && space + 1 < sought.size()) {
    // The words stand apart in all headlines; the last one is completed alone.
    const std::string before = sought.substr(0, space + 1);
    const std::string last = sought.substr(space + 1);
    // By the longest word, which is likely to be the rarest: a beginning stands everywhere.
    headline_lines_.find(longest(before), [&](std::size_t number, std::string_view) {
      const std::string_view line = headline_lines_.line(number);
      const std::size_t at = line.find(' ' + last);
      if (at == std::string_view::npos || !has_all(line, before.substr(0, space))) return true;
      const std::string_view from = line.substr(at + 1);
      const std::string_view word = from.substr(0, from.find(' ') + 1);
      phrases.add(word, ended ? last.size() - 1 : last.size(), before);
      return take(number);
    });
  }
  const std::string_view typed(sought.data(), sought.size() - (ended ? 1 : 0));
  for (Completion& phrase : phrases.take(typed)) found.push_back(std::move(phrase));
  return lines;
}

/// A headline is shown as it is now.
void Completions::add_headlines(const std::vector<std::size_t>& numbers, const Present& present,
                                std::vector<Completion>& found) const {
  for (const std::size_t number : numbers) {
    const Xapian::docid id = headlines_[number];
    if (id >= present.columns.end() || !present.columns.visible(id)) continue;
    const std::string title =
        repair_utf8(present.database.document(id).get_value(schema::title_slot));
    if (!title.empty()) found.push_back({"headline", title, title, 1});
  }
}

std::size_t Completions::bytes() const {
  std::size_t bytes = value_lines_.bytes() + headline_lines_.bytes() +
                      headlines_.capacity() * sizeof(Xapian::docid);
  for (const Value& value : values_) bytes += sizeof(Value) + value.label.capacity();
  return bytes;
}

}  // namespace news
