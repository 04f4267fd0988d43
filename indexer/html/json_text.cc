#include "indexer/html/json_text.h"

#include <array>

namespace news::html {
namespace {

constexpr std::string_view white = " \t\r\n";

bool drop_front(std::string_view& text, std::string_view part) {
  if (!text.starts_with(part)) return false;
  text.remove_prefix(part.size());
  return true;
}

bool drop_back(std::string_view& text, std::string_view part) {
  if (!text.ends_with(part)) return false;
  text.remove_suffix(part.size());
  return true;
}

/// Takes off what stands around the JSON, layer by layer.
std::string_view unwrapped(std::string_view text) {
  constexpr std::array before{"<!--", "//", "/*", "*/", "<![CDATA["};
  constexpr std::array behind{"-->", "//", "/*", "*/", "]]>", ";"};
  for (bool changed = true; changed;) {
    changed = false;
    text.remove_prefix(std::min(text.find_first_not_of(white), text.size()));
    text = text.substr(0, text.find_last_not_of(white) + 1);
    for (const std::string_view mark : before) changed = drop_front(text, mark) || changed;
    for (const std::string_view mark : behind) changed = drop_back(text, mark) || changed;
  }
  return text;
}

/// Copies JSON and mends what is between and in its strings.
class Mender {
 public:
  explicit Mender(std::string_view text) : text_(text) {}

  std::string mended() {
    result_.reserve(text_.size());
    for (at_ = 0; at_ < text_.size(); ++at_) {
      if (in_string_) {
        step_in_string();
      } else {
        step_between();
      }
    }
    return std::move(result_);
  }

 private:
  void step_between() {
    const char c = text_[at_];
    in_string_ = c == '"';
    const std::size_t next = text_.find_first_not_of(white, at_ + 1);
    const bool closes =
        next != std::string_view::npos && (text_[next] == ']' || text_[next] == '}');
    if (c != ',' || !closes) result_ += c;
  }

  void step_in_string() {
    const char c = text_[at_];
    if (c == '\\') return step_escape();
    in_string_ = c != '"';
    result_ += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
  }

  void step_escape() {
    constexpr std::string_view known = "\"\\/bfnrtu";
    const char next = at_ + 1 < text_.size() ? text_[at_ + 1] : ' ';
    if (known.find(next) == std::string_view::npos) return;
    result_ += '\\';
    result_ += next;
    ++at_;
  }

  std::string_view text_;
  std::string result_;
  std::size_t at_ = 0;
  bool in_string_ = false;
};

}  // namespace

std::string mended_json(std::string_view script) { return Mender(unwrapped(script)).mended(); }

}  // namespace news::html
