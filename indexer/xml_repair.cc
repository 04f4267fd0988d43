#include "indexer/xml_repair.h"

#include <algorithm>

#include "indexer/xml_tag.h"

namespace news {
namespace {

constexpr std::size_t piece_size = 16u << 10;
// A tag, a DOCTYPE or a reference that does not end within this is none.
constexpr std::size_t longest_markup = 1u << 20;
// What begins a section can be told by so many bytes.
constexpr std::size_t lookahead = 64;

/// Where the DOCTYPE that `rest` begins with ends, which may hold declarations in brackets;
/// nothing if it does not.
std::optional<std::size_t> end_of_doctype(std::string_view rest) {
  bool in_brackets = false;
  char quote = 0;
  for (std::size_t i = 0; i < rest.size(); ++i) {
    const char c = rest[i];
    if (quote != 0) {
      if (c == quote) quote = 0;
    } else if (!in_brackets && (c == '"' || c == '\'')) {
      quote = c;
    } else if (c == '[' || c == ']') {
      in_brackets = c == '[';
    } else if (c == '>' && !in_brackets) {
      return i + 1;
    }
  }
  return std::nullopt;
}

}  // namespace

const std::vector<XmlRepair::Section>& XmlRepair::sections() {
  static const std::vector<Section> all{
      {"<![CDATA[", "]]>", true}, {"<!--", "-->", false}, {"<?", "?>", false}, {"<!", ">", false}};
  return all;
}

bool XmlRepair::fill() {
  in_.erase(0, at_);
  at_ = 0;
  if (at_end_) return false;
  const std::string text = decoder_.read();
  at_end_ = text.empty();
  in_ += text;
  return true;
}

std::optional<XmlPiece> XmlRepair::read() {
  out_.clear();
  const std::uint64_t lines_before = lines_;
  while (!refusal_ && out_.size() < piece_size) {
    if (is_border(std::string_view(in_).substr(at_))) {
      if (!out_.empty()) break;
      begins_ = is_fresh_ = true;
      declares_entities_ = false;
      is_closed_ = false;
    }
    if (!step() && !fill()) break;
  }
  if (out_.empty()) return std::nullopt;
  XmlPiece piece{.text = std::move(out_), .begins_document = begins_, .lines_before = lines_before};
  begins_ = false;
  return piece;
}

/// Whether another document begins here.
bool XmlRepair::is_border(std::string_view rest) const {
  if (!is_closed_ || section_ != nullptr || rest.size() < 2 || rest[0] != '<') return false;
  return begins_xml_name(rest[1]) || rest.starts_with("<?xml ") || rest.starts_with("<!DOCTYPE");
}

/// Deals with what stands next; false if more must be read for it.
bool XmlRepair::step() {
  if (section_ != nullptr) return step_section();
  const std::string_view rest = std::string_view(in_).substr(at_);
  if (rest.empty()) return false;
  if (rest.size() < lookahead && !at_end_) return false;
  if (rest.front() == '<') return step_markup(rest);
  if (rest.front() == '&') return step_reference(rest);
  if (rest.front() == '>') {
    // Or it might end a "]]>", which is forbidden in text.
    out_ += "&gt;";
    ++at_;
    return true;
  }
  pass(std::min(rest.find_first_of("<&>"), rest.size()));
  return true;
}

bool XmlRepair::step_reference(std::string_view rest) {
  const XmlReference reference = read_reference(rest);
  out_ += reference.text;
  at_ += reference.size;
  return true;
}

bool XmlRepair::step_section() {
  const std::string_view rest = std::string_view(in_).substr(at_);
  const std::size_t end = rest.find(section_->end);
  const bool found = end != std::string_view::npos;
  std::size_t count = rest.size();
  if (found) count = end + section_->end.size();
  // The end mark may be cut by the end of what is read.
  if (!found && !at_end_) count -= std::min(count, section_->end.size() - 1);
  if (section_->is_kept) {
    pass(count);
  } else {
    leave_out(count);
  }
  if (found) section_ = nullptr;
  return found;
}

bool XmlRepair::step_markup(std::string_view rest) {
  if (rest.starts_with("<!DOCTYPE") && is_fresh_) return step_declaration(rest);
  // CDATA is text, which can stand in an element only.
  const auto found =
      std::find_if(sections().begin(), sections().end(),
                   [&](const Section& section) { return rest.starts_with(section.begin); });
  if (found != sections().end()) {
    section_ = &*found;
    if (found->is_kept) {
      pass(found->begin.size());
    } else {
      leave_out(found->begin.size());
    }
    return true;
  }
  return rest.starts_with("</") ? step_end_tag(rest) : step_start_tag(rest);
}

bool XmlRepair::step_declaration(std::string_view rest) {
  const std::optional<std::size_t> end = end_of_doctype(rest);
  if (!end && !at_end_ && rest.size() < longest_markup) return false;
  const std::string_view declaration = rest.substr(0, end.value_or(rest.size()));
  declares_entities_ = declaration.find("<!ENTITY") != std::string_view::npos;
  leave_out(declaration.size());
  return true;
}

bool XmlRepair::step_end_tag(std::string_view rest) {
  const std::size_t end = rest.find_first_of("><", 1);
  if (end == std::string_view::npos && !at_end_ && rest.size() < longest_markup) return false;
  if (end == std::string_view::npos) return leave_out(rest.size()), true;
  std::string_view name = rest.substr(2, end - 2);
  name = name.substr(0, name.find_first_of(" \t\r\n"));
  close(name);
  leave_out(rest[end] == '>' ? end + 1 : end);
  return true;
}

bool XmlRepair::step_start_tag(std::string_view rest) {
  const bool may_be_one = rest.size() > 1 && begins_xml_name(rest[1]);
  const std::optional<XmlTag> tag = may_be_one ? read_start_tag(rest) : std::nullopt;
  if (may_be_one && !tag && !at_end_ && rest.size() < longest_markup) return false;
  if (!tag) {
    out_ += "&lt;";
    ++at_;
    return true;
  }
  if (!apart_.empty() && tag->name == apart_) close(apart_);
  const bool is_flat = open_.size() >= max_depth;
  if (!is_flat || tag->is_empty) out_ += tag->text;
  lines_ += static_cast<std::uint64_t>(std::count(tag->text.begin(), tag->text.end(), '\n'));
  is_fresh_ = false;
  if (!tag->is_empty) {
    open(tag->name);
  } else if (open_.empty()) {
    is_closed_ = true;
  }
  at_ += tag->size;
  return true;
}

/// Copies bytes of the source.
void XmlRepair::pass(std::size_t count) {
  const std::string_view text = std::string_view(in_).substr(at_, count);
  append_clean(text, out_);
  lines_ += static_cast<std::uint64_t>(std::count(text.begin(), text.end(), '\n'));
  at_ += count;
}

/// Passes over bytes of the source, of which only the line ends are copied.
void XmlRepair::leave_out(std::size_t count) {
  const std::string_view text = std::string_view(in_).substr(at_, count);
  const auto lines = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
  out_.append(lines, '\n');
  lines_ += lines;
  at_ += count;
}

void XmlRepair::open(std::string_view name) {
  open_.emplace_back(name);
  // Only now is it known what kind of document that would have been.
  if (declares_entities_) {
    refusal_ =
        "declares XML entities of its own, which can name files and grow without bound; take them "
        "out";
  } else if (open_.size() > refused_depth) {
    refusal_ =
        "is nested deeper than " + std::to_string(refused_depth) + " elements; mend it there";
  }
}

/// Closes the element and what is still open in it; an end without a beginning is left out.
void XmlRepair::close(std::string_view name) {
  const auto found = std::find(open_.rbegin(), open_.rend(), name);
  if (found == open_.rend()) return;
  for (bool done = false; !done; open_.pop_back()) {
    done = open_.back() == name;
    if (open_.size() <= max_depth) out_ += "</" + open_.back() + '>';
  }
  is_closed_ = open_.empty();
}

}  // namespace news
