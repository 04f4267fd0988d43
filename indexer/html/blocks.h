#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "indexer/html/page.h"

namespace news::html {

/// A piece of text that stands on its own: a paragraph, a heading, an item of a list, a cell.
struct Block {
  const Node* node = nullptr;    ///< The innermost element around it that is no inline one.
  std::string text;              ///< On one line.
  std::size_t letters = 0;       ///< Bytes of text that are no spaces.
  std::size_t link_letters = 0;  ///< Of these, in links.

  double link_share() const {
    return letters == 0 ? 0 : static_cast<double>(link_letters) / static_cast<double>(letters);
  }
};

/// The blocks of a page, in document order, without what stands in nodes that are `left_out` (by
/// index; none if it is empty) and what is never text: scripts, forms' fields, frames, drawings,
/// hidden elements. Two line breaks end a block as well.
std::vector<Block> blocks_of(const Page& page, const std::vector<bool>& left_out);

}  // namespace news::html
