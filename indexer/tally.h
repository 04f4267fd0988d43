#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace news {

/// What the articles of one format came to.
struct FormatTally {
  std::uint64_t added = 0;
  std::uint64_t replaced = 0;
  std::uint64_t unchanged = 0;  ///< There already, in these very words.
  std::uint64_t rejected = 0;
};

/// What a run has done with the files it met.
struct SourceTally {
  std::uint64_t read = 0;
  std::uint64_t resumed = 0;    ///< Of these, read on from where an earlier run was cut.
  std::uint64_t unchanged = 0;  ///< Not read, because nothing has changed.
  std::uint64_t gone = 0;       ///< Read once and there no more.
};

/// What a run has done so far.
struct Tally {
  std::uint64_t added = 0;
  std::uint64_t replaced = 0;
  std::uint64_t unchanged = 0;  ///< There already, in these very words.
  std::uint64_t rejected = 0;
  std::uint64_t removed = 0;      ///< Because a source says that they are no more.
  std::uint64_t forgotten = 0;    ///< Because no source has them any more.
  std::uint64_t passed_over = 0;  ///< Told by a source, but taken in by a run that was cut.
  std::map<std::string, std::uint64_t> skipped;  ///< What is no article, by what it is.
  std::map<std::string, FormatTally> formats;    ///< By the reader's name.
  std::map<std::string, std::uint64_t> reasons;  ///< Of rejection, by reason_kind().
  SourceTally sources;

  std::uint64_t taken() const { return added + replaced + unchanged; }
};

/// A reason of rejection without what differs from article to article: quoted text becomes "...",
/// numbers N.
std::string reason_kind(std::string_view reason);

/// Counts one rejection. Of very many kinds of reasons the late ones are counted together.
void count_rejection(Tally& tally, const std::string& format, std::string_view reason);

}  // namespace news
