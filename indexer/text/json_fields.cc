#include <nlohmann/json.hpp>
#include <string>

#include "indexer/text/front_matter.h"
#include "indexer/text/front_matter_fields.h"

namespace news {
namespace {

using nlohmann::json;
using nlohmann::ordered_json;

// NOLINTNEXTLINE(misc-no-recursion): at most max_meta_depth deep.
MetaValue copy(const ordered_json& node, int depth) {
  if (depth > max_meta_depth) throw BadFrontMatter("the front matter is nested too deeply");
  MetaValue value;
  if (node.is_string()) {
    value.text = node.get<std::string>();
  } else if (node.is_array()) {
    for (const ordered_json& item : node) value.list.push_back(copy(item, depth + 1));
  } else if (node.is_object()) {
    for (const auto& [name, member] : node.items()) {
      value.map.push_back({name, copy(member, depth + 1)});
    }
  } else if (!node.is_null()) {
    value.text = node.dump();
  }
  return value;
}

}  // namespace

MetaValue read_json_fields(std::string_view fields) {
  ordered_json whole;
  try {
    whole = ordered_json::parse(fields);
  } catch (const json::exception& e) {
    throw BadFrontMatter(std::string("the front matter is not JSON: ") + e.what());
  }
  return copy(whole, 0);
}

}  // namespace news
