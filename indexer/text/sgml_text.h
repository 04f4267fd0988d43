#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace news {

/// An element of flat SGML: what stands in its open tag behind the name, and between its tags.
struct SgmlElement {
  std::string_view attributes;
  std::string_view content;
};

/// The first element of that name in `text`. Where it has no close tag its content goes up to the
/// end. Elements of one name do not stand in each other.
std::optional<SgmlElement> sgml_element(std::string_view text, std::string_view name);

/// The value of `name="..."` among the attributes; empty if there is none.
std::string sgml_attribute(std::string_view attributes, std::string_view name);

/// `content` with its entities decoded (those of control characters become nothing).
std::string sgml_text(std::string_view content);

/// The texts of the D elements in `content`: how a list is written.
std::vector<std::string> sgml_items(std::string_view content);

}  // namespace news
