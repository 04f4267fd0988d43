#pragma once

#include <xapian.h>

namespace news {

/// Calls `take(id)` for every article that `query` matches, in order of number, in a boolean pass
/// whose MatchDecider accepts none: no heap, no MSet, a few nanoseconds a match.
/// Throws what Xapian throws.
template <typename Take>
void each_match(const Xapian::Database& database, const Xapian::Query& query, const Take& take) {
  class Decider : public Xapian::MatchDecider {
   public:
    explicit Decider(const Take& use) : use_(use) {}
    bool operator()(const Xapian::Document& document) const override {
      use_(document.get_docid());
      return false;
    }

   private:
    const Take& use_;
  };

  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_docid_order(Xapian::Enquire::ASCENDING);
  const Decider decider(take);
  enquire.get_mset(0, 1, database.get_doccount(), nullptr, &decider);
}

}  // namespace news
