#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "corpus/generate/archive.h"

namespace generate {

inline std::vector<Article> made_up_articles(const ArchiveOptions& options) {
  Archive archive(options);
  std::vector<Article> articles;
  while (auto article = archive.next()) articles.push_back(std::move(*article));
  return articles;
}

inline std::string line_of(const Article& article) {
  std::string line;
  append_line(article, line);
  return line;
}

inline std::string lines_of(const ArchiveOptions& options) {
  std::string lines;
  for (const Article& article : made_up_articles(options)) append_line(article, lines);
  return lines;
}

}  // namespace generate
