#include "indexer/readers/csv_rows.h"

#include <gmock/gmock.h>

#include "tests/support/text_stream.h"

namespace news {
namespace {

/// `LINE:cell|cell` for each row, `!` before one that is too long, `?` before one that is open.
std::string rows_of(std::string_view text, std::size_t max_row = 1000) {
  TextStream bytes(text, 3);  // Whatever is looked for is cut.
  CsvRows rows(bytes, ',', max_row);
  std::string all;
  while (const auto row = rows.next()) {
    all += std::string(row->is_too_long ? "!" : "") + (row->is_open ? "?" : "") +
           std::to_string(row->line) + ":";
    for (std::size_t i = 0; i < row->cells.size(); ++i) all += (i ? "|" : "") + row->cells[i];
    all += ' ';
  }
  return all;
}

TEST(CsvRows, AreCutAsTheStandardSays) {
  struct Case {
    const char* text;
    const char* rows;
  };
  const std::vector<Case> cases{
      {"", ""},
      {"a,b\nc,d", "1:a|b 2:c|d "},
      {"a,b\r\n\r\nc,\r\n", "1:a|b 3:c| "},
      {"a\rb\r", "1:a 2:b "},
      {"\"a,\nb\",\"c\"\"d\"\ne", "1:a,\nb|c\"d 3:e "},
      {"\"\",x\n", "1:|x "},
      {"\"\"\nx", "1: 2:x "},
      {"a \"b\" c,\"d \"e\" f\"\n", "1:a \"b\" c|d \"e\" f "},
      {"a,\"b\nc,d", "?1:a|b\nc,d "},
      {"a,\"b\"", "1:a|b "},
  };
  for (const Case& c : cases) EXPECT_EQ(rows_of(c.text), c.rows) << c.text;
}

TEST(CsvRows, ARowThatIsTooLongCostsOnlyItself) {
  EXPECT_EQ(rows_of("aaaaaaaa\nb,c", 5), "!1:aaaaa 2:b|c ");
  EXPECT_EQ(rows_of(",,,,,,,,\nb", 3), "!1:||| 2:b ");
}

TEST(CsvDelimiter, IsTheOneMetMostInTheFirstLine) {
  EXPECT_EQ(csv_delimiter("a,b;c,d\n;;;;;"), ',');
  EXPECT_EQ(csv_delimiter("\"a,b,c\";d\n"), ';');
  EXPECT_EQ(csv_delimiter("a\tb"), '\t');
  EXPECT_EQ(csv_delimiter("sep=|\r\na,b,c"), '|');
}

}  // namespace
}  // namespace news
