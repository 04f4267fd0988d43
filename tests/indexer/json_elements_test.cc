#include "indexer/readers/json_elements.h"

#include <gmock/gmock.h>

#include "tests/support/text_stream.h"

namespace news {
namespace {

/// The elements, a space behind each; `!` and the line where the JSON is broken.
std::string elements_of(std::string_view text, std::vector<JsonPath> paths = {}) {
  TextStream bytes(text, 3);  // Whatever is looked for is cut.
  JsonElements elements(bytes, 30, std::move(paths));
  std::string all;
  try {
    while (const auto element = elements.next()) {
      all += std::string(element->is_too_long ? "~" : "") + std::string(element->text) + ' ';
    }
  } catch (const BrokenJson& broken) {
    all += '!' + std::to_string(broken.line());
  }
  return all;
}

TEST(JsonElements, AreThoseOfAnArrayOrObjectsInARow) {
  EXPECT_EQ(elements_of(R"([{"a":"]"}, 5,"x"])"), R"({"a":"]"} 5 "x" )");
  EXPECT_EQ(elements_of("{\"a\":1}\n{\"b\":2}"), R"({"a":1} {"b":2} )");
  EXPECT_EQ(elements_of("[1,,2]"), "1 !1");
}

TEST(JsonElements, AreFoundWhereAPathLeadsInAnEnvelope) {
  const std::vector<JsonPath> paths{{"posts"}, {"response", "docs"}};
  EXPECT_EQ(elements_of(R"({"n":2,"posts":[{"a":1},{"b":2}],"next":"]"})", paths),
            R"({"a":1} {"b":2} )");
  EXPECT_EQ(
      elements_of(R"({"response":{"x":{"docs":[0]},"docs":[1,[2]]},"posts":[3]} {"c":3})", paths),
      R"(1 [2] 3 {"c":3} )");
  EXPECT_EQ(elements_of(R"([{"posts":[1]},{"posts":[]},{"posts":2}])", paths), R"(1 {"posts":2} )");
}

TEST(JsonElements, AnEnvelopeThatIsCutGivesWhatIsBefore) {
  EXPECT_EQ(elements_of("{\"posts\":[1,2\n", {{"posts"}}), "1 2 !2");
  EXPECT_EQ(elements_of("{\"posts\":[1],\n", {{"posts"}}), "1 !2");
}

TEST(JsonElements, WhatIsTooLongIsCutAndCostsOnlyItself) {
  const std::string big = "\"" + std::string(100, 'x') + "\"";
  EXPECT_EQ(elements_of("{\"a\":" + big + ",\"posts\":[" + big + ",1]}", {{"posts"}}),
            "~\"" + std::string(29, 'x') + " 1 ");
}

}  // namespace
}  // namespace news
