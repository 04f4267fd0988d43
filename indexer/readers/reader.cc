#include "indexer/readers/reader.h"

#include <fmt/format.h>

#include <algorithm>

#include "common/error.h"
#include "indexer/charset.h"
#include "indexer/readers/csv.h"
#include "indexer/readers/guardian.h"
#include "indexer/readers/json.h"
#include "indexer/readers/jsonl.h"
#include "indexer/readers/native_article.h"
#include "indexer/readers/nyt.h"
#include "indexer/readers/webz.h"
#include "indexer/transcoded_stream.h"

namespace news {
namespace {

std::string format_names() {
  std::string names;
  for (const Reader& reader : readers()) {
    if (!names.empty()) names += ", ";
    names += reader.name;
  }
  return names;
}

/// The reader called `format`. Throws Error if there is none.
const Reader& reader_called(std::string_view format) {
  const auto& all = readers();
  const auto found = std::find_if(all.begin(), all.end(),
                                  [&](const Reader& reader) { return reader.name == format; });
  if (found != all.end()) return *found;
  throw Error(fmt::format("there is no format called '{}'", format),
              "the formats are: " + format_names());
}

const Reader* find_reader(std::string_view beginning, std::string_view name,
                          std::string_view format) {
  if (!format.empty()) return &reader_called(format);
  const auto& all = readers();
  const auto found = std::find_if(
      all.begin(), all.end(), [&](const Reader& reader) { return reader.knows(beginning, name); });
  return found == all.end() ? nullptr : &*found;
}

}  // namespace

const std::vector<Reader>& readers() {
  static const std::vector<Reader> all{
      {.name = "nyt", .knows = knows_nyt, .read = read_nyt},
      {.name = "guardian", .knows = knows_guardian, .read = read_guardian},
      {.name = "webz", .knows = knows_webz, .read = read_webz},
      {.name = "jsonl", .knows = knows_jsonl, .read = read_jsonl},
      {.name = "json", .knows = knows_json, .read = read_json},
      {.name = "csv", .knows = knows_csv, .read = read_csv},
      {.name = "tsv", .knows = knows_tsv, .read = read_tsv},
  };
  return all;
}

namespace {

void read_peeked(PeekedStream& source, const std::string& name, const ReadOptions& options,
                 Intake& intake) {
  const Reader* const reader = find_reader(source.beginning(), name, options.format);
  if (reader != nullptr) return reader->read({source, name, options.map}, intake);
  intake.rejected({.source = name},
                  "not a format we know; see docs/formats.md for those we do, and name one with "
                  "--format",
                  {});
}

/// The beginning of a source in another charset, as UTF-8.
std::string decoded_beginning(std::string_view beginning, const std::string& charset) {
  return to_utf8(beginning, charset).value_or(std::string());
}

}  // namespace

void read_source(ByteStream& bytes, const std::string& name, const ReadOptions& options,
                 Intake& intake) {
  PeekedStream source(bytes);
  const std::string charset = utf16_or_32(source.beginning());
  if (charset.empty()) return read_peeked(source, name, options, intake);
  // XML declares its charset, which would then be a lie; its parser decodes it itself.
  const std::string beginning = decoded_beginning(source.beginning(), charset);
  const Reader* const reader = find_reader(beginning, name, options.format);
  if (trim_json(beginning).starts_with("<?xml") && reader != nullptr) {
    return reader->read({source, name, options.map}, intake);
  }
  TranscodedStream transcoded(source, charset);
  PeekedStream decoded(transcoded);
  read_peeked(decoded, name, options, intake);
}

}  // namespace news
