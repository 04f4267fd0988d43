#include "indexer/text/meta_value.h"

#include <algorithm>
#include <array>

#include "indexer/text/lines_of.h"

namespace news {
namespace {

constexpr std::array naming_members{"name", "title", "label", "url", "src"};

/// Its text, or what names it.
std::string own_text(const MetaValue& value) {
  if (!value.text.empty()) return value.text;
  for (const char* const name : naming_members) {
    const MetaValue* const member = value.member(name);
    if (member != nullptr && !member->text.empty()) return member->text;
  }
  return {};
}

}  // namespace

const MetaValue* MetaValue::member(std::string_view name) const {
  const auto found = std::find_if(
      map.begin(), map.end(), [&](const auto& entry) { return lower_ascii(entry.name) == name; });
  return found == map.end() ? nullptr : &found->value;
}

std::vector<std::string> texts_of(const MetaValue& value) {
  std::vector<std::string> texts;
  const auto add = [&](const MetaValue& one) {
    std::string text = own_text(one);
    if (!text.empty()) texts.push_back(std::move(text));
  };
  add(value);
  for (const MetaValue& item : value.list) add(item);
  return texts;
}

std::string text_of(const MetaValue& value) {
  std::vector<std::string> texts = texts_of(value);
  return texts.empty() ? std::string() : std::move(texts.front());
}

}  // namespace news
