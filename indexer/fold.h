#pragma once

#include <string>

#include "common/index_folder.h"

namespace news {

/// Whether so much of the generation is in its recent part, or gone from its base, that another
/// base is worth its making: a tenth of the base's articles, and no less than 10,000.
/// Throws Error.
bool is_worth_folding(const IndexFolder& index, const std::string& generation);

/// Makes the live generation one whose base has all articles, under their numbers, beside it, and
/// switches to that; the revision stays as it is. The caller holds the WriterLock and has no
/// IndexWriter. Takes some 0.13 ms an article and, for a time, the disk of another index. Throws
/// Error, and leaves the live generation as it is.
void fold(const IndexFolder& index);

}  // namespace news
