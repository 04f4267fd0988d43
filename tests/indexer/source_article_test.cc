#include "indexer/source_article.h"

#include <gmock/gmock.h>

namespace news {
namespace {

using testing::HasSubstr;

/// Keeps the one article it is told, or why it was rejected.
class One : public Intake {
 public:
  void article(Article&& article, const Place&) override { taken = std::move(article); }
  void rejected(const Place&, const std::string& reason, std::string_view) override {
    rejection = reason;
  }
  void warning(const Place&, const std::string&) override {}
  void removed(const std::string&, const Place&) override {}
  void skipped(const Place&, std::string_view) override {}

  Article taken;
  std::string rejection;
};

One take(SourceArticle source) {
  if (source.id.empty() && source.url.empty()) source.id = "1";
  if (source.title.empty()) source.title = "Rain";
  One one;
  take_article(std::move(source), {.source = "test"}, one);
  return one;
}

std::string names(const SourceArticle& source) {
  std::string text;
  for (const Author& author : take(source).taken.authors) {
    text += (text.empty() ? "" : " | ") + author.name;
    if (!author.role.empty()) text += " (" + author.role + ")";
  }
  return text;
}

Author named(const std::string& name) { return {.name = name, .role = {}, .bio = {}, .url = {}}; }

TEST(SourceArticle, SplitsAndSpellsItsAuthors) {
  EXPECT_EQ(names({.authors = {named("By ANNA KOWALSKA")}}), "Anna Kowalska");
  EXPECT_EQ(names({.authors = {named("Anna Kowalska and Tom O'Neil"), named("Olena Bondar")}}),
            "Anna Kowalska | Tom O'Neil | Olena Bondar");
  EXPECT_EQ(names({.authors = {named("anna@a.example (Anna Kowalska)")}}), "Anna Kowalska");
  EXPECT_EQ(names({.authors = {named("https://a.example/anna"), named("Staff")}}), "");
  EXPECT_EQ(names({.byline = "By Anna Kowalska, Europe Editor"}), "Anna Kowalska (Europe Editor)");
  EXPECT_EQ(names({.authors = {named("Tom O'Neil")}, .byline = "By Anna Kowalska"}), "Tom O'Neil");
}

TEST(SourceArticle, KeepsWhatIsSaidOfAnAuthor) {
  Author anna = named("ANNA KOWALSKA, Reporter");
  anna.role = "Correspondent";
  anna.bio = "Lives in Kyiv.";
  anna.url = "https://a.example/anna";
  const Article article = take({.authors = {anna}}).taken;
  ASSERT_EQ(article.authors.size(), 1u);
  anna.name = "Anna Kowalska";
  EXPECT_EQ(article.authors[0], anna);
}

TEST(SourceArticle, TakesAnAgencyInPlaceOfPeopleForTheSource) {
  EXPECT_EQ(take({.byline = "By Reuters"}).taken.source, "Reuters");
  EXPECT_EQ(take({.authors = {named("AFP")}}).taken.source, "AFP");
  EXPECT_EQ(take({.byline = "By Reuters", .source = "The Example"}).taken.source, "The Example");
  EXPECT_EQ(take({.byline = "Anna Kowalska, Reuters"}).taken.source, "");
}

TEST(SourceArticle, IsKnownByItsCanonicalAddress) {
  const Article article = take({.url = "HTTPS://A.example/x?utm_source=y&id=7#top"}).taken;
  EXPECT_EQ(article.url, "https://a.example/x?id=7");
  EXPECT_EQ(article.id, article.url);
}

/// published, first_published and updated as they come out.
std::string dates(const std::string& published, const std::string& first,
                  const std::string& updated) {
  const Article article =
      take({.published = published, .first_published = first, .updated = updated}).taken;
  const auto print = [](const std::optional<Date>& date) { return date ? to_string(*date) : "-"; };
  return print(article.published) + ' ' + print(article.first_published) + ' ' +
         print(article.updated);
}

TEST(SourceArticle, KeepsDatesApartAndLeavesOutThoseThatSayNothing) {
  EXPECT_EQ(dates("15 May 2024", "14 May 2024", "16 May 2024"), "2024-05-15 2024-05-14 2024-05-16");
  EXPECT_EQ(dates("15 May 2024", "2024-05-15", "20240515"), "2024-05-15 - -");
  EXPECT_EQ(dates("2024-05-15T10:00:00Z", "", "2024-05-15T12:00:00+02:00"),
            "2024-05-15T10:00:00Z - -");
  EXPECT_EQ(dates("15 May 2024", "16 May 2024", "14 May 2024"), "2024-05-15 - -");
  EXPECT_EQ(dates("15 May 2024", "", "2024-05-15T16:12:00Z"), "2024-05-15 - 2024-05-15T16:12:00Z");
  EXPECT_EQ(dates("", "14 May 2024", "16 May 2024"), "- 2024-05-14 2024-05-16");
}

TEST(SourceArticle, SaysWhatIsWrongWithADate) {
  EXPECT_EQ(take({.published = "30 February 2024"}).rejection,
            "published: February 2024 has no day 30");
  EXPECT_THAT(take({.updated = "15 May 8320"}).rejection, HasSubstr("updated: the year 8320"));
  EXPECT_THAT(take({.published = "yesterday"}).rejection,
              HasSubstr("published: \"yesterday\" is not a date that can be read"));
}

}  // namespace
}  // namespace news
