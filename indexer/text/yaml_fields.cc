#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <string>

#include "indexer/text/front_matter.h"
#include "indexer/text/front_matter_fields.h"

namespace news {
namespace {

/// Copies nodes to values, within the bounds: aliases can make a few lines grow without end.
class Copier {
 public:
  // NOLINTNEXTLINE(misc-no-recursion): at most max_meta_depth deep.
  MetaValue copy(const YAML::Node& node, int depth) {
    if (depth > max_meta_depth) throw BadFrontMatter("the front matter is nested too deeply");
    if (++values_ > max_meta_values) {
      throw BadFrontMatter(
          "the front matter has more than 20,000 values, aliases counted as often "
          "as they are used");
    }
    MetaValue value;
    if (node.IsScalar()) value.text = node.Scalar();
    if (node.IsSequence()) {
      for (const YAML::Node& item : node) value.list.push_back(copy(item, depth + 1));
    }
    if (node.IsMap()) {
      for (const auto& entry : node) {
        if (!entry.first.IsScalar()) continue;
        value.map.push_back({entry.first.Scalar(), copy(entry.second, depth + 1)});
      }
    }
    return value;
  }

 private:
  std::size_t values_ = 0;
};

/// The library's parser calls itself for every level, flow or block.
void refuse_depth(std::string_view fields) {
  constexpr std::ptrdiff_t max_open = 64;
  constexpr std::size_t max_indent = 512;
  std::ptrdiff_t open = 0;
  std::size_t indent = 0;
  bool at_start = true;
  for (const char c : fields) {
    if (c == '[' || c == '{') ++open;
    if (c == ']' || c == '}') open = std::max<std::ptrdiff_t>(open - 1, 0);
    if (c == '\n') {
      at_start = true;
      indent = 0;
    } else if (at_start) {
      at_start = c == ' ' || c == '-' || c == '?' || c == '\t';
      indent += at_start ? 1 : 0;
    }
    if (open > max_open || indent > max_indent) {
      throw BadFrontMatter("the front matter is nested too deeply");
    }
  }
}

}  // namespace

MetaValue read_yaml_fields(std::string_view fields) {
  refuse_depth(fields);
  try {
    return Copier().copy(YAML::Load(std::string(fields)), 0);
  } catch (const YAML::Exception& e) {
    throw BadFrontMatter(std::string("the front matter is not YAML: ") + e.what());
  }
}

}  // namespace news
