#include "indexer/warc/header_fields.h"

#include <algorithm>

namespace news::warc {

namespace {
constexpr std::string_view white = " \t\r\n";
}

std::string lower(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return result;
}

std::string_view trim(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(white);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(white) - begin + 1);
}

void HeaderFields::add_line(std::string_view line) {
  const bool goes_on = !line.empty() && (line[0] == ' ' || line[0] == '\t');
  if (goes_on && !last_.empty()) {
    fields_[last_] += ' ';
    fields_[last_] += trim(line);
    return;
  }
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos) return;
  last_ = lower(trim(line.substr(0, colon)));
  fields_.emplace(last_, trim(line.substr(colon + 1)));
}

std::string_view HeaderFields::get(std::string_view name) const {
  const auto found = fields_.find(name);
  return found == fields_.end() ? std::string_view() : found->second;
}

}  // namespace news::warc
