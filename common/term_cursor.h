#pragma once

#include <xapian.h>

#include <string>
#include <variant>

#include "common/posting_list.h"

namespace news {

/// Goes through the articles that have a term in one part of an index, ascending by number, whether
/// they are in a file or in Xapian's tables. Throws what Xapian throws.
class TermCursor {
 public:
  /// What the list refers to must outlive this.
  explicit TermCursor(const PostingList& list) : at_(PostingCursor(list)) {}
  TermCursor(const Xapian::Database& part, const std::string& term)
      : at_(OfTables{part.postlist_begin(term), part.postlist_end(term)}) {}

  bool at_end() const { return id() == ended; }
  /// The highest number there is, at the end.
  Xapian::docid id() const {
    if (const auto* of_file = std::get_if<PostingCursor>(&at_)) return of_file->id();
    const auto& [posting, end] = std::get<OfTables>(at_);
    return posting == end ? ended : *posting;
  }
  Xapian::termcount wdf() const {
    const auto* const of_file = std::get_if<PostingCursor>(&at_);
    return of_file != nullptr ? of_file->wdf() : std::get<OfTables>(at_).posting.get_wdf();
  }
  void next() {
    if (auto* const of_file = std::get_if<PostingCursor>(&at_)) {
      of_file->next();
    } else {
      ++std::get<OfTables>(at_).posting;
    }
  }
  /// To the first that is no less than `id`; stays where it is if that is.
  void skip_to(Xapian::docid id) {
    if (auto* const of_file = std::get_if<PostingCursor>(&at_)) {
      of_file->skip_to(id);
    } else if (!at_end()) {
      std::get<OfTables>(at_).posting.skip_to(id);
    }
  }

 private:
  static constexpr Xapian::docid ended = ~Xapian::docid{0};
  struct OfTables {
    Xapian::PostingIterator posting, end;
  };

  std::variant<PostingCursor, OfTables> at_;
};

}  // namespace news
