#pragma once

#include <cstddef>
#include <stdexcept>
#include <string_view>

#include "indexer/text/meta_value.h"

namespace news {

/// What front matter is written in.
enum class FrontMatterKind { None, Yaml, Toml, Json };

/// A text and the fields that stand before it, as Hugo, Jekyll and Eleventy have them.
struct FrontMatter {
  FrontMatterKind kind = FrontMatterKind::None;
  std::string_view fields;  ///< Between the fences `---` or `+++`, or a JSON object as a whole.
  std::string_view body;    ///< What follows.
  bool is_closed = true;    ///< Whether the second fence is there.
};

/// Front matter may have at most this many bytes.
inline constexpr std::size_t max_front_matter_bytes = 256u << 10;

/// Finds the front matter that `text` begins with; views of `text`.
FrontMatter split_front_matter(std::string_view text);

/// The fields cannot be read.
class BadFrontMatter : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// The fields as a map. Throws BadFrontMatter for what is not of the kind, too long, nested deeper
/// than anybody writes it, or grows by aliases.
MetaValue read_front_matter(FrontMatterKind kind, std::string_view fields);

}  // namespace news
