#include "searchd/rendered_answer.h"

#include "searchd/views/json.h"

namespace news {

RenderedAnswer::RenderedAnswer(std::string_view text, bool gzip) : gzip_(gzip) {
  const auto time = find_took_ms(text);
  timed_ = !time.empty();
  const auto piece = [gzip](std::string_view part) {
    return gzip ? compress(part) : GzipPiece{std::string(part), 0, part.size()};
  };
  const std::size_t at = timed_ ? static_cast<std::size_t>(time.data() - text.data()) : text.size();
  before_ = piece(text.substr(0, at));
  after_ = piece(text.substr(at + time.size()));
}

std::string RenderedAnswer::body(double took_ms) const {
  const std::string time = timed_ ? print_took_ms(took_ms) : std::string();
  if (!gzip_) return before_.bytes + time + after_.bytes;
  const GzipPiece stored = store(time);
  return news::gzip({&before_, &stored, &after_});
}

}  // namespace news
