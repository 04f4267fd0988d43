#pragma once

#include <xapian.h>

#include <cstddef>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/base_files.h"
#include "common/term_cursor.h"

namespace news {

/// One generation, opened: a base that is compacted and never written to, and a recent part that
/// has what changed since; both are searched as one. A generation that was not built as a whole is
/// a recent part alone. An article of the base that was corrected or removed is still in there, and
/// `gone`: term frequencies count it, nothing else may.
///
/// An article has a number, which is its document's number in its part; no two of both parts share
/// one. Deciders and posting sources are given numbers. Xapian numbers the documents of two
/// databases in turns, which is called the place of an article here: what an MSet or an iterator
/// over both parts gives. Numbers and places have the same order.
///
/// For one thread; copies share one handle. Throws what Xapian throws.
class ArticleDatabase {
 public:
  explicit ArticleDatabase(Xapian::Database recent);
  /// `files` are those of the base.
  ArticleDatabase(Xapian::Database base, Xapian::Database recent, BaseFiles files = {});

  /// Both parts, for queries. Documents in it are at their places. Of terms other than those of
  /// schema::is_identity() it knows the recent part's alone.
  const Xapian::Database& both() const { return both_; }
  /// Each part by itself, the base first. Documents in it have their numbers.
  const std::vector<Xapian::Database>& parts() const { return parts_; }
  /// What changes: its revision is that of the generation.
  const Xapian::Database& recent() const { return parts_.back(); }
  /// Of the generation; empty if there is none by that key.
  std::string metadata(std::string_view key) const;

  Xapian::docid number_at(Xapian::docid place) const {
    return parts_.size() == 1 ? place : (place - 1) / 2 + 1;
  }
  Xapian::docid place_of(Xapian::docid number) const {
    return parts_.size() == 1 ? number : 2 * number - (number <= last_of_base_ ? 1 : 0);
  }
  /// The highest number there is, of an article that may be gone.
  Xapian::docid last_number() const;
  /// The numbers up to this one are of the base.
  Xapian::docid last_of_base() const { return last_of_base_; }

  bool is_gone(Xapian::docid number) const { return number < gone_.size() && gone_[number]; }
  std::size_t gone() const { return gone_count_; }
  /// How many articles there are.
  std::size_t articles() const { return both_.get_doccount() - gone_count_; }
  /// The articles of a part that have a term, by its place in parts().
  TermCursor postings(std::size_t part, const std::string& term) const;
  /// How many articles have a term, those that are gone from the base included.
  Xapian::doccount frequency(const std::string& term) const;
  /// In how many words, as they weigh, an article is.
  Xapian::termcount length(Xapian::docid number) const;
  /// That of the articles of the base, or where there is none of all; at least 1.
  double average_length() const;
  /// At most `most` articles that have a term, by number; of the empty term all.
  std::vector<Xapian::docid> with_term(
      const std::string& term, std::size_t most = std::numeric_limits<std::size_t>::max()) const;
  /// How many have it in all: without a look at its postings where nothing is gone.
  std::size_t count_with_term(const std::string& term) const;
  /// The first of them; nothing if there is none.
  std::optional<Xapian::docid> first_with_term(const std::string& term) const;

  /// An article as print_article() prints it.
  std::string article(Xapian::docid number) const;
  /// One of the base has less in it: see common/schema.h.
  Xapian::Document document(Xapian::docid number) const {
    return both_.get_document(place_of(number));
  }
  /// Where the words of an article stand: what WordOrder reads.
  std::string order(Xapian::docid number) const;
  const BaseFiles& files() const { return files_; }

 protected:
  /// False if it is gone already. `number` is of the base.
  bool set_gone(Xapian::docid number);
  /// As metadata, by schema::gone_key.
  std::string packed_gone() const;

 private:
  void read_gone();
  bool is_in_files(std::size_t part, std::string_view term) const;

  std::vector<Xapian::Database> parts_;
  Xapian::Database both_;
  BaseFiles files_;
  Xapian::docid last_of_base_ = 0;
  std::vector<bool> gone_;  // by number
  std::size_t gone_count_ = 0;
};

}  // namespace news
