#include "indexer/xml_tag.h"

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <set>

#include "indexer/charset.h"

namespace news {
namespace {

constexpr std::string_view space = " \t\r\n";

bool is_one_of(char c, std::string_view set) { return set.find(c) != std::string_view::npos; }

bool is_alphanumeric(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool is_name(std::string_view text) {
  return !text.empty() && begins_xml_name(text.front()) &&
         std::all_of(text.begin(), text.end(), [](char c) {
           return is_alphanumeric(c) || begins_xml_name(c) || c == '-' || c == '.';
         });
}

/// The character of a number, as HTML reads it: 0x80 to 0x9f are those of windows-1252.
std::string character_reference(std::uint32_t code) {
  if (code >= 0x80 && code < 0xa0) {
    const char byte = static_cast<char>(code);
    return to_utf8({&byte, 1}, "windows-1252").value_or(" ");
  }
  const bool is_control = code < ' ' && code != '\t' && code != '\n' && code != '\r';
  const bool is_surrogate = code >= 0xd800 && code < 0xe000;
  if (is_control || is_surrogate || code == 0xfffe || code == 0xffff || code > 0x10ffff) return " ";
  return "&#" + std::to_string(code) + ';';
}

/// `number` is what stands between `&#` and `;`.
std::optional<std::uint32_t> code_of(std::string_view number) {
  const bool is_hex = number.starts_with('x') || number.starts_with('X');
  const std::string digits(number.substr(is_hex ? 1 : 0));
  constexpr std::size_t most_digits = 8;
  if (digits.empty() || digits.size() > most_digits) return std::nullopt;
  const char* allowed = is_hex ? "0123456789abcdefABCDEF" : "0123456789";
  if (digits.find_first_not_of(allowed) != std::string::npos) return std::nullopt;
  return static_cast<std::uint32_t>(std::stoul(digits, nullptr, is_hex ? 16 : 10));
}

std::string named_reference(const std::string& name) {
  constexpr std::array own{"lt", "gt", "amp", "quot", "apos"};
  if (std::find(own.begin(), own.end(), name) != own.end()) return '&' + name + ';';
  const auto* entity = htmlEntityLookup(reinterpret_cast<const xmlChar*>(name.c_str()));
  return entity == nullptr ? std::string() : "&#" + std::to_string(entity->value) + ';';
}

/// Reads a start tag from left to right.
class TagReader {
 public:
  explicit TagReader(std::string_view source) : source_(source) {}

  std::optional<XmlTag> read() {
    tag_.name = until(" \t\r\n/><");
    if (!is_name(tag_.name)) return std::nullopt;
    tag_.text = '<' + std::string(tag_.name);
    while (!ends()) {
      if (at_ >= source_.size()) return std::nullopt;
      if (!attribute()) return std::nullopt;
    }
    tag_.text += tag_.is_empty ? "/>" : ">";
    tag_.size = at_;
    return std::move(tag_);
  }

 private:
  std::string_view until(std::string_view stops) {
    const std::size_t end = std::min(source_.find_first_of(stops, at_), source_.size());
    const std::string_view part = source_.substr(at_, end - at_);
    at_ = end;
    return part;
  }

  void skip_space() {
    for (; at_ < source_.size() && is_one_of(source_[at_], space); ++at_) {
      if (source_[at_] == '\n') tag_.text += '\n';
    }
  }

  /// Whether the tag ends here, which is then passed. One that another tag runs into ends as well.
  bool ends() {
    skip_space();
    const std::string_view rest = source_.substr(at_);
    tag_.is_empty = rest.starts_with("/>");
    if (tag_.is_empty || rest.starts_with('>')) at_ += tag_.is_empty ? 2 : 1;
    return tag_.is_empty || rest.starts_with('>') || rest.starts_with('<');
  }

  /// Passes one attribute; false if the source ends in it.
  bool attribute() {
    if (is_one_of(source_[at_], "/=\"'")) return ++at_, true;
    const std::string_view name = until(" \t\r\n=/><");
    skip_space();
    std::string_view value = name;
    if (at_ < source_.size() && source_[at_] == '=') {
      ++at_;
      skip_space();
      if (at_ >= source_.size()) return false;
      const char quote = source_[at_];
      const bool is_quoted = quote == '"' || quote == '\'';
      if (is_quoted) ++at_;
      value = until(is_quoted ? std::string_view(&quote, 1) : " \t\r\n><");
      if (at_ >= source_.size()) return false;
      if (is_quoted) ++at_;
    }
    write(name, value);
    return true;
  }

  void write(std::string_view name, std::string_view value) {
    if (!is_name(name) || !written_.insert(name).second) return;
    tag_.text += ' ' + std::string(name) + "=\"";
    while (!value.empty()) {
      const std::size_t plain = std::min(value.find_first_of("&<\""), value.size());
      append_clean(value.substr(0, plain), tag_.text);
      value.remove_prefix(plain);
      if (value.empty()) break;
      const XmlReference reference = value.front() == '&'   ? read_reference(value)
                                     : value.front() == '<' ? XmlReference{"&lt;"}
                                                            : XmlReference{"&quot;"};
      tag_.text += reference.text;
      value.remove_prefix(reference.size);
    }
    tag_.text += '"';
  }

  std::string_view source_;
  std::size_t at_ = 1;
  XmlTag tag_;
  std::set<std::string_view> written_;
};

}  // namespace

bool begins_xml_name(char c) {
  return (is_alphanumeric(c) && !(c >= '0' && c <= '9')) || c == '_' || c == ':' ||
         static_cast<unsigned char>(c) >= 0x80;
}

std::optional<XmlTag> read_start_tag(std::string_view source) { return TagReader(source).read(); }

XmlReference read_reference(std::string_view source) {
  constexpr std::size_t longest = 40;
  const std::string_view near = source.substr(0, longest);
  const std::size_t end = near.find(';');
  if (end == std::string_view::npos || end < 2) return {"&amp;"};
  const std::string name(near.substr(1, end - 1));
  if (!name.starts_with('#')) {
    std::string text = named_reference(name);
    if (text.empty()) return {"&amp;"};
    return {std::move(text), end + 1};
  }
  const std::optional<std::uint32_t> code = code_of(std::string_view(name).substr(1));
  if (!code) return {"&amp;"};
  return {character_reference(*code), end + 1};
}

void append_clean(std::string_view text, std::string& out) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool is_control =
        static_cast<unsigned char>(c) < ' ' && c != '\t' && c != '\n' && c != '\r';
    const std::string_view three = text.substr(i, 3);
    const bool is_no_character = three == "\xef\xbf\xbe" || three == "\xef\xbf\xbf";
    out += is_control || is_no_character ? ' ' : c;
    if (is_no_character) i += 2;
  }
}

}  // namespace news
