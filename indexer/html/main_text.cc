#include "indexer/html/main_text.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "indexer/html/blocks.h"
#include "indexer/html/boilerplate.h"
#include "indexer/html/classes.h"
#include "indexer/html/phrases.h"

namespace news::html {
namespace {

bool is_heading(const Node& node) {
  return node.name.size() == 2 && node.name[0] == 'h' && node.name[1] >= '1' && node.name[1] <= '6';
}

bool is_cell(const Node& node) { return node.name == "td" || node.name == "th"; }

/// How much a block looks like running text: its letters that are in no link, if it is as long as
/// a sentence.
double prose_of(const Block& block) {
  constexpr std::size_t shortest = 60;
  constexpr double most_links = 0.5;
  if (block.letters < shortest || block.link_share() > most_links || is_heading(*block.node)) {
    return 0;
  }
  return static_cast<double>(block.letters - block.link_letters);
}

/// The element that a block stands in as one among others: above the lists and quotes it is in.
const Node* context_of(const Block& block) {
  constexpr std::array<std::string_view, 6> inner{"li", "ul", "ol", "blockquote", "dl", "dd"};
  const Node* node = block.node;
  const auto is_inner = [&](const Node& each) {
    return std::find(inner.begin(), inner.end(), each.name) != inner.end();
  };
  while (is_inner(*node) && node->parent != nullptr && is_inner(*node->parent)) node = node->parent;
  return node->parent == nullptr || node->name == "div" ? node : node->parent;
}

/// How much running text there is in each node, with all below it.
class Prose {
 public:
  Prose(const Page& page, const std::vector<Block>& blocks) : in_(page.nodes().size(), 0) {
    for (const Block& block : blocks) in_[block.node->index] += prose_of(block);
    for (std::size_t index = in_.size() - 1; index > 0; --index) {
      in_[page.nodes()[index].parent->index] += in_[index];
    }
  }

  double in(const Node& node) const { return in_[node.index]; }
  double share(const Node& node) const {
    return in_.front() == 0 ? 0 : in_[node.index] / in_.front();
  }

 private:
  std::vector<double> in_;  // by node
};

/// Which nodes are not of the article by what they are called, with all below them. One that has
/// the bulk of the prose or the headline in it stands around the article instead.
std::vector<bool> asides_of(const Page& page, const Prose& prose) {
  constexpr double bulk = 0.5;
  std::vector<bool> has_headline(page.nodes().size(), false);
  for (const Node& node : page.nodes()) {
    for (const Node* each = node.name == "h1" ? &node : nullptr; each != nullptr;
         each = each->parent) {
      has_headline[each->index] = true;
    }
  }
  std::vector<bool> asides(page.nodes().size(), false);
  for (const Node& node : page.nodes()) {
    if (node.parent == nullptr) continue;
    const bool around = has_headline[node.index] || prose.share(node) >= bulk;
    asides[node.index] =
        asides[node.parent->index] || (!around && standing_of(node) != Standing::Unknown);
  }
  return asides;
}

/// The element with the most prose of those that the page declares to be the article's body;
/// nullptr if none has enough to be it.
const Node* declared_body(const Page& page, const Prose& prose) {
  constexpr double least_share = 0.1;
  const Node* best = nullptr;
  for (const Node& node : page.nodes()) {
    if (!has_word(attribute(node, "itemprop"), "articleBody")) continue;
    if (best == nullptr || prose.in(node) > prose.in(*best)) best = &node;
  }
  return best != nullptr && prose.share(*best) > least_share ? best : nullptr;
}

/// The smallest element that has nearly all of the prose.
const Node* container_of(const Page& page, const Prose& prose) {
  const Node* node = declared_body(page, prose);
  if (node != nullptr) return node;
  constexpr double most = 0.85;
  node = &page.root();
  for (const Node* child = node->first; child != nullptr;) {
    if (!child->name.empty() && prose.in(*child) > most * prose.in(*node)) {
      node = child;
      child = child->first;
    } else {
      child = child->next;
    }
  }
  return node;
}

bool is_below(const Node* node, const Node* top) {
  while (node != nullptr && node != top) node = node->parent;
  return node != nullptr;
}

/// Whether a block in the article's element is of the article.
bool is_text(const Block& block, const std::vector<std::string>& titles) {
  constexpr double most_links = 0.5;
  constexpr std::size_t long_text = 250;
  if (block.link_share() >= most_links) return false;
  if (block.letters < long_text && is_stock_phrase(block.text)) return false;
  return std::find(titles.begin(), titles.end(), block.text) == titles.end();
}

using Blocks = std::vector<const Block*>;

/// Without what stands before the first and behind the last block that has prose, or stands among
/// those that have.
void trim_ends(Blocks& blocks) {
  std::vector<const Node*> contexts;
  for (const Block* block : blocks) {
    if (prose_of(*block) > 0) contexts.push_back(context_of(*block));
  }
  const auto belongs = [&](const Block* block) {
    if (prose_of(*block) > 0) return true;
    const std::ptrdiff_t several = block->node->name == "p" ? 1 : 2;
    return std::count(contexts.begin(), contexts.end(), context_of(*block)) >= several;
  };
  blocks.erase(blocks.begin(), std::find_if(blocks.begin(), blocks.end(), belongs));
  blocks.erase(std::find_if(blocks.rbegin(), blocks.rend(), belongs).base(), blocks.end());
}

/// Without headings that have no text below them, and all behind one that begins other articles
/// when most of the prose stands before it.
void trim_headings(Blocks& blocks) {
  double all = 0;
  for (const Block* block : blocks) all += prose_of(*block);
  constexpr double most = 0.7;
  double before = 0;
  const auto end = std::find_if(blocks.begin(), blocks.end(), [&](const Block* block) {
    before += prose_of(*block);
    return is_heading(*block->node) && before > most * all && heads_other_articles(block->text);
  });
  blocks.erase(end, blocks.end());
  while (!blocks.empty() && is_heading(*blocks.back()->node)) blocks.pop_back();
}

/// The cells of a table's row stand on one line.
std::string_view separator(const Block& before, const Block& block) {
  const bool same_row = is_cell(*before.node) && is_cell(*block.node) &&
                        before.node->parent == block.node->parent && before.node != block.node;
  return same_row ? " " : "\n\n";
}

std::string joined(const Blocks& blocks) {
  std::string text;
  const Block* before = nullptr;
  for (const Block* block : blocks) {
    if (before != nullptr) text += separator(*before, *block);
    text += block->text;
    before = block;
  }
  return text;
}

}  // namespace

std::string main_text(const Page& page, const std::vector<std::string>& titles) {
  const std::vector<bool> asides = asides_of(page, Prose(page, blocks_of(page, {})));
  const std::vector<Block> blocks = blocks_of(page, asides);
  const Prose prose(page, blocks);
  const Node* const container = container_of(page, prose);
  if (prose.in(*container) == 0) return {};
  Blocks kept;
  for (const Block& block : blocks) {
    if (is_below(block.node, container) && is_text(block, titles)) kept.push_back(&block);
  }
  trim_ends(kept);
  trim_headings(kept);
  return joined(kept);
}

}  // namespace news::html
