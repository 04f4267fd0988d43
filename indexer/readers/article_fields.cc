#include "indexer/readers/article_fields.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "common/country.h"
#include "common/text.h"
#include "common/url.h"
#include "indexer/readers/loose_values.h"

namespace news {
namespace {

/// Takes the text of a value into a member of an article.
template <auto Member>
bool take_text(const JsonValue& value, SourceArticle& article) {
  article.*Member = text_in(value);
  return !(article.*Member).empty();
}

/// The same for a line that may have come out of HTML.
template <auto Member>
bool take_line(const JsonValue& value, SourceArticle& article) {
  article.*Member = plain_line(text_in(value));
  return !(article.*Member).empty();
}

template <auto Member>
bool take_image_text(const JsonValue& value, SourceArticle& article) {
  article.image.*Member = text_in(value);
  return !(article.image.*Member).empty();
}

template <auto Member>
bool take_texts(const JsonValue& value, SourceArticle& article) {
  std::vector<std::string> texts = texts_in(value);
  std::move(texts.begin(), texts.end(), std::back_inserter(article.*Member));
  return !texts.empty();
}

bool take_body(const JsonValue& value, SourceArticle& article) {
  std::string text;
  for (const JsonValue& paragraph : value.elements()) text += text_in(paragraph) + "\n\n";
  if (text.empty()) text = text_in(value);
  (looks_like_html(text) ? article.body_html : article.body) = text;
  return !text.empty();
}

bool take_url(const JsonValue& value, SourceArticle& article) {
  const std::string url = clean_line(repair_utf8(text_in(value)));
  if (url.empty()) return false;
  // Of several addresses the first that may be a link.
  if (!article.url.empty() && is_web_url(article.url)) return false;
  article.url = url;
  return is_web_url(url);
}

bool take_authors(const JsonValue& value, SourceArticle& article) {
  std::vector<Author> authors = authors_in(value);
  // A lone text is split where an article is made of it: it may be "By A and B in Kyiv".
  if (authors.empty() && value.is_string() && !value.is_empty()) {
    article.byline += (article.byline.empty() ? "" : "; ") + value.text();
    return true;
  }
  std::move(authors.begin(), authors.end(), std::back_inserter(article.authors));
  return !authors.empty();
}

/// The first is the section, the others are tags.
bool take_section(const JsonValue& value, SourceArticle& article) {
  std::vector<std::string> texts = value.is_array() ? texts_in(value) : std::vector{text_in(value)};
  if (value.is_string()) {
    if (auto list = listed(value.text()); !list.empty()) texts = std::move(list);
  }
  std::erase(texts, "");
  if (texts.empty()) return false;
  const auto is_number = [](const std::string& text) {
    return text.find_first_not_of("0123456789") == std::string::npos;
  };
  if (is_number(texts.front())) return false;
  article.section = plain_line(texts.front());
  article.tags.insert(article.tags.end(), texts.begin() + 1, texts.end());
  return true;
}

bool take_tags(const JsonValue& value, SourceArticle& article) {
  std::vector<std::string> tags = texts_in(value);
  std::erase_if(tags, [](const std::string& tag) {
    return tag.find_first_not_of("0123456789") == std::string::npos;  // keys of another table
  });
  std::move(tags.begin(), tags.end(), std::back_inserter(article.tags));
  return !tags.empty();
}

/// An address instead of a name is that of the article.
bool take_source(const JsonValue& value, SourceArticle& article) {
  std::string text = plain_line(text_in(value));
  if (is_web_url(text)) {
    if (!article.url.empty()) return false;
    article.url = std::move(text);
    return true;
  }
  article.source = std::move(text);
  return !article.source.empty();
}

bool take_language(const JsonValue& value, SourceArticle& article) {
  article.language = language_code(text_in(value));
  return !article.language.empty();
}

bool take_image(const JsonValue& value, SourceArticle& article) {
  article.image = image_in(value);
  return !article.image.url.empty();
}

using A = SourceArticle;

}  // namespace

std::string plain_name(std::string_view name) {
  std::string plain;
  for (const char c : name) {
    const auto byte = static_cast<unsigned char>(c);
    if (c >= 'A' && c <= 'Z') plain += static_cast<char>(c - 'A' + 'a');
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || byte >= 0x80) plain += c;
  }
  return plain;
}

