#include "indexer/countries_of_text.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <string_view>
#include <utility>

#include "common/text.h"
#include "indexer/places/mentions.h"

namespace news {

namespace {

// The figures are set by hand, not fitted, and checked against corpus/sample and Reuters-21578
// (countries_of_text_test).
constexpr std::size_t longest_body = 32'768;
constexpr std::size_t most_countries = 5;
constexpr double dateline_weight = 6;
constexpr double places_weight = 4;
constexpr double title_weight = 5;
constexpr double standfirst_weight = 3;
constexpr double lead_weight = 2;
constexpr std::size_t lead_words = 50;
constexpr double half_way = 300;     ///< Words of the body after which a mention weighs half.
constexpr double least_score = 1.5;  ///< Of a country that is not the only one.
constexpr double least_share = 0.2;  ///< Of the most central one's score.

double weight_of(const PlaceName& name) {
  switch (name.kind) {
    case PlaceKind::Country:
      return 1;
    case PlaceKind::Demonym:
      return 0.8;
    case PlaceKind::City:
      return name.is(PlaceName::capital) ? 0.8 : 0.6;
    case PlaceKind::Region:
      return 0.6;
    default:
      return 0;
  }
}

/// What speaks for each country.
class Evidence {
 public:
  void add(const Mention& mention, double weight) {
    const PlaceName& name = mention.state != nullptr ? *mention.state : *mention.name;
    const double score = weight * weight_of(name);
    if (!name.other_country().empty() && mention.state == nullptr) {
      doubtful_.push_back({&name, score, ++order_});
    } else {
      note(name.country(), score, ++order_);
    }
  }

  /// What is too weak to speak for a country, but tells which of two is meant.
  void add_hint(const Mention& mention, double weight) {
    hints_[mention.name->country()] += weight;
  }

  /// The countries that it speaks for, the most central first.
  std::vector<std::string> countries() {
    settle_doubts();
    std::vector<Standing> order;
    for (const auto& [country, standing] : scores_) order.push_back(standing);
    std::sort(order.begin(), order.end(), [](const Standing& a, const Standing& b) {
      return a.score != b.score ? a.score > b.score : a.first < b.first;
    });
    std::vector<std::string> result;
    for (const Standing& standing : order) {
      const bool counts = result.empty() || (standing.score >= least_score &&
                                             standing.score >= order.front().score * least_share);
      if (counts && result.size() < most_countries) result.emplace_back(standing.country);
    }
    return result;
  }

 private:
  struct Standing {
    std::string_view country;
    double score = 0;
    std::size_t first = 0;  ///< The number of the mention that it is first seen in.
  };

  struct Doubt {
    const PlaceName* name;
    double score;
    std::size_t order;
  };

  /// A name of two countries speaks for the one that more speaks for, its neighbours counting a
  /// little; for the first where that tells nothing.
  void settle_doubts() {
    std::vector<Standing> settled;
    for (const Doubt& doubt : doubtful_) {
      const PlaceName& name = *doubt.name;
      const bool is_other = support(name.other_country()) > support(name.country());
      settled.push_back(
          {is_other ? name.other_country() : name.country(), doubt.score, doubt.order});
    }
    for (const Standing& s : settled) note(s.country, s.score, s.first);
  }

  double support(std::string_view country) const {
    constexpr double neighbour_share = 0.2;
    double sum = score_of(country);
    const std::string_view neighbours = neighbours_of(country);
    for (std::size_t at = 0; at + 2 <= neighbours.size(); at += 2) {
      sum += neighbour_share * score_of(neighbours.substr(at, 2));
    }
    return sum;
  }

  double score_of(std::string_view country) const {
    const auto found = scores_.find(country);
    const auto hint = hints_.find(country);
    return (found == scores_.end() ? 0 : found->second.score) +
           (hint == hints_.end() ? 0 : hint->second);
  }

  void note(std::string_view country, double score, std::size_t order) {
    Standing& standing = scores_.try_emplace(country, Standing{country, 0, order}).first->second;
    standing.score += score;
    standing.first = std::min(standing.first, order);
  }

  std::map<std::string_view, Standing> scores_;
  std::map<std::string_view, double> hints_;
  std::vector<Doubt> doubtful_;
  std::size_t order_ = 0;
};

/// Names that are English words as well, or given names, are no towns in running text.
bool is_doubtful_town(const Mention& mention) {
  const PlaceName& name = *mention.name;
  const bool is_town = name.kind == PlaceKind::City || name.kind == PlaceKind::Region;
  return is_town && mention.state == nullptr && mention.count == 1 &&
         name.is(PlaceName::common_word);
}

void add_names(std::string_view text, double weight, MentionFinder& finder, Evidence& evidence) {
  for (const Mention& mention : finder.find(name_words(text))) evidence.add(mention, weight);
}

void add_text(std::string_view text, double weight, MentionFinder& finder, Evidence& evidence) {
  for (const Mention& mention : finder.find(name_words(text))) {
    if (is_doubtful_town(mention)) {
      evidence.add_hint(mention, weight);
    } else {
      evidence.add(mention, weight);
    }
  }
}

void add_body(std::string_view body, MentionFinder& finder, Evidence& evidence) {
  for (const Mention& mention : finder.find(name_words(truncate_utf8(body, longest_body)))) {
    const double decay = half_way / (half_way + static_cast<double>(mention.word));
    const double weight = mention.word < lead_words ? lead_weight : decay;
    if (is_doubtful_town(mention)) {
      evidence.add_hint(mention, weight);
    } else {
      evidence.add(mention, weight);
    }
  }
}

}  // namespace

std::vector<std::string> countries_of_text(const Article& article) {
  MentionFinder finder(article.language);
  Evidence evidence;
  add_names(article.dateline, dateline_weight, finder, evidence);
  for (const std::string& place : article.places) {
    add_names(place, places_weight, finder, evidence);
  }
  add_text(article.title, title_weight, finder, evidence);
  add_text(article.standfirst, standfirst_weight, finder, evidence);
  add_body(article.body, finder, evidence);
  return evidence.countries();
}

}  // namespace news
