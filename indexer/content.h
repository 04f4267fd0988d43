#pragma once

#include <string_view>

namespace news {

/// How bytes are packed.
enum class Content {
  Plain,  ///< Not at all, as far as we know.
  Gzip,
  Compressed,  ///< By xz, zstd or bzip2.
  Tar,
  Zip,
};

/// What a source that begins with these bytes (512 at least, or all there are) is. Its name says
/// nothing.
Content content_of(std::string_view beginning);

inline bool is_archive(Content content) {
  return content == Content::Tar || content == Content::Zip;
}
inline bool is_compressed(Content content) {
  return content == Content::Gzip || content == Content::Compressed;
}

}  // namespace news
