#pragma once

#include <string>
#include <utility>
#include <vector>

namespace news {

/// Which field of a source holds which field of an article, as `--map title=headline` says.
struct FieldMap {
  /// The article's field, and what the source calls it: the name of a member or a column, a path
  /// (`meta.author`, `/meta/author`), several joined by `+`, or the value itself in quotes.
  /// Empty: the source has no such field, whatever its names look like.
  std::vector<std::pair<std::string, std::string>> fields;
};

/// The map that the values of `--map` make together: `FIELD=NAME,FIELD=NAME`, or a file that has
/// one a line (`FILE`, `@FILE`; empty lines and those that begin with `#` do not count). Throws
/// Error for a file that cannot be read and a field that articles do not have, naming the nearest.
FieldMap parse_field_map(const std::vector<std::string>& values);

}  // namespace news
