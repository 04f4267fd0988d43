#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace news {

struct MetaMember;

/// A value of front matter, whatever it was written in: a text, a list or a map. Numbers, truth
/// values and dates are texts as they were written.
struct MetaValue {
  std::string text;
  std::vector<MetaValue> list;
  std::vector<MetaMember> map;

  /// The member of that name, case aside; nullptr if there is none.
  const MetaValue* member(std::string_view name) const;
};

struct MetaMember {
  std::string name;
  MetaValue value;
};

/// The texts in it: itself, the items of a list, the names (`name`, `title`) of maps in a list.
/// What is empty is left out.
std::vector<std::string> texts_of(const MetaValue& value);

/// The first of those.
std::string text_of(const MetaValue& value);

}  // namespace news
