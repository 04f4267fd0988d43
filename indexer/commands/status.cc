#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <string_view>

#include "common/date.h"
#include "common/index_folder.h"
#include "common/schema.h"
#include "indexer/commands/commands.h"

namespace news {

namespace {

using nlohmann::ordered_json;

/// The day of the first or last article, as the slot's bound tells it; null if all are undated.
ordered_json day_of(const std::string& bound) {
  if (bound.empty()) return nullptr;
  return to_string(CalendarDay(std::chrono::days(schema::decode(bound))));
}

ordered_json languages(const Xapian::Database& database) {
  const schema::Facet& facet = schema::facets[schema::language_facet];
  const std::string prefix(facet.prefix);
  ordered_json counts = ordered_json::object();
  const auto end = database.allterms_end(prefix);
  for (auto term = database.allterms_begin(prefix); term != end; ++term) {
    const std::string language = (*term).substr(prefix.size());
    counts[language.empty() ? "unknown" : language] = term.get_termfreq();
  }
  return counts;
}

ordered_json describe(const IndexFolder& index) {
  const std::string generation = index.live();
  const Xapian::Database database = index.open(generation);
  const auto metadata = [&](std::string_view key) {
    return database.get_metadata(std::string(key));
  };
  return {{"index", index.path().string()},
          {"articles", database.get_doccount()},
          {"copies", database.get_value_freq(schema::story_slot)},
          {"first_day", day_of(database.get_value_lower_bound(schema::day_slot))},
          {"last_day", day_of(database.get_value_upper_bound(schema::day_slot))},
          {"bytes", index.size(generation)},
          {"revision", std::stoull(metadata(schema::revision_key))},
          {"generation", generation},
          {"schema_version", schema::version},
          {"time_zone", metadata(schema::time_zone_key)},
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
