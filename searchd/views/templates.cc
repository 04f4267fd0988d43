#include "searchd/views/templates.h"

#include <utility>

#include "common/error.h"
#include "searchd/views/assets.h"

namespace news {

namespace {

constexpr std::string_view pages[] = {"home", "search", "article", "error"};

/// The text of a template with its partials put in: parsing them once is much faster than having
/// them parsed whenever they are rendered.
std::string whole_text(std::string_view name) {
  const std::string path = "templates/" + std::string(name) + ".mustache";
  const Asset* asset = find_asset(path);
  if (asset == nullptr) throw Error("no template " + path, "build searchd again");
  std::string text(asset->text);
  for (std::size_t begin = text.find("{{>"); begin != std::string::npos;
       begin = text.find("{{>", begin)) {
    const std::size_t end = text.find("}}", begin);
    if (end == std::string::npos) throw Error(path + " has a partial without an end");
    const std::string partial = text.substr(begin + 3, end - begin - 3);
    const std::size_t line_end = text.compare(end + 2, 1, "\n") == 0 ? 1 : 0;
    text.replace(begin, end + 2 + line_end - begin, whole_text(partial));
  }
  return text;
}

}  // namespace

void set_text(View& view, const std::string& name, const std::string& text) {
  view[name] = text.empty() ? View(false) : View(text);
}

void set_list(View& view, const std::string& name, const ViewList& list) {
  view[name] = View(list);
}

Templates::Templates() {
  for (const std::string_view page : pages) {
    kainjow::mustache::mustache parsed(whole_text(page));
    if (!parsed.is_valid()) {
      throw Error("web/templates: " + std::string(page) + ": " + parsed.error_message());
    }
    pages_.emplace(page, std::move(parsed));
  }
}

std::string Templates::render(std::string_view page, const View& view) const {
  return pages_.find(page)->second.render(view);
}

}  // namespace news
