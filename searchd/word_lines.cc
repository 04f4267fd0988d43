#include "searchd/word_lines.h"

#include <string.h>

#include <algorithm>

namespace news {

void WordLines::add(std::string_view words) {
  begins_.push_back(static_cast<std::uint32_t>(text_.size()));
  text_ += ' ';
  text_ += words;
  text_ += " \n";
}

void WordLines::finish() {
  text_.shrink_to_fit();
  begins_.shrink_to_fit();
}

std::string_view WordLines::line(std::size_t number) const {
  const std::size_t begin = begins_[number];
  const std::size_t end = number + 1 < begins_.size() ? begins_[number + 1] : text_.size();
  return std::string_view(text_).substr(begin, end - begin - 1);
}

// memmem, because std::string_view::find stops at every space.
std::size_t WordLines::next(const std::string& sought, std::size_t from) const {
  if (from >= text_.size()) return none;
  const void* found =
      memmem(text_.data() + from, text_.size() - from, sought.data(), sought.size());
  if (found == nullptr) return none;
  return static_cast<std::size_t>(static_cast<const char*>(found) - text_.data());
}

std::size_t WordLines::line_at(std::size_t at) const {
  const auto after = std::upper_bound(begins_.begin(), begins_.end(), at);
  return static_cast<std::size_t>(after - begins_.begin()) - 1;
}

}  // namespace news
