#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/analysis/segmenter.h"

namespace news {

/// The smallest words that a segment of `text` is made of, appended to `pieces`: `O'Neil` is o and
/// neil, `example.org` is example and org, `1.5bn` is 1.5 and bn, `U.S.` is one. A possessive 's is
/// in none of them. Segments beyond a symbol that belongs to the word (`C++`) reach over it.
void split_segment(std::string_view text, const Segment& segment, std::vector<Segment>& pieces);

/// Whether two segments are parts of one compound: nothing between them but a hyphen, `@` or `&`.
bool are_joined(std::string_view text, const Segment& first, const Segment& second);

/// Whether a segment is the s of a possessive that Unicode's rules cut off, as in `U.K.'s`.
bool is_possessive(std::string_view text, const Segment& segment);

/// What a piece is known by: folded, without dots, apostrophes and thousands separators; at most 60
/// bytes.
std::string piece_form(std::string_view piece);

/// The same of a piece of ASCII letters and digits alone.
std::string plain_form(std::string_view piece);

}  // namespace news
