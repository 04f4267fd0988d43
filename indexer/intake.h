#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "common/article.h"

namespace news {

/// Where in a source something stands, for reports: `FILE:LINE`, `ARCHIVE:ENTRY:LINE`, `-:LINE`.
struct Place {
  std::string source;
  std::uint64_t line = 0;  ///< From 1; 0 where lines mean nothing.
};

std::string to_string(const Place& place);

/// Takes what the sources give. Readers call it; the commands stand behind it.
class Intake {
 public:
  virtual ~Intake() = default;
  /// What follows comes from a source of this format, a reader's name.
  virtual void reading(std::string_view format) { (void)format; }
  virtual void article(Article&& article, const Place& place) = 0;
  /// An article that cannot be taken in. `reason` says why and what to do about it; `text` is its
  /// raw text (perhaps cut, perhaps not UTF-8).
  virtual void rejected(const Place& place, const std::string& reason, std::string_view text) = 0;
  /// The article was taken in, but not all of it.
  virtual void warning(const Place& place, const std::string& what) = 0;
  /// The source says that this article is no more: canceled, withdrawn. It may never have been.
  virtual void removed(const std::string& id_or_url, const Place& place) = 0;
  /// Something that is no article, and is not meant to be one. `what` names its kind in the
  /// plural ("redirects"); skipped things are counted by it.
  virtual void skipped(const Place& place, std::string_view what) = 0;
};

}  // namespace news
