#include "searchd/ranked_pass.h"

namespace news {

namespace {

/// Lets through what `Takes` says true of.
template <typename Takes>
class Decider : public Xapian::MatchDecider {
 public:
  explicit Decider(const Takes& takes) : takes_(takes) {}
  bool operator()(const Xapian::Document& document) const override {
    return takes_(document.get_docid());
  }

 private:
  const Takes& takes_;
};

/// At least so many matches are looked at.
template <typename Takes>
std::vector<FoundArticle> rank(const ArticleDatabase& database, const Xapian::Query& query,
                               std::size_t first, std::size_t size, Xapian::doccount at_least,
                               const Takes& takes) {
  Xapian::Enquire enquire(database.both());
  enquire.set_query(query);
  // Of terms alone; the sources that a query is made of have weights of their own, which BoolWeight
  // would leave out.
  enquire.set_weighting_scheme(Xapian::CoordWeight());
  enquire.set_docid_order(Xapian::Enquire::ASCENDING);
  const Decider<Takes> decider(takes);
  const Xapian::MSet matches =
      enquire.get_mset(static_cast<Xapian::doccount>(first), static_cast<Xapian::doccount>(size),
                       at_least, nullptr, &decider);
  std::vector<FoundArticle> best;
  for (auto match = matches.begin(); match != matches.end(); ++match) {
    best.push_back({database.number_at(*match), match.get_weight()});
  }
  return best;
}

}  // namespace

std::vector<FoundArticle> ranked_pass(const ArticleDatabase& database, const Xapian::Query& query,
                                      const Ranked& ranked, std::size_t first, std::size_t size) {
  return rank(database, query, first, size, 0, [&ranked](Xapian::docid id) {
    return ranked.filter.passes(id) &&
           (ranked.relaxed == nullptr || ranked.relaxed->has_enough(id));
  });
}

std::vector<FoundArticle> ranked_and_each(const ArticleDatabase& database,
                                          const Xapian::Query& query, std::size_t most,
                                          const std::function<bool(Xapian::docid)>& take) {
  return rank(database, query, 0, most, database.both().get_doccount(), take);
}

}  // namespace news