const std::vector<ArticleField>& article_fields() {
  // A name may stand in two lists: the field that comes first has it.
  static const std::vector<ArticleField> all{
      {"id",
       {"guid", "uuid", "articleid", "newsid", "docid", "documentid", "storyid", "postid",
        "identifier", "idarticle"},
       take_text<&A::id>},
      {"url",
       {"link", "weburl", "articleurl", "permalink", "canonicalurl", "canonical", "articlelink",
        "newsurl", "pageurl", "newslink", "href", "uri", "originalurl", "mainentityofpage",
        "webpage", "sourceurl"},
       take_url},
      {"title",
       {"headline", "heading", "headlinetext", "articletitle", "newstitle", "articleheadline",
        "webtitle", "posttitle", "pagetitle", "titlepage", "titlerss", "headlinemain", "titel",
        "titre", "titulo"},
       take_line<&A::title>},
      {"body",
       {"text",        "content",        "articlebody", "maintext",  "fulltext",    "bodytext",
        "articletext", "articlecontent", "article",     "newstext",  "newscontent", "fullcontent",
        "contenttext", "fullarticle",    "cleanedtext", "plaintext", "storytext",   "rawtext",
        "postcontent", "paragraphs",     "description"},
       take_body},
      {"body_html",
       {"html", "contenthtml", "articlehtml", "contentencoded", "rawhtml", "texthtml"},
       take_text<&A::body_html>},
      {"standfirst",
       {"summary",
        "abstract",
        "subtitle",
        "subheadline",
        "subheading",
        "subhead",
        "standfirst",
        "lead",
        "lede",
        "deck",
        "dek",
        "excerpt",
        "shortdescription",
        "description",
        "teaser",
        "intro",
        "introduction",
        "trailtext",
        "snippet",
        "secondheadline",
        "leadparagraph",
        "metadescription",
        "postexcerpt"},
       take_line<&A::standfirst>},
      {"authors",
       {"author",     "byline",      "bylines",      "creator",    "dccreator",
        "creators",   "writer",      "writers",      "authorname", "authornames",
        "journalist", "journalists", "reporter",     "reporters",  "articleauthor",
        "newsauthor", "contributor", "contributors", "autor",      "auteur"},
       take_authors},
      {"published",
       {"datepublished",
        "publishedat",
        "pubdate",
        "publicationdate",
        "publisheddate",
        "datepublish",
        "publishdate",
        "publishedon",
        "publishedtime",
        "datetimepublished",
        "publicationtime",
        "publishtime",
        "articlepublishedtime",
        "firstpublishdate",
        "articledate",
        "newsdate",
        "dateposted",
        "postdate",
        "posteddate",
        "postedat",
        "posted",
        "date",
        "datetime",
        "dcdate",
        "seendate",
        "issued",
        "releasedate",
        "timestamp",
        "time",
        "createdat",
        "datecreated",
        "createddate",
        "creationdate",
        "created",
        "datum",
        "fecha"},
       take_text<&A::published>},
      {"first_published",
       {"firstpublicationdate", "firstpublishedat", "originalpublishdate", "originaldate"},
       take_text<&A::first_published>},
      {"updated",
       {"updatedat", "datemodified", "modifiedat", "lastmodified", "datemodify", "modified",
        "dateupdated", "updateddate", "lastupdated", "lastupdate", "modifieddate", "updatedon",
        "modifiedtime", "articlemodifiedtime", "revised"},
       take_text<&A::updated>},
      {"embargo_until",
       {"embargo", "embargoed", "embargodate", "embargotime"},
       take_text<&A::embargo_until>},
      {"section",
       {"category", "categories", "articlesection", "sectionname", "sectiontitle", "newsdesk",
        "desk", "channel", "rubric", "newscategory", "ressort", "rubrik"},
       take_section},
      {"tags",
       {"keywords", "keyword", "newskeywords", "topics", "topic", "tag", "subjects", "labels",
        "hashtags", "metakeywords"},
       take_tags,
       true},
      {"source",
       {"publisher", "publication", "sourcename", "newssource", "outlet", "newspaper", "site",
        "sitename", "publishername", "agency", "provider", "website", "hostname", "sourcedomain",
        "domain", "media", "mediaoutlet", "sourceid"},
       take_source},
      {"language", {"lang", "inlanguage", "languagecode", "langcode", "locale"}, take_language},
      {"countries",
       {"country", "countrycode", "countryname", "countrycodes", "nation"},
       take_texts<&A::countries>,
       true},
      {"places",
       {"place", "location", "locations", "contentlocation", "city", "cities", "locationname"},
       take_texts<&A::countries>,
       true},
      {"dateline", {"placeline", "datelinelocation"}, take_line<&A::dateline>},
      {"image",
       {"imageurl", "urltoimage", "topimage", "mainimage", "leadimage", "featuredimage",
        "imagelink", "imagesrc", "img", "thumbnail", "thumbnailurl", "ogimage", "socialimage",
        "picture", "photo", "images"},
       take_image},
      {"image.url", {}, take_image_text<&Image::url>},
      {"image.caption",
       {"imagecaption", "photocaption", "caption"},
       take_image_text<&Image::caption>},
      {"image.credit", {"imagecredit", "photocredit"}, take_image_text<&Image::credit>},
      {"correction",
       {"corrections", "correctionnote", "correctiontext"},
       take_text<&A::correction>},
  };
  return all;
}

bool is_known_name(std::string_view plain) {
  return std::any_of(article_fields().begin(), article_fields().end(), [&](const auto& field) {
    const auto& others = field.other_names;
    return plain == plain_name(field.name) ||
           std::find(others.begin(), others.end(), plain) != others.end();
  });
}

std::vector<std::string> article_field_names() {
  std::vector<std::string> names;
  for (const ArticleField& field : article_fields()) names.emplace_back(field.name);
  names.emplace_back("byline");
  return names;
}

}  // namespace news
