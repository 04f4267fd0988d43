#include "indexer/readers/reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "common/error.h"
#include "indexer/readers/atom.h"
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
#include "indexer/readers/page.h"
#include "indexer/readers/reuters.h"
#include "indexer/readers/rss.h"
#include "indexer/readers/warc.h"

namespace news {
namespace {

using namespace std::string_view_literals;

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

/// By its byte order mark, or by the NUL beside the first character of what we read.
bool is_utf16(std::string_view beginning) {
  constexpr std::array starts{"\xff\xfe"sv, "\xfe\xff"sv, "{\0"sv, "\0{"sv, "[\0"sv, "\0["sv};
  return std::any_of(starts.begin(), starts.end(),
                     [&](std::string_view start) { return beginning.starts_with(start); });
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
      {.name = "jsonfeed", .knows = knows_jsonfeed, .read = read_jsonfeed},
      {.name = "ninjs", .knows = knows_ninjs, .read = read_ninjs},
      {.name = "markdown", .knows = knows_markdown, .read = read_markdown},
      {.name = "jsonl", .knows = knows_jsonl, .read = read_jsonl},
      {.name = "json", .knows = knows_json, .read = read_json},
      {.name = "mediawiki", .knows = knows_mediawiki, .read = read_mediawiki},
      {.name = "reuters", .knows = knows_reuters, .read = read_reuters},
      {.name = "mbox", .knows = knows_mbox, .read = read_mbox},
      {.name = "page", .knows = knows_page, .read = read_page},
  };
  return all;
}

void read_source(ByteStream& bytes, const std::string& name, const ReadOptions& options,
                 Intake& intake) {
  PeekedStream source(bytes);
  const std::string_view beginning = source.beginning();
  const Reader* const reader = find_reader(beginning, name, options.format);
  const bool is_read = reader != nullptr && reader->reads_utf16;
  if (is_utf16(beginning) && !is_read) {
    const auto reason = "is UTF-16, expected UTF-8: convert it with 'iconv -f UTF-16 -t UTF-8'";
    return intake.rejected({.source = name}, reason, {});
  }
  if (reader != nullptr) {
    intake.reading(reader->name);
    return reader->read({source, name, options.map}, intake);
  }
  intake.rejected({.source = name},
                  "not a format we know; see docs/formats.md for those we do, and name one with "
                  "--format",
                  {});
}

}  // namespace news
