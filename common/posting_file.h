#pragma once

#include <xapian.h>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/mapped_file.h"
#include "common/posting_list.h"
#include "common/term_dictionary.h"

namespace news {

/// What words an article has, as a file of postings knows it.
struct ArticleWord {
  std::uint32_t ordinal = 0;  ///< Of its term.
  std::uint32_t wdf = 0;
};

/// The postings of a base's terms that its tables do not have, all but those of
/// schema::is_identity(), and what words each article has. It takes 64 MB of memory or so at most,
/// its dictionary 32 more. Never changes, so any number of threads may read it.
///
/// On disk: the list of each term, one of more than a block with its blocks in front, at a multiple
/// of four, and then its bytes; the words of each article, by number from 0 on, as varints: what
/// the ordinal is more than the one before, four times, and the wdf if that is below three, else
/// three and what it is more; where each of these begins and the last ends, eight bytes each; how
/// long each article is, four bytes each; the bytes of the lists, how many articles, the sum of
/// lengths, and a mark, eight bytes each. The least significant byte of a number comes first.
class PostingFile {
 public:
  static std::filesystem::path path(const std::filesystem::path& database);
  /// That of the database in a folder; nullptr if it has none. Throws Error, as do the others.
  static std::shared_ptr<const PostingFile> open(const std::filesystem::path& database);

  const TermDictionary& terms() const { return terms_; }
  /// The postings of a term; none if it is unknown. Stays as long as this.
  PostingList find(std::string_view term) const;
  PostingList list(const TermEntry& entry) const;
  /// How many articles have a term.
  std::uint32_t frequency(std::string_view term) const;
  /// How many words articles have, by number; 0 where there is none.
  std::span<const std::uint32_t> lengths() const { return lengths_; }
  /// Their sum.
  std::uint64_t total_length() const { return total_length_; }
  /// The words (schema::has_prefix is false) that are kept of an article, ascending: at most 64,
  /// none that no other article has and none that more than a tenth have.
  std::vector<ArticleWord> words(Xapian::docid number) const;

 private:
  explicit PostingFile(const std::filesystem::path& database);
  bool read_end();

  MappedFile file_;
  TermDictionary terms_;
  std::uint64_t lists_end_ = 0;
  std::span<const std::uint32_t> lengths_;
  std::span<const std::uint64_t> word_begins_;
  std::uint64_t total_length_ = 0;
};

/// Writes a PostingFile, the terms ascending and then the articles. All throw Error.
class PostingFileWriter {
 public:
  /// For the database in that folder.
  explicit PostingFileWriter(const std::filesystem::path& database);

  /// The ordinal of the term, which comes after all before.
  std::uint32_t add(std::string_view term, const PostingList& list);
  /// Of the next article, from 0 on, when all terms were added: how long it is, and its words.
  void add_article(std::uint32_t length, const std::vector<ArticleWord>& words);
  void finish();

 private:
  FileWriter file_;
  TermDictionaryWriter terms_;
  std::vector<std::uint32_t> lengths_;
  std::vector<std::uint64_t> word_begins_;
  std::string words_;  // of one article
};

}  // namespace news
