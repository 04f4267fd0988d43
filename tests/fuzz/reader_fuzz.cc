#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/article_json.h"
#include "indexer/enrich.h"
#include "indexer/readers/reader.h"

namespace news {
namespace {

class Bytes : public ByteStream {
 public:
  explicit Bytes(std::string_view bytes) : bytes_(bytes) {}

  std::size_t read(char* buffer, std::size_t size) override {
    // In pieces of odd sizes, so that what a reader looks for is cut anywhere.
    const std::size_t count = bytes_.copy(buffer, std::min<std::size_t>(size, 97));
    bytes_.remove_prefix(count);
    return count;
  }

 private:
  std::string_view bytes_;
};

/// Takes everything, and sees that an article can be stored and read back.
class Everything : public Intake {
 public:
  void article(Article&& article, const Place&) override {
    enrich(article);
    std::vector<std::string> warnings;
    if (parse_article(print_article(article), warnings).id != article.id) __builtin_trap();
  }
  void rejected(const Place& place, const std::string& reason, std::string_view) override {
    if (reason.empty() || place.source.empty()) __builtin_trap();
  }
  void warning(const Place&, const std::string&) override {}
  void removed(const std::string&, const Place&) override {}
  void skipped(const Place&, std::string_view) override {}
};

}  // namespace
}  // namespace news

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace news;
  Bytes bytes({reinterpret_cast<const char*>(data), size});
  Everything intake;
  try {
    read_source(bytes, "fuzz", {.format = FORMAT, .map = {}}, intake);
  } catch (const BadSource&) {
    return 0;
  }
  return 0;
}
