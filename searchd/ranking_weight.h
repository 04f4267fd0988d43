#pragma once

namespace news {

/// BM25 (Robertson and Zaragoza 2009, The Probabilistic Relevance Framework) over term counts in
/// which words of the headline and the lead count more, with its idf raised to a power below 1, so
/// that one rare word of a query does not outweigh all others. Its constants were tuned on judged
/// queries (docs/relevance.md).
class RankingWeight {
 public:
  /// The weight of a word that `frequency` of `articles` articles have, of one that stands once in
  /// an article of average length: log(1 + (articles - frequency + 0.5) / (frequency + 0.5)) ^ 0.8.
  static double importance(double articles, double frequency);
  /// The weight of one that stands in an article without end.
  static double limit(double articles, double frequency);
  /// What `count` occurrences come to, from 0 to 1 and more slowly the more they are, in an article
  /// `length` times as long as the average.
  static double saturated(double count, double length) {
    return count / (count + k1 * (1 - b + b * length));
  }

 private:
  static constexpr double k1 = 2.0;
  static constexpr double b = 0.35;
};

}  // namespace news
