#include "corpus/generate/statistics.h"

#include <gmock/gmock.h>

namespace generate {
namespace {

using testing::HasSubstr;

TEST(Statistics, CountsWordsWithoutPunctuationAndCase) {
  Statistics statistics;
  statistics.add(R"({"id":"a","body":"The “strike”, the Strike.","published":"2024-05-15"})");
  statistics.add(R"({"id":"b","body":"On\n\nstrike","published":"2024-05-18T10:00:00Z",)"
                 R"("authors":["Anna Holm"],"section":"World","copy_of":"a"})");
  const std::string text = statistics.print();
  EXPECT_THAT(text, HasSubstr("words           6 (50.0% stop words)"));
  EXPECT_THAT(text, HasSubstr("different words 3\n"));
  EXPECT_THAT(text, HasSubstr("copies          50.0%"));
  EXPECT_THAT(text, HasSubstr("with a time     50.0%"));
  EXPECT_THAT(text, HasSubstr("authors         1 different, Anna Holm has 50.0% of the articles"));
}

TEST(Statistics, OfNothingSayThatThereIsNothing) {
  EXPECT_EQ(Statistics().print(), "no articles\n");
}

}  // namespace
}  // namespace generate
