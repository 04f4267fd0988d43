#include "indexer/html/main_text.h"

#include <algorithm>
#include <string_view>

#include "indexer/html/blocks.h"
#include "indexer/html/boilerplate.h"
#include "indexer/html/classes.h"

namespace news::html {
namespace {

bool is_heading(const Node& node) {
  return node.name.size() == 2 && node.name[0] == 'h' && node.name[1] >= '1' && node.name[1] <= '6';
}

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

/// Finds the element that holds the article and what in it is not of it.
class Extraction {
 public:
  explicit Extraction(const Page& page)
      : page_(page), blocks_(blocks_of(page)), left_out_(page.nodes().size(), false) {
    sum_up();
    leave_out_asides();
    sum_up();
  }

  std::string text(const std::vector<std::string>& titles) const;

 private:
  void sum_up();
  void leave_out_asides();
  const Node* container() const;
  const Node* declared_body() const;
  double share(const Node& node) const { return total() == 0 ? 0 : prose_[node.index] / total(); }
  double total() const { return prose_.front(); }
  bool is_kept(const Block& block) const;

  const Page& page_;
  std::vector<Block> blocks_;
  std::vector<bool> left_out_;  // by node
  std::vector<double> prose_;   // by node, with all below
};

void Extraction::sum_up() {
  prose_.assign(page_.nodes().size(), 0);
  for (const Block& block : blocks_) {
    if (!left_out_[block.node->index]) prose_[block.node->index] += prose_of(block);
  }
  for (std::size_t index = prose_.size() - 1; index > 0; --index) {
    prose_[page_.nodes()[index].parent->index] += prose_[index];
  }
}

void Extraction::leave_out_asides() {
  constexpr double bulk = 0.5;  // an element with that much of the prose is not beside it
  for (const Node& node : page_.nodes()) {
    if (node.parent == nullptr) continue;
    const bool within = left_out_[node.parent->index];
    left_out_[node.index] =
        within || (standing_of(node) != Standing::Unknown && share(node) < bulk);
  }
}

const Node* Extraction::declared_body() const {
  constexpr double least = 0.4;
  for (const Node& node : page_.nodes()) {
    const bool declared = has_word(attribute(node, "itemprop"), "articleBody");
    if (declared && share(node) > least) return &node;
  }
  return nullptr;
}

const Node* Extraction::container() const {
  const Node* node = declared_body();
  if (node == nullptr) node = &page_.root();
  constexpr double most = 0.7;
  for (const Node* child = node->first; child != nullptr;) {
    if (!child->name.empty() && prose_[child->index] > most * prose_[node->index]) {
      node = child;
      child = child->first;
    } else {
      child = child->next;
    }
  }
  return node;
}

bool Extraction::is_kept(const Block& block) const {
  constexpr double most_links = 0.5;
  return !left_out_[block.node->index] && block.link_share() < most_links;
}

bool is_below(const Node* node, const Node* top) {
  while (node != nullptr && node != top) node = node->parent;
  return node != nullptr;
}

std::string Extraction::text(const std::vector<std::string>& titles) const {
  const Node* const top = container();
  if (prose_[top->index] == 0) return {};
  std::vector<const Block*> kept;
  for (const Block& block : blocks_) {
    const bool is_title = std::find(titles.begin(), titles.end(), block.text) != titles.end();
    if (is_kept(block) && is_below(block.node, top) && !is_title) kept.push_back(&block);
  }
  const auto is_prose = [](const Block* block) { return prose_of(*block) > 0; };
  const auto begin = std::find_if(kept.begin(), kept.end(), is_prose);
  const auto end = std::find_if(kept.rbegin(), kept.rend(), is_prose).base();
  std::string text;
  for (auto block = begin; block < end; ++block) {
    text += (text.empty() ? "" : "\n\n") + (*block)->text;
  }
  return text;
}

}  // namespace

std::string main_text(const Page& page, const std::vector<std::string>& titles) {
  return Extraction(page).text(titles);
}

}  // namespace news::html
