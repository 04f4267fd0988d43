#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace news {

/// A start tag, written anew so that it is well-formed.
struct XmlTag {
  std::string_view name;  ///< Of the element, as in the source.
  std::string text;       ///< From `<` to `>`, with the line ends of the source.
  bool is_empty = false;  ///< Ends in `/>`.
  std::size_t size = 0;   ///< Bytes of the source that it takes.
};

/// Whether an element's name may begin with this byte of UTF-8.
bool begins_xml_name(char c);

/// The start tag that `source` begins with; nothing if it is none or does not end. Attributes
/// without quotes or value get them, those without a name or that are there already are left out.
std::optional<XmlTag> read_start_tag(std::string_view source);

/// What `source`, which begins with `&`, begins with.
struct XmlReference {
  std::string text;      ///< As it can stand in XML; `&amp;` for an `&` that begins none.
  std::size_t size = 1;  ///< Bytes of the source that it takes.
};
XmlReference read_reference(std::string_view source);

/// Appends text in which XML allows every character; what it forbids becomes a space.
void append_clean(std::string_view text, std::string& out);

}  // namespace news
