#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "indexer/intake.h"
#include "indexer/readers/json_path.h"
#include "indexer/readers/source.h"

namespace news {

/// Told the text of one JSON value that may be an article.
using TakeJson = std::function<void(std::string_view text, const Place& place)>;

/// Tells `take` one line of JSON Lines after another. Empty ones are skipped, lines that are too
/// long rejected.
void read_json_lines(const Source& source, Intake& intake, const TakeJson& take);

/// Tells `take` the elements of an array, or objects one after another, or in their place the
/// elements of the arrays that `paths` lead to in them. One is held at a time; one that is too long
/// is rejected. Where the JSON is broken between two of them, the rest of the source is rejected.
void read_json_elements(const Source& source, const std::vector<JsonPath>& paths, Intake& intake,
                        const TakeJson& take);

/// By the one or the other, as the source begins.
void read_json_articles(const Source& source, const std::vector<JsonPath>& paths, Intake& intake,
                        const TakeJson& take);

/// Whether the source begins with an object, not an article itself, that has an array of objects
/// at one of `paths`.
bool is_json_envelope(std::string_view beginning, const std::vector<JsonPath>& paths);

/// Whether the first line is the beginning of an object that goes on behind it.
bool is_json_over_lines(std::string_view beginning);

/// Whether `beginning` is JSON and has all of `names` as names of members, anywhere.
bool has_json_names(std::string_view beginning, const std::vector<std::string_view>& names);

}  // namespace news
