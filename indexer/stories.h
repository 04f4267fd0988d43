#pragma once

#include <xapian.h>

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "common/article.h"
#include "common/date.h"
#include "indexer/document_builder.h"
#include "indexer/fingerprint.h"
#include "indexer/story_archive.h"
#include "indexer/writable_articles.h"

namespace news {

/// Whether the article's story is one that we found, not one that its source names.
bool has_found_story(const Article& article);

/// Finds out, while articles are written, which of them are copies of one another, and keeps
/// `Article::story` true: the id of the original on each copy, empty on the original. What one
/// article costs does not grow with the archive.
///
/// The original is what came first: by first_published, else published (dated before undated),
/// then by the order of indexing. Where that is not yet known, or is another one now, the story is
/// remembered and its original chosen by settle(), once for all that changed. A story that has
/// grown to 1,000 copies keeps its original, whatever comes; and two such stay two.
///
/// A story that the source gave is left as it is: `derived` names "story" only where we found it.
/// Belongs to the one that writes the articles; throws what Xapian throws.
class Stories {
 public:
  /// `archive` has the articles that are there, and `database` too, in which they are written anew
  /// where their original changes. No database: where none is replaced or removed, until another
  /// one goes on with what is to be settled.
  Stories(const StoryArchive& archive, TimeZone zone);
  /// `builder` makes what is written anew.
  Stories(const StoryArchive& archive, WritableArticles& database, DocumentBuilder& builder);

  /// Sets the story of an article that is about to be written as document `number`, and that has
  /// this fingerprint. `before` is the article that it replaces, if it does.
  void join(Article& article, const Fingerprint& fingerprint, Xapian::docid number,
            const std::optional<Article>& before);

  /// An article is about to be removed: its copies get another original.
  void leave(const Article& article);

  /// Chooses originals where that is to be done and writes what follows from it.
  void settle();

  /// Settles from now on what is to be settled there.
  void go_on_with(Stories& other);

 private:
  /// When an article came.
  struct Came {
    Instant instant;
    Xapian::docid number;
    auto operator<=>(const Came&) const = default;
  };
  /// A member of a story.
  struct Member {
    Came came;
    std::string id;
  };
  using Names = std::vector<std::string>;

  Came came(const Article& article, Xapian::docid number) const;
  std::vector<Xapian::docid> candidates(const std::vector<std::uint32_t>& bands,
                                        Xapian::docid self) const;
  Names matching_stories(const Fingerprint& fingerprint, Xapian::docid self) const;
  std::string story_of(const Article& article) const;
  std::string merge(const Names& stories);
  bool may_change(const std::string& story) const;
  bool is_first(const Came& one, const std::string& story) const;
  std::vector<Member> members(const Names& stories, const std::string& without) const;
  void choose(const Names& stories, const std::string& without);

  const StoryArchive& archive_;
  WritableArticles* database_ = nullptr;
  DocumentBuilder* builder_ = nullptr;
  TimeZone zone_;
  std::set<std::string> unsettled_;  // stories, by what their members have as their story
  std::unordered_map<std::string, std::string> merged_;  // such a story into another
};

}  // namespace news
