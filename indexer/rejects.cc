#include "indexer/rejects.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "common/error.h"
#include "common/text.h"

namespace news {

namespace {
constexpr std::size_t most_kept = 64u << 10;
}  // namespace

Rejects::Rejects(const std::string& path) {
  if (path.empty()) return;
  file_.open(path, std::ios::trunc);
  if (!file_) {
    throw Error(fmt::format("cannot write rejected articles to {}", path),
                "give --rejects the name of a file in a folder that can be written");
  }
}

void Rejects::add(const Place& place, const std::string& reason, std::string_view text) {
  if (!file_.is_open()) return;
  const nlohmann::ordered_json line{{"source", repair_utf8(place.source)},
                                    {"line", place.line},
                                    {"reason", repair_utf8(reason)},
                                    {"text", repair_utf8(text.substr(0, most_kept))}};
  file_ << line.dump() << '\n' << std::flush;
}

}  // namespace news
