#pragma once

#include <cstddef>
#include <string_view>

namespace news {

/// The text of one article may have at most this many bytes; what is longer is skipped.
inline constexpr std::size_t max_article_bytes = 32u << 20;

/// Why what is longer than that is rejected.
inline constexpr std::string_view too_long_reason =
    "longer than 32 MB, the bound for one article; look for a missing line end or bracket";

/// Without the byte order mark, and the white space at both ends.
std::string_view trim_json(std::string_view text);

}  // namespace news
