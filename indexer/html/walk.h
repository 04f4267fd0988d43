#pragma once

#include "indexer/html/page.h"

namespace news::html {

/// Goes through `top` and all below it in document order without recursion: `enter` is called at
/// each node's beginning and says whether to go into it, `leave` at its end.
template <class Enter, class Leave>
void walk(const Node& top, const Enter& enter, const Leave& leave) {
  const Node* node = &top;
  while (node != nullptr) {
    if (enter(*node) && node->first != nullptr) {
      node = node->first;
      continue;
    }
    leave(*node);
    while (node != &top && node->next == nullptr) {
      node = node->parent;
      leave(*node);
    }
    node = node == &top ? nullptr : node->next;
  }
}

}  // namespace news::html
