#pragma once

#include <string_view>

#include "indexer/intake.h"
#include "indexer/readers/source.h"

namespace news {

/// Mail and Usenet messages: an mbox, cut at its `From ` lines (mboxo, mboxrd, mboxcl), or a single
/// message (.eml). Read as a stream: one message is held at a time, and a broken one costs itself.
/// A message that cancels or supersedes another removes it.
bool knows_mbox(std::string_view beginning, std::string_view name);
void read_mbox(const Source& source, Intake& intake);

}  // namespace news
