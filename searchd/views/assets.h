#pragma once

#include <string_view>

namespace news {

/// A file of web/, embedded in the program when it was built.
struct Asset {
  std::string_view name;     ///< Its path below web/, such as `static/style.css`.
  std::string_view version;  ///< Another one whenever the text is another.
  std::string_view text;
};

/// Nothing if there is no such file.
const Asset* find_asset(std::string_view name);

}  // namespace news
