#include "indexer/readers/xml_source.h"

#include <utility>

#include "indexer/readers/native_article.h"

namespace news {
namespace {

using namespace std::string_view_literals;

class Memory : public ByteStream {
 public:
  explicit Memory(std::string_view bytes) : bytes_(bytes) {}
  std::size_t read(char* buffer, std::size_t size) override {
    const std::size_t count = bytes_.copy(buffer, size);
    bytes_.remove_prefix(count);
    return count;
  }

 private:
  std::string_view bytes_;
};

/// Whether it begins with `<`, in any encoding that XML comes in.
bool may_be_xml(std::string_view beginning) {
  const std::size_t start = beginning.find_first_not_of(" \t\r\n\xef\xbb\xbf\xff\xfe\0"sv);
  return start != std::string_view::npos && beginning[start] == '<';
}

/// The root element if its tag ends in `beginning`.
std::string root_within(std::string_view beginning) {
  std::string root;
  Memory bytes(beginning);
  XmlElements elements(bytes, beginning.size() * 4, [&](std::string_view name, int) {
    if (root.empty()) root = name;
    return false;
  });
  try {
    elements.next();
  } catch (const BrokenXml&) {
    return root;  // The beginning is cut anywhere.
  }
  return root;
}

}  // namespace

std::string root_element(std::string_view beginning) {
  if (!may_be_xml(beginning)) return {};
  constexpr std::size_t enough_for_most = 1024;
  std::string root = root_within(beginning.substr(0, enough_for_most));
  return root.empty() ? root_within(beginning) : root;
}

bool read_elements(const Source& source, Intake& intake, XmlElements::Wanted wanted,
                   const std::function<void(const XmlNode*, const Place&)>& take,
                   std::string apart) {
  XmlElements elements(source.bytes, max_article_bytes, std::move(wanted), std::move(apart));
  try {
    while (const XmlNode* element = elements.next()) {
      take(element, {.source = source.name, .line = elements.line()});
    }
  } catch (const BrokenXml& broken) {
    intake.rejected({.source = source.name, .line = broken.line()}, broken.what(), {});
    return false;
  }
  return true;
}

}  // namespace news
