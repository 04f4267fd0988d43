#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <string_view>

#include "common/date.h"
#include "common/index_folder.h"
#include "common/schema.h"
#include "common/term_stream.h"
#include "indexer/commands/commands.h"

namespace news {

namespace {

using nlohmann::ordered_json;

/// The day of the first or last article, as the slot's bound tells it; null if all are undated.
ordered_json day_of(const std::string& bound) {
  if (bound.empty()) return nullptr;
  return to_string(CalendarDay(std::chrono::days(schema::decode(bound))));
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
  const Xapian::Database& both = database.both();
  return {{"index", index.path().string()},
          {"articles", database.articles()},
          {"copies", copies(database)},
          {"first_day", day_of(both.get_value_lower_bound(schema::day_slot))},
          {"last_day", day_of(both.get_value_upper_bound(schema::day_slot))},
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
