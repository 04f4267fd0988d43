// Real files of agencies and of the IPTC, which are not part of the project.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "indexer/readers/reader.h"
#include "tests/support/text_stream.h"

namespace news {
namespace {

using testing::ElementsAre;
using testing::EndsWith;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;

/// What one source gives.
struct Taken : public Intake {
  std::vector<Article> articles;
  std::vector<std::string> rejections;
  std::vector<std::string> skips;

  void article(Article&& article, const Place&) override { articles.push_back(std::move(article)); }
  void rejected(const Place&, const std::string& reason, std::string_view) override {
    rejections.push_back(reason);
  }
  void warning(const Place&, const std::string&) override {}
  void removed(const std::string&, const Place&) override {}
  void skipped(const Place&, std::string_view what) override { skips.emplace_back(what); }
};

class AgencyFile : public testing::Test {
 protected:
  /// Reads `../shared/data/formats/NAME`; skips the test where it is missing.
  void read(const std::string& name) {
    const auto path =
        std::filesystem::path(CORPUS).parent_path().parent_path() / "shared/data/formats" / name;
    if (!std::filesystem::exists(path)) GTEST_SKIP() << "there is no " << path;
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    TextStream bytes(text.str());
    read_source(bytes, name, {}, taken_);
  }

  const Article& article() const { return taken_.articles.at(0); }

