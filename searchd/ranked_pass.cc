#include "searchd/ranked_pass.h"

#include "searchd/ranking_weight.h"

namespace news {

namespace {

class Decider : public Xapian::MatchDecider {
 public:
  explicit Decider(const Ranked& ranked) : ranked_(ranked) {}

  bool operator()(const Xapian::Document& document) const override {
    const Xapian::docid id = document.get_docid();
    return ranked_.filter.passes(id) &&
           (ranked_.relaxed == nullptr || ranked_.relaxed->has_enough(id));
  }

 private:
  const Ranked& ranked_;
};

}  // namespace

std::vector<FoundArticle> ranked_pass(const ArticleDatabase& database, const Xapian::Query& query,
                                      const Ranked& ranked, std::size_t first, std::size_t size) {
  Xapian::Enquire enquire(database.both());
  enquire.set_query(query);
  enquire.set_weighting_scheme(RankingWeight());
  enquire.set_docid_order(Xapian::Enquire::ASCENDING);
  const Decider decider(ranked);
  const Xapian::MSet matches =
      enquire.get_mset(static_cast<Xapian::doccount>(first), static_cast<Xapian::doccount>(size), 0,
                       nullptr, &decider);
  std::vector<FoundArticle> best;
  for (auto match = matches.begin(); match != matches.end(); ++match) {
    best.push_back({database.number_at(*match), match.get_weight()});
  }
  return best;
}

}  // namespace news
