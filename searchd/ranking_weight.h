#pragma once

#include <xapian.h>

#include <optional>

namespace news {

/// BM25 (Robertson and Zaragoza 2009, The Probabilistic Relevance Framework) over term counts in
/// which words of the headline and the lead count more, with its idf raised to a power below 1, so
/// that one rare word of a query does not outweigh all others. Its constants were tuned on judged
/// queries (docs/relevance.md).
class RankingWeight : public Xapian::Weight {
 public:
  RankingWeight();

  /// The weight of a word that `frequency` of `articles` articles have, of one that stands once in
  /// an article of average length: log(1 + (articles - frequency + 0.5) / (frequency + 0.5)) ^ 0.8.
  static double importance(double articles, double frequency);
  /// The weight of one that stands in an article without end.
  static double limit(double articles, double frequency);
  /// The articles that have the commonest of the terms of a query, of those that stand in the text;
  /// nothing if none does.
  static std::optional<Xapian::doccount> frequency(const Xapian::Database& database,
                                                   const Xapian::Query& query);
  /// What `count` occurrences come to, from 0 to 1 and more slowly the more they are, in an article
  /// `length` times as long as the average.
  static double saturated(double count, double length);

  RankingWeight* clone() const override;
  std::string name() const override { return "RankingWeight"; }
  double get_sumpart(Xapian::termcount wdf, Xapian::termcount length,
                     Xapian::termcount) const override;
  double get_maxpart() const override;
  double get_sumextra(Xapian::termcount, Xapian::termcount) const override { return 0; }
  double get_maxextra() const override { return 0; }

 private:
  void init(double factor) override;

  double importance_ = 0;
};

}  // namespace news
