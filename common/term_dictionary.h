#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/file_writer.h"
#include "common/mapped_file.h"

namespace news {

/// What a dictionary says of a term.
struct TermEntry {
  std::uint32_t ordinal = 0;    ///< Its place among the terms, from 0 on.
  std::uint32_t frequency = 0;  ///< Articles that have it.
  std::uint64_t begin = 0;      ///< Of its list in the file of postings.
  std::uint64_t bytes = 0;      ///< Of its list.
};

/// The terms of a base, ascending, in a file beside its tables (common/posting_file.h has their
/// postings). It takes 32 MB of memory or so at most, and 40 bytes for each 256 terms. Never
/// changes, so any number of threads may read it.
///
/// On disk, pages of 256 terms, each of sixteen groups: where each group begins, two bytes, from
/// the end of these on; then the groups: where its first list begins, and for each term how many
/// bytes it shares with the one before in its group, how many more it has, these, the articles that
/// have it and the bytes of its list, as varints. Behind the pages the first terms of all, one
/// after another, and a Page for each; the bytes of the pages, of the first terms, how many terms,
/// and a mark, eight bytes each. The least significant byte of a number comes first.
class TermDictionary {
 public:
  static constexpr std::size_t page_terms = 256;
  static constexpr std::size_t group_terms = 16;
  static constexpr std::size_t page_groups = page_terms / group_terms;

  struct Page {
    std::uint64_t begin;     ///< In the file.
    std::uint64_t name_end;  ///< In the first terms; that of the page before is where it begins.
  };

  static std::filesystem::path path(const std::filesystem::path& database);
  /// That of the database in a folder. Throws Error.
  explicit TermDictionary(const std::filesystem::path& database);

  /// How many terms there are.
  std::uint32_t size() const { return size_; }
  /// Throws Error, as do the others, if the file is damaged.
  std::optional<TermEntry> find(std::string_view term) const;
  std::string term(std::uint32_t ordinal) const;

  /// Goes through the terms, ascending.
  class Cursor {
   public:
    /// At the term with that place among them, if there is one.
    explicit Cursor(const TermDictionary& dictionary, std::uint32_t ordinal = 0);

    bool at_end() const { return ordinal_ >= dictionary_->size_; }
    const std::string& term() const { return term_; }
    TermEntry entry() const { return {ordinal_, frequency_, begin_, bytes_}; }
    void next();
    /// To the first that is no less than `term`, from wherever it is.
    void seek(std::string_view term);

   private:
    void enter(std::uint32_t group);
    void read();
    std::uint64_t number();

    const TermDictionary* dictionary_;
    std::uint32_t ordinal_ = 0;
    std::uint32_t frequency_ = 0;
    std::uint64_t begin_ = 0;
    std::uint64_t bytes_ = 0;
    std::string term_;
    std::string_view left_;  // of the page
  };

 private:
  bool read_end();
  std::string_view first_term(std::size_t page) const;
  std::size_t page_of(std::string_view term) const;
  std::string_view page(std::size_t page) const;
  std::string_view group(std::uint32_t group) const;

  MappedFile file_;
  std::uint64_t pages_end_ = 0;
  // In memory, three bytes or so an article: a search looks at many places of these.
  std::string names_;
  std::vector<Page> pages_;
  std::vector<std::uint64_t> beginnings_;  // of the first terms, which are nearer than these
  std::uint32_t size_ = 0;
};

/// Writes a dictionary. All throw Error.
class TermDictionaryWriter {
 public:
  /// For the database in that folder.
  explicit TermDictionaryWriter(const std::filesystem::path& database)
      : file_(TermDictionary::path(database)) {}

  /// `term`, of at most 240 bytes, comes after all before. Its list begins where that of the one
  /// before ends.
  void add(std::string_view term, std::uint32_t frequency, std::uint64_t list_bytes);
  std::uint32_t size() const { return size_; }
  void finish();

 private:
  void end_page();

  FileWriter file_;
  std::string names_;
  std::vector<TermDictionary::Page> pages_;
  std::string groups_;                       // of the page
  std::vector<std::uint16_t> group_begins_;  // of the page
  std::string last_;
  std::uint32_t size_ = 0;
  std::uint64_t lists_ = 0;  // bytes
};

}  // namespace news