  Taken taken_;
};

std::vector<std::string> names(const Article& article) {
  std::vector<std::string> all;
  for (const Author& author : article.authors) {
    all.push_back(author.role.empty() ? author.name : author.name + ", " + author.role);
  }
  return all;
}

std::string published(const Article& article) {
  return article.published ? to_string(*article.published) : std::string();
}

TEST_F(AgencyFile, NitfOfNtb) {
  read("nitf/NTB_nitf_sample.xml");
  if (IsSkipped()) return;
  EXPECT_EQ(article().id, "NTB5df9281a-a270-4dc5-a618-869bbc3bbca7_00");
  EXPECT_EQ(article().title, "Pandemien herjer på den legeløse indiske landsbygda");
  EXPECT_THAT(names(article()), IsEmpty());
  EXPECT_EQ(published(article()), "2021-05-16T09:00:04");
  EXPECT_EQ(article().dateline, "Unnao");
  EXPECT_EQ(article().source, "NTB");
  EXPECT_EQ(article().section, "Utenriks");
  EXPECT_EQ(article().language, "nb-NO");
  EXPECT_THAT(article().countries, ElementsAre("IN"));
  EXPECT_THAT(article().tags, ElementsAre("india-korona-bygd", "Sykdom", "Medisin og helse"));
  EXPECT_THAT(article().body, StartsWith("Koronapandemien herjer også"));
  EXPECT_THAT(article().body, HasSubstr("\n\n- Det skjulte India\n\nIngen leger"));
  EXPECT_THAT(article().body, EndsWith("(©NTB)"));
  ASSERT_TRUE(article().image);
  EXPECT_THAT(article().image->caption, StartsWith("Kremasjonsbål for koronaofre"));
}

TEST_F(AgencyFile, NitfInAPartOfNewsml) {
  read("nitf/LISTING_25_An_NITF_marked-up_article_conveyed_in_inlineXML.xml");
  if (IsSkipped()) return;
  EXPECT_EQ(article().title,
            "Arizona Diamondbacks (29-23) at Philadelphia Phillies (26-24), 7:05p.m.");
  EXPECT_EQ(article().source, "Sports Network");
  EXPECT_THAT(article().standfirst, StartsWith("A pair of teams coming off"));
  EXPECT_THAT(article().body, StartsWith("(Sports Network) - With the Philadelphia"));
}

TEST_F(AgencyFile, NewsmlOfTtWithItsPictureInTheSameMessage) {
  read("newsml-g2/TT_newsmlg2_sample.xml");
  if (IsSkipped()) return;
  ASSERT_EQ(taken_.articles.size(), 1U);
  EXPECT_THAT(taken_.skips, ElementsAre("packages", "pictures"));
  EXPECT_EQ(article().id, "http://tt.se/media/text/210919-janguillou-879f202b");
  EXPECT_EQ(article().title, "Jan Guillou skriver på ny \"Hamilton\"-bok");
  EXPECT_EQ(article().source, "TT");
  EXPECT_EQ(article().language, "sv");
  EXPECT_EQ(published(article()), "2021-09-19T20:57:43+02:00");
  EXPECT_THAT(article().tags, ElementsAre("Litteratur", "Konst, kultur och nöje", "Jan Guillou",
                                          "Erik Ponti", "Hamilton", "Aftonbladet"));
  EXPECT_THAT(article().body, StartsWith("Jan Guillou arbetar just nu"));
  EXPECT_THAT(article().body, Not(HasSubstr("Arkivbild")));
  ASSERT_TRUE(article().image);
  EXPECT_THAT(article().image->caption, EndsWith("Arkivbild."));
  EXPECT_EQ(article().image->credit, "Naina Helén Jåma/TT");
  EXPECT_THAT(article().image->url, EndsWith("a001_NormalPreview.jpg"));
}

TEST_F(AgencyFile, NewsmlWithAnEmbargoAndNoText) {
  read("newsml-g2/LISTING_1_A_NewsML-G2_News_Item.xml");
  if (IsSkipped()) return;
  EXPECT_EQ(article().id, "urn:newsml:acmenews.com:20161018:US-FINANCE-FED");
  EXPECT_EQ(article().title, "Fed to halt QE to avert \"bubble\"");
  EXPECT_EQ(to_string(article().embargo_until.value()), "2018-10-23T12:00:00Z");
  EXPECT_EQ(published(article()), "2018-10-21T16:25:32-05:00");
  EXPECT_EQ(to_string(article().first_published.value()), "2016-10-18T13:12:21-05:00");
  EXPECT_FALSE(article().updated) << "contentModified lies before versionCreated";
  EXPECT_THAT(article().countries, ElementsAre("DE"));
  EXPECT_THAT(article().tags, ElementsAre("economy, business and finance", "labour market"));
  EXPECT_EQ(article().dateline, "Berlin");
  EXPECT_EQ(article().source, "REUTERS");
}

TEST_F(AgencyFile, NewsmlWithNitfInIt) {
  read("newsml-g2/LISTING_2_NewsML-G2_Text_Document.xml");
  if (IsSkipped()) return;
  EXPECT_THAT(names(article()), ElementsAre("Meredith Jameson, Staff Reporter"));
  EXPECT_EQ(article().source, "Associated Press");
  EXPECT_EQ(article().dateline, "New York, NY");
  EXPECT_THAT(article().body, StartsWith("(New York, NY - October 21) Et, sent"));
  EXPECT_THAT(article().body, HasSubstr("quam velenis nulput la auguerostrud"));
}

TEST_F(AgencyFile, NewsmlOfSports) {
  read("newsml-g2/LISTING_22_Sports_story_in_NewsML-G2NITF.xml");
  if (IsSkipped()) return;
  EXPECT_THAT(article().title, StartsWith("Preview: Arizona Diamondbacks"));
  EXPECT_THAT(names(article()), IsEmpty());
  EXPECT_THAT(article().tags, testing::Contains("Freddy Garcia"));
  EXPECT_THAT(article().countries, ElementsAre("US"));
  EXPECT_THAT(article().standfirst, StartsWith("A pair of teams"));
}

TEST_F(AgencyFile, EmptyItemsOfANewsmlMessageAreRejectedOneByOne) {
  read("newsml-g2/LISTING_24_News_Message_conveying_a_complete_News_Package.xml");
  if (IsSkipped()) return;
  EXPECT_THAT(taken_.articles, IsEmpty());
  EXPECT_EQ(taken_.rejections.size(), 4U);
  EXPECT_THAT(taken_.rejections.front(), HasSubstr("has neither title nor body"));
}

TEST_F(AgencyFile, AFragmentOfNewsmlIsRejected) {
  read("newsml-g2/LISTING_28_Illustrating_Located_Subject_and_Dateline.xml");
  if (IsSkipped()) return;
  EXPECT_THAT(taken_.rejections, ElementsAre(HasSubstr("is a fragment of NewsML")));
}

TEST_F(AgencyFile, APackageOfNewsmlIsSkipped) {
  read("newsml-g2/LISTING_6_Simple_NewsML-G2_Package.xml");
  if (IsSkipped()) return;
  EXPECT_THAT(taken_.articles, IsEmpty());
  EXPECT_THAT(taken_.rejections, IsEmpty());
  EXPECT_THAT(taken_.skips, ElementsAre("packages"));
}

TEST_F(AgencyFile, Newsml1OfAfp) {
  read("newsml-1.2/afp.com_newsml1.2_sample.xml");
  if (IsSkipped()) return;
  EXPECT_EQ(article().id, "urn:newsml:afp.com:20210516T080625Z:TX-PAR-WGF71");
  EXPECT_EQ(article().title, "Israel strikes key Hamas targets as UN Security Council to meet");
  EXPECT_EQ(published(article()), "2021-05-16T08:06:25Z");
  EXPECT_EQ(article().dateline, "Gaza City, Palestinian Territories, May 16, 2021 (AFP)");
  EXPECT_EQ(article().source, "AFP");
  EXPECT_EQ(article().language, "en");
  EXPECT_THAT(article().countries, ElementsAre("PS"));
  EXPECT_THAT(article().tags, testing::Contains("Antonio Guterres"));
  ASSERT_FALSE(article().authors.empty());
  EXPECT_THAT(article().authors[0].name, StartsWith("Adel Zaanoun"));
  EXPECT_THAT(article().body, StartsWith("Israel's army said Sunday"));
  EXPECT_THAT(article().body, HasSubstr("\n\n- Media offices destroyed -\n\nThe civilian"));
}

TEST_F(AgencyFile, NinjsOfTt) {
  read("ninjs/extension-example.json");
  if (IsSkipped()) return;
  EXPECT_EQ(article().id, "http://tt.se/media/text/210526-militarovning-a0f2d045");
  EXPECT_EQ(article().title, "Militärövning i jätteformat hålls 2023");
  EXPECT_THAT(article().countries, ElementsAre("SE", "FI"));
  EXPECT_THAT(article().places, ElementsAre("Gotland"));
  EXPECT_EQ(article().source, "TT");
  EXPECT_THAT(article().body, StartsWith("Pandemin satte stopp"));
  EXPECT_THAT(article().body, Not(HasSubstr("Arkivbild")));
  EXPECT_EQ(article().image->credit, "Karl Melander/TT");
  EXPECT_THAT(article().image->caption, EndsWith("Aurora 17."));
}

TEST_F(AgencyFile, NinjsWithTextInSeveralForms) {
  read("ninjs/ninjsExComplex2.json");
  if (IsSkipped()) return;
  EXPECT_EQ(article().title, "Captain of wrecked cruise ship on trial in Italy");
  EXPECT_THAT(names(article()), ElementsAre("Paulo Santalucia", "Frances d'Emilio"));
  EXPECT_EQ(published(article()), "2013-07-09T10:39:00Z");
  EXPECT_THAT(article().countries, ElementsAre("IT"));
  EXPECT_EQ(article().dateline, "Grossetto, Italy");
  EXPECT_THAT(article().body, HasSubstr("in the 2012 tragedy.\n\nThe sole defendant"));
  EXPECT_THAT(article().image->caption, StartsWith("The Costa Concordia cruise ship lies"));
}

TEST_F(AgencyFile, NinjsOfAPressRelease) {
  read("ninjs/businesswire-newsml-20130515006361.json");
  if (IsSkipped()) return;
  EXPECT_EQ(article().url, "http://www.businesswire.com/news/home/20130515006361/en");
  EXPECT_THAT(article().body, StartsWith("Dell today announced an expanded"));
  EXPECT_THAT(article().image->url, HasSubstr("/369394/"));
}

TEST_F(AgencyFile, APictureOfNinjsIsSkipped) {
  read("ninjs/ap_image.json");
  if (IsSkipped()) return;
  EXPECT_THAT(taken_.articles, IsEmpty());
  EXPECT_THAT(taken_.skips, ElementsAre("pictures"));
}

}  // namespace
}  // namespace news
