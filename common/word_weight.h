#pragma once

#include <xapian.h>

#include <array>

#include "common/schema.h"

/// How much more a word of the headline, the standfirst or the lead weighs than one of the text:
/// the first sentences of a news article say what it is about. Tuned on judged queries
/// (docs/relevance.md). The wdf of a term is the sum over where it stands.
namespace news::word_weight {

inline constexpr Xapian::termcount title = 7;
inline constexpr Xapian::termcount standfirst = 2;
inline constexpr Xapian::termcount text = 1;

/// The weight of the words before that place in the text.
struct Lead {
  Xapian::termpos end;
  Xapian::termcount weight;
};
inline constexpr std::array leads{Lead{20, 3}, Lead{40, 2}};

/// Of the body, by how many words stand before it.
constexpr Xapian::termcount body(Xapian::termpos before) {
  for (const Lead& lead : leads) {
    if (before < lead.end) return lead.weight;
  }
  return text;
}

/// By the position alone: as if each headline had words, no more than schema::field_gap of them,
/// and what comes before the body ended before schema::body_position.
constexpr Xapian::termcount at(Xapian::termpos position) {
  if (position <= schema::field_gap) return title;
  if (position <= schema::body_position) return standfirst;
  return body(position - schema::body_position - 1);
}

}  // namespace news::word_weight
