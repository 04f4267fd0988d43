#include "indexer/initials.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace news {
namespace {

/// `eib[4] ibl[5]`: each with the place of its first word.
std::string found_in(const std::string& text) {
  const std::vector<Token> tokens = Analyzer().analyze(text, "en");
  std::string found;
  for (const Initials& initials : initials_of(text, tokens)) {
    found += (found.empty() ? "" : " ") + initials.letters + '[' +
             std::to_string(initials.position) + ']';
  }
  return found;
}

TEST(Initials, AreThoseOfWordsWithACapitalThatStandOneAfterAnother) {
  const std::vector<std::pair<std::string, std::string>> table = {
      {"It asked the European Investment Bank again.", "eib[4]"},
      {"The Bank of Montreal", "tbm[1]"},
      {"at the Chicago Board of Trade's hall", "cbt[3]"},
      {"Securities and Exchange Commission", "sec[1]"},
      {"a Caisse Centrale de la Région", "ccr[2]"},
      {"Große Österreichische Übung", "gou[1]"},
      {"the U.S. Department of Agriculture", "usd[2] usda[2]"},
      {"General Motors, Ford Company", ""},
      {"the European Bank. Investment Plan", ""},
      {"PRICES OF WHEAT RISE AGAIN", ""},
      {"one word Here and There", ""},
      {"", ""},
  };
  for (const auto& [text, expected] : table) EXPECT_EQ(found_in(text), expected) << text;
}

TEST(Initials, AreThoseOfEachPartOfALongerRow) {
  EXPECT_EQ(found_in("President Anna Maria Berg Hall Ruiz"),
            "pam[1] pamb[1] pambh[1] amb[2] ambh[2] ambhr[2] mbh[3] mbhr[3] bhr[4]");
}

}  // namespace
}  // namespace news
