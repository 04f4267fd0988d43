#include "indexer/readers/warc.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "common/error.h"
#include "indexer/html/page_article.h"
#include "indexer/readers/html.h"
#include "indexer/readers/native_article.h"
#include "indexer/warc/content_coding.h"
#include "indexer/warc/http_response.h"
#include "indexer/warc/records.h"

namespace news {
namespace {

using warc::Condition;
using warc::Record;

std::string target_of(const Record& record) {
  std::string_view uri = record.fields.get("warc-target-uri");
  // The grammar of WARC 1.0 has brackets around it, and some write them.
  if (uri.starts_with('<')) uri.remove_prefix(1);
  if (uri.ends_with('>')) uri.remove_suffix(1);
  return std::string(uri);
}

Place place_of(const Source& source, const Record& record) {
  const std::string target = target_of(record);
  if (!target.empty()) return {.source = source.name + ':' + target};
  return {.source = fmt::format("{}:byte {}", source.name, record.offset)};
}

bool is_html(std::string_view content_type, std::string_view body) {
  const std::string type = warc::media_type(content_type);
  if (type == "text/html" || type == "application/xhtml+xml") return true;
  const bool says_nothing =
      type.empty() || type == "application/octet-stream" || type == "unknown/unknown";
  return says_nothing && knows_html(body.substr(0, PeekedStream::peeked_bytes), {});
}

void take_page(std::string_view bytes, std::string_view content_type, const Record& record,
               const Place& place, Intake& intake) {
  try {
    take_article(html::article_of_page(bytes, {.url = target_of(record),
                                               .date = std::string(record.fields.get("warc-date")),
                                               .charset = warc::charset_of(content_type),
                                               .name = place.source}),
                 place, intake);
  } catch (const BadArticle& bad) {
    return intake.rejected(place, bad.what(), bytes);
  }
  if (record.condition == Condition::Cut) {
    intake.warning(place, "the file ends within this record; what is there is taken in");
  }
}

void take_response(const Record& record, const Place& place, Intake& intake) {
  const auto response = warc::parse_response(record.block);
  if (!response) return intake.skipped(place, "WARC responses that are not HTTP");
  if (response->status != 200) {
    return intake.skipped(place, fmt::format("HTTP responses of status {}", response->status));
  }
  const auto& fields = response->fields;
  const bool chunked =
      warc::lower(fields.get("transfer-encoding")).find("chunked") != std::string::npos;
  std::string body;
  try {
    body = warc::decode_content(
        chunked ? warc::without_chunks(response->body) : std::string(response->body),
        fields.get("content-encoding"), max_article_bytes);
  } catch (const warc::BadCoding& bad) {
    return intake.rejected(place, bad.what(), {});
  }
  const std::string_view type = fields.get("content-type");
  if (!is_html(type, body)) return intake.skipped(place, "HTTP responses that are not HTML");
  take_page(body, type, record, place, intake);
}

void take_resource(const Record& record, const Place& place, Intake& intake) {
  const std::string_view type = record.fields.get("content-type");
  if (!is_html(type, record.block))
    return intake.skipped(place, "WARC resources that are not HTML");
  take_page(record.block, type, record, place, intake);
}

void skip_record(const std::string& type, const Place& place, Intake& intake) {
  // Those of ISO 28500; anything else is one kind, or a file could make kinds without end.
  constexpr std::array<std::string_view, 6> known{"warcinfo", "request",    "metadata",
                                                  "revisit",  "conversion", "continuation"};
  const bool is_known = std::find(known.begin(), known.end(), type) != known.end();
  intake.skipped(place, "WARC records of type " + (is_known ? type : "other"));
}

void take_record(const Record& record, const Place& place, Intake& intake) {
  const std::string type = warc::lower(record.fields.get("warc-type"));
  if (type == "response") return take_response(record, place, intake);
  if (type == "resource") return take_resource(record, place, intake);
  skip_record(type, place, intake);
}

/// Why a record in this condition cannot be read; empty if it can.
std::string_view reason_against(Condition condition) {
  switch (condition) {
    case Condition::TooLong:
      return "a record longer than 32 MB, the bound for one article, is skipped";
    case Condition::WrongLength:
      return "the record does not end where its Content-Length says; reading goes on at the next "
             "record, write the file anew to get this one";
    case Condition::Garbage:
      return "expected a record of WARC 0.17 to 1.1 here; reading goes on at the next one";
    case Condition::Whole:
    case Condition::Cut:
      return {};
  }
  return {};
}

}  // namespace

bool knows_warc(std::string_view beginning, std::string_view) {
  return warc::begins_record(beginning);
}

void read_warc(const Source& source, Intake& intake) {
  warc::Records records(source.bytes, max_article_bytes);
  while (const std::optional<Record> record = records.next()) {
    const Place place = place_of(source, *record);
    const std::string_view reason = reason_against(record->condition);
    if (reason.empty()) {
      take_record(*record, place, intake);
    } else {
      intake.rejected(place, std::string(reason), {});
    }
  }
}

}  // namespace news
