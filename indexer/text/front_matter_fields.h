#pragma once

#include <cstddef>
#include <string_view>

#include "indexer/text/meta_value.h"

namespace news {

/// Bounds of front matter that somebody wrote by hand or a system wrote for a page.
inline constexpr int max_meta_depth = 16;
inline constexpr std::size_t max_meta_values = 20'000;

/// The fields in one of the languages, as read_front_matter says. Throw BadFrontMatter.
MetaValue read_yaml_fields(std::string_view fields);
MetaValue read_toml_fields(std::string_view fields);
MetaValue read_json_fields(std::string_view fields);

}  // namespace news
