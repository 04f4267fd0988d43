#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string_view>
#include <utility>
#include <vector>

#include "common/date.h"
#include "common/index_folder.h"
#include "common/schema.h"
#include "common/term_stream.h"
#include "indexer/commands/commands.h"

namespace news {

namespace {

using nlohmann::ordered_json;

/// The days of the first and the last article, those that are gone from the base included; null if
/// all are undated.
std::pair<ordered_json, ordered_json> days(const ArticleDatabase& database) {
  std::vector<std::int64_t> days;
  const Xapian::Database& recent = database.recent();
  for (const std::string& bound : {recent.get_value_lower_bound(schema::day_slot),
                                   recent.get_value_upper_bound(schema::day_slot)}) {
    if (!bound.empty()) days.push_back(schema::decode(bound));
  }
  if (const auto& columns = database.files().columns) {
    const ColumnFile::Dates dates = columns->dates();
    for (std::size_t i = 0; i < dates.days.size(); ++i) {
      if (dates.dated[i] != 0) days.push_back(dates.days[i]);
    }
  }
  if (days.empty()) return {nullptr, nullptr};
  const auto [first, last] = std::minmax_element(days.begin(), days.end());
  const auto print = [](std::int64_t day) {
    return to_string(CalendarDay(std::chrono::days(day)));
  };
  return {print(*first), print(*last)};
}

ordered_json languages(const ArticleDatabase& database) {
  const std::string prefix(schema::facets[schema::language_facet].prefix);
  ordered_json counts = ordered_json::object();
  for (TermStream stream(database, prefix); !stream.at_end(); stream.next()) {
    const std::size_t articles = database.count_with_term(stream.term());
    const std::string language = stream.term().substr(prefix.size());
    if (articles > 0) counts[language.empty() ? "unknown" : language] = articles;
  }
  return counts;
}

std::size_t copies(const ArticleDatabase& database) {
  std::size_t count = 0;
  for (const Xapian::Database& part : database.parts()) {
    const auto end = part.valuestream_end(schema::story_slot);
    for (auto copy = part.valuestream_begin(schema::story_slot); copy != end; ++copy) {
      if (!database.is_gone(copy.get_docid())) ++count;
    }
  }
  return count;
}

ordered_json describe(const IndexFolder& index) {
  const std::string generation = index.live();
  const ArticleDatabase database = index.open(generation);
  const auto [first_day, last_day] = days(database);
  return {{"index", index.path().string()},
          {"articles", database.articles()},
          {"copies", copies(database)},
          {"first_day", first_day},
          {"last_day", last_day},
          {"bytes", index.size(generation)},
          {"revision", schema::revision(database.recent())},
          {"generation", generation},
          {"schema_version", schema::version},
          {"time_zone", database.metadata(schema::time_zone_key)},
          {"languages", languages(database)}};
}

}  // namespace

int status(const Options& options) {
  const ordered_json description = describe(IndexFolder(options.index));
  if (options.json) {
    fmt::print("{}\n", description.dump());
    return done;
  }
  for (const auto& [name, value] : description.items()) {
    const std::string shown = value.is_string() ? value.get<std::string>()
                              : value.is_null() ? "none"
                                                : value.dump();
    fmt::print("{:<15} {}\n", name, shown);
  }
  return done;
}

}  // namespace news
