#pragma once

#include <filesystem>
#include <fstream>
#include <initializer_list>
#include <string>
#include <vector>

#include "common/article_json.h"
#include "common/index_folder.h"
#include "indexer/index_writer.h"
#include "searchd/search_request.h"
#include "searchd/search_result.h"
#include "tests/support/temp_folder.h"

namespace news {

/// A real index in a folder of its own, filled with articles written as JSON.
class TestArchive {
 public:
  explicit TestArchive(std::initializer_list<std::string> articles = {},
                       const TimeZone& zone = TimeZone()) {
    const std::string generation = index_.create_generation();
    IndexWriter writer(index_, generation, zone);
    for (const std::string& article : articles) writer.put(parse(article));
    writer.commit();
    index_.switch_to(generation);
  }

  const IndexFolder& index() const { return index_; }

  void add(const std::string& article) {
    IndexWriter writer(index_, index_.live(), TimeZone());
    writer.put(parse(article));
    writer.commit();
  }

  void add_all(const std::vector<std::string>& articles) {
    IndexWriter writer(index_, index_.live(), TimeZone());
    for (const std::string& article : articles) writer.put(parse(article));
    writer.commit();
  }

  /// A new generation of these articles, built as a whole: they are its base.
  void build(const std::vector<std::string>& articles) {
    const std::string generation = index_.create_generation();
    IndexWriter writer(index_, generation, TimeZone());
    writer.load_in_bulk();
    for (const std::string& article : articles) writer.put(parse(article));
    writer.commit();
    index_.switch_to(generation);
  }

  void remove(const std::string& id) {
    IndexWriter writer(index_, index_.live(), TimeZone());
    writer.remove(id);
    writer.commit();
  }

  static Article parse(const std::string& json) {
    std::vector<std::string> warnings;
    return parse_article(json, warnings);
  }

 private:
  TempFolder folder_;
  IndexFolder index_{folder_ / "index"};
};

inline std::vector<std::string> lines_of(const std::filesystem::path& path) {
  std::ifstream in(path);
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

/// Every article of corpus/sample.
inline std::vector<std::string> sample_articles() {
  std::vector<std::string> all;
  for (const auto& file : std::filesystem::directory_iterator(std::string(CORPUS) + "/sample")) {
    const std::vector<std::string> lines = lines_of(file.path());
    all.insert(all.end(), lines.begin(), lines.end());
  }
  return all;
}

/// The ids of a page in their order, with spaces between.
inline std::string ids(const SearchResult& result) {
  std::string text;
  for (const Hit& hit : result.hits) text += (text.empty() ? "" : " ") + hit.article.id;
  return text;
}

}  // namespace news
