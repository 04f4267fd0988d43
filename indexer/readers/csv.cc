#include "indexer/readers/csv.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "common/text.h"
#include "indexer/charset.h"
#include "indexer/readers/article_fields.h"
#include "indexer/readers/csv_rows.h"
#include "indexer/readers/mapped_article.h"
#include "indexer/readers/native_article.h"

namespace news {
namespace {

constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";

/// Whether the name, perhaps that of a compressed file, ends so.
bool has_ending(std::string_view name, std::initializer_list<std::string_view> endings) {
  std::string lower(name);
  std::transform(lower.begin(), lower.end(), lower.begin(), [](char c) {
    return static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  });
  for (const std::string_view packed : {".gz", ".zst", ".xz", ".bz2"}) {
    if (lower.ends_with(packed)) lower.erase(lower.size() - packed.size());
  }
  return std::any_of(endings.begin(), endings.end(),
                     [&](std::string_view ending) { return lower.ends_with(ending); });
}

/// The rows of a table that begins where the names of its columns are.
class Table {
 public:
  Table(PeekedStream& bytes) : Table(bytes, without_mark(bytes.beginning())) {}

  std::optional<CsvRow> next() {
    std::optional<CsvRow> row = rows_.next();
    if (row) decode(*row);
    return row;
  }

  /// The first row that has names in it.
  std::optional<CsvRow> header() {
    std::optional<CsvRow> row = next();
    if (row && row->line == 1 && !row->cells.front().empty() &&
        row->cells.front().starts_with(byte_order_mark)) {
      row->cells.front().erase(0, byte_order_mark.size());
    }
    if (row && row->cells.front().starts_with("sep=")) row = next();
    return row;
  }

 private:
  Table(PeekedStream& bytes, std::string_view beginning)
      : rows_(bytes, csv_delimiter(beginning), max_article_bytes) {}

  static std::string_view without_mark(std::string_view text) {
    return text.starts_with(byte_order_mark) ? text.substr(byte_order_mark.size()) : text;
  }

  /// Decodes the whole row at once: the more text, the surer is the charset.
  static void decode(CsvRow& row) {
    const bool is_utf8 = std::none_of(row.cells.begin(), row.cells.end(), [](const auto& cell) {
      return find_invalid_utf8(cell).has_value();
    });
    if (is_utf8) return;
    constexpr char separator = '\x1f';
    std::string joined;
    for (const std::string& cell : row.cells) (joined += cell) += separator;
    const std::string decoded = decode_text(joined);
    std::string_view rest = decoded;
    for (std::string& cell : row.cells) {
      cell = rest.substr(0, rest.find(separator));
      rest.remove_prefix(std::min(cell.size() + 1, rest.size()));
    }
  }

  CsvRows rows_;
};

/// How many of the columns of a table that begins so are known by name, one of them a title or a
/// text; 0 if none is.
std::size_t known_columns(std::string_view beginning, char delimiter) {
  if (beginning.starts_with(byte_order_mark)) beginning.remove_prefix(byte_order_mark.size());
  constexpr std::size_t longest_header = 4096;
  std::string_view line = beginning.substr(0, beginning.find_first_of("\r\n"));
  if (csv_delimiter(beginning) != delimiter || line.size() > longest_header) return 0;
  std::vector<std::string> names;
  std::size_t known = 0;
  for (bool more = true; more;) {
    const std::string_view cell = line.substr(0, line.find(delimiter));
    names.push_back(plain_name(cell));
    known += is_known_name(names.back()) ? 1 : 0;
    more = cell.size() < line.size();
    line.remove_prefix(std::min(cell.size() + 1, line.size()));
  }
  return ArticleMapper({}).knows_text_among(names) ? known : 0;
}

/// Whether it may be a table at all: not another format under the wrong name.
bool may_be_table(std::string_view beginning) {
  const std::string_view text = trim_json(beginning);
  return !text.starts_with('{') && !text.starts_with('[') && !text.starts_with('<');
}

constexpr std::size_t enough_columns = 3;  // to take a text for a table by its first line alone

/// Why a row is no article; empty if it may be one.
std::string problem_of(CsvRow& row, std::size_t columns) {
  if (row.is_open) {
    return "the source ends inside a quote that this row opens; close it, or double it if it "
           "stands for itself";
  }
  if (row.is_too_long) return std::string(too_long_reason);
  // Spreadsheets fill rows up with empty cells.
  while (row.cells.size() > columns && row.cells.back().empty()) row.cells.pop_back();
  if (row.cells.size() == columns) return {};
  return fmt::format("has {} cells, expected {} as in the first row; look for a missing quote",
                     row.cells.size(), columns);
}

std::string text_of(const CsvRow& row) {
  std::string text;
  for (const std::string& cell : row.cells) (text += cell) += '\n';
  return text;
}

void take_row(CsvRow&& row, const std::vector<std::string>& names, const ArticleMapper& mapper,
              const Place& place, Intake& intake) {
  const bool is_blank = std::all_of(row.cells.begin(), row.cells.end(),
                                    [](const std::string& cell) { return cell.empty(); });
  if (is_blank && !row.is_open) return;
  const std::string problem = problem_of(row, names.size());
  if (!problem.empty()) return intake.rejected(place, problem, text_of(row));
  std::vector<std::pair<std::string, std::string>> members;
  for (std::size_t i = 0; i < names.size(); ++i) {
    members.emplace_back(names[i], std::move(row.cells[i]));
  }
  mapper.take(JsonDocument(members).root(), place, intake);
}

}  // namespace

bool knows_csv(std::string_view beginning, std::string_view name) {
  if (!may_be_table(beginning)) return false;
  if (has_ending(name, {".csv"})) return true;
  for (const char delimiter : {',', ';', '|'}) {
    if (known_columns(beginning, delimiter) >= enough_columns) return true;
  }
  return false;
}

bool knows_tsv(std::string_view beginning, std::string_view name) {
  if (!may_be_table(beginning)) return false;
  return has_ending(name, {".tsv", ".tab"}) || known_columns(beginning, '\t') >= enough_columns;
}

void read_csv(const Source& source, Intake& intake) {
  PeekedStream bytes(source.bytes);
  Table table(bytes);
  const ArticleMapper mapper(source.map);
  std::optional<CsvRow> header = table.header();
  if (!header) return;
  std::vector<std::string>& names = header->cells;
  if (!mapper.knows_text_among(names)) {
    return intake.rejected({.source = source.name, .line = header->line},
                           unknown_names_reason(names), text_of(*header));
  }
  while (std::optional<CsvRow> row = table.next()) {
    const Place place{.source = source.name, .line = row->line};
    take_row(std::move(*row), names, mapper, place, intake);
  }
}

void read_tsv(const Source& source, Intake& intake) { read_csv(source, intake); }

}  // namespace news
