#include "common/json_writer.h"

#include <gmock/gmock.h>

#include <limits>
#include <nlohmann/json.hpp>
#include <string>

namespace news {
namespace {

template <typename Value>
std::string written(const Value& value) {
  JsonWriter to;
  to.value(value);
  return to.take();
}

TEST(JsonWriter, WritesTextsAsALibraryDoes) {
  std::string every = "Київ \"quoted\" \\ / ";
  for (char c = 0; c < 0x7f; ++c) every += c;
  for (const std::string& text : {std::string(), std::string("plain"), every}) {
    EXPECT_EQ(written(text), nlohmann::json(text).dump());
  }
}

TEST(JsonWriter, WritesNumbersAsALibraryDoes) {
  for (const double number : {0.0, 1.0, -2.5, 12.346, 0.1, 100000.0, 3.46, 1e300, 5e-324}) {
    EXPECT_EQ(nlohmann::json::parse(written(number)).get<double>(), number);
    EXPECT_TRUE(nlohmann::json::parse(written(number)).is_number_float()) << number;
  }
  EXPECT_EQ(written(12.346), "12.346");
  EXPECT_EQ(written(3.0), "3.0");
  EXPECT_EQ(written(std::numeric_limits<std::uint64_t>::max()), "18446744073709551615");
  EXPECT_EQ(written(std::uint32_t{0}), "0");
}

TEST(JsonWriter, WritesNullForWhatIsNoNumber) {
  EXPECT_EQ(written(std::numeric_limits<double>::quiet_NaN()), "null");
  EXPECT_EQ(written(std::numeric_limits<double>::infinity()), "null");
}

TEST(JsonWriter, SetsCommasBetweenWhatFollowsEachOther) {
  JsonWriter to;
  to.open('{');
  to.name("empty");
  to.open('[');
  to.close(']');
  to.name("list");
  to.open('[');
  to.value("a");
  to.open('{');
  to.close('}');
  to.value(true);
  to.value(nullptr);
  to.close(']');
  to.members(R"({"kept":[1,2],"too":0})");
  to.members("{}");
  to.name("last");
  to.json(R"({"x":1})");
  to.close('}');
  EXPECT_EQ(to.take(),
            R"({"empty":[],"list":["a",{},true,null],"kept":[1,2],"too":0,"last":{"x":1}})");
}

}  // namespace
}  // namespace news
