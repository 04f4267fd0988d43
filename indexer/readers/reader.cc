#include "indexer/readers/reader.h"

#include <fmt/format.h>

#include <algorithm>

#include "common/error.h"
#include "indexer/charset.h"
#include "indexer/readers/atom.h"
#include "indexer/readers/csv.h"
#include "indexer/readers/guardian.h"
#include "indexer/readers/html.h"
#include "indexer/readers/json.h"
#include "indexer/readers/jsonfeed.h"
#include "indexer/readers/jsonl.h"
#include "indexer/readers/markdown.h"
#include "indexer/readers/mbox.h"
#include "indexer/readers/mediawiki.h"
#include "indexer/readers/newsml.h"
#include "indexer/readers/ninjs.h"
#include "indexer/readers/nitf.h"
#include "indexer/readers/nyt.h"
#include "indexer/readers/page.h"
#include "indexer/readers/reuters.h"
#include "indexer/readers/rss.h"
#include "indexer/readers/warc.h"
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
      {.name = "warc", .knows = knows_warc, .read = read_warc},
      {.name = "html", .knows = knows_html, .read = read_html},
      {.name = "rss", .knows = knows_rss, .read = read_rss, .reads_utf16 = true},
      {.name = "atom", .knows = knows_atom, .read = read_atom, .reads_utf16 = true},
      {.name = "nitf", .knows = knows_nitf, .read = read_nitf, .reads_utf16 = true},
      {.name = "newsml", .knows = knows_newsml, .read = read_newsml, .reads_utf16 = true},
      {.name = "mediawiki", .knows = knows_mediawiki, .read = read_mediawiki},
      {.name = "reuters", .knows = knows_reuters, .read = read_reuters},
      {.name = "jsonfeed", .knows = knows_jsonfeed, .read = read_jsonfeed},
      {.name = "ninjs", .knows = knows_ninjs, .read = read_ninjs},
      {.name = "nyt", .knows = knows_nyt, .read = read_nyt},
      {.name = "guardian", .knows = knows_guardian, .read = read_guardian},
      {.name = "webz", .knows = knows_webz, .read = read_webz},
      {.name = "markdown", .knows = knows_markdown, .read = read_markdown},
      {.name = "jsonl", .knows = knows_jsonl, .read = read_jsonl},
      {.name = "json", .knows = knows_json, .read = read_json},
      {.name = "csv", .knows = knows_csv, .read = read_csv},
      {.name = "tsv", .knows = knows_tsv, .read = read_tsv},
      {.name = "mbox", .knows = knows_mbox, .read = read_mbox},
      {.name = "page", .knows = knows_page, .read = read_page},
  };
  return all;
}

namespace {

void read_with(const Reader& reader, PeekedStream& source, const std::string& name,
               const ReadOptions& options, Intake& intake) {
  intake.reading(reader.name);
  reader.read({source, name, options.map}, intake);
}

void read_peeked(PeekedStream& source, const std::string& name, const ReadOptions& options,
                 Intake& intake) {
  const Reader* const reader = find_reader(source.beginning(), name, options.format);
  if (reader != nullptr) return read_with(*reader, source, name, options, intake);
  intake.rejected({.source = name},
                  "not a format we know; see docs/formats.md for those we do, and name one with "
                  "--format",
                  {});
}

}  // namespace

void read_source(ByteStream& bytes, const std::string& name, const ReadOptions& options,
                 Intake& intake) {
  PeekedStream source(bytes);
  const std::string charset = utf16_or_32(source.beginning());
  if (charset.empty()) return read_peeked(source, name, options, intake);
  // XML declares its charset, which would then be a lie; its readers decode it themselves.
  const Reader* const reader = find_reader(source.beginning(), name, options.format);
  if (reader != nullptr && reader->reads_utf16) {
    return read_with(*reader, source, name, options, intake);
  }
  TranscodedStream transcoded(source, charset);
  PeekedStream decoded(transcoded);
  read_peeked(decoded, name, options, intake);
}

}  // namespace news
