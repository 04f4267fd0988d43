#include "indexer/field_map.h"

#include <gmock/gmock.h>

#include "common/error.h"
#include "tests/support/process.h"
#include "tests/support/temp_folder.h"

namespace news {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Pair;

TEST(FieldMap, IsAListOfPairs) {
  EXPECT_THAT(
      parse_field_map({"title=headline, published = meta.date,tags="}).fields,
      ElementsAre(Pair("title", "headline"), Pair("published", "meta.date"), Pair("tags", "")));
}

TEST(FieldMap, KeepsCommasWithinQuotes) {
  EXPECT_THAT(parse_field_map({R"(source="The Wire, Kyiv",title=a)"}).fields,
              ElementsAre(Pair("source", "\"The Wire, Kyiv\""), Pair("title", "a")));
}

TEST(FieldMap, IsReadFromAFileAndGoesOnInTheNextValue) {
  const TempFolder folder;
  write_file(folder / "map", "# old names\r\n\r\ntitle = Slug, line\r\n");
  for (const std::string& value : {folder / "map", "@" + (folder / "map")}) {
    EXPECT_THAT(parse_field_map({value, "body=text"}).fields,
                ElementsAre(Pair("title", "Slug, line"), Pair("body", "text")));
  }
}

TEST(FieldMap, RefusesAFieldThatArticlesDoNotHave) {
  try {
    parse_field_map({"titel=headline"});
    FAIL();
  } catch (const Error& error) {
    EXPECT_THAT(error.what(), HasSubstr("no field 'titel'"));
    EXPECT_THAT(error.hint(), HasSubstr("title"));
  }
}

TEST(FieldMap, RefusesAFileThatIsNotThere) {
  EXPECT_THROW(parse_field_map({"nowhere.map"}), Error);
}

}  // namespace
}  // namespace news
