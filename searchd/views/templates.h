#pragma once

#include <kainjow/mustache.hpp>
#include <map>
#include <string>
#include <string_view>

namespace news {

/// The values that a template shows.
using View = kainjow::mustache::data;
using ViewList = kainjow::mustache::list;

/// Sets `name` to a text; to nothing if the text is empty, which Mustache would hold for true.
/// Always set what a template asks for, or it is looked up in what is around it.
void set_text(View& view, const std::string& name, const std::string& text);
/// Sets `name` to a list; an empty one is nothing.
void set_list(View& view, const std::string& name, const ViewList& list);

/// The templates of web/templates, parsed once. May be used by several threads.
class Templates {
 public:
  /// Throws Error if a template is not one.
  Templates();

  /// Renders a page, such as `search`.
  std::string render(std::string_view page, const View& view) const;

 private:
  // Rendering is not const in kainjow, though it changes nothing without lambdas and partials.
  mutable std::map<std::string, kainjow::mustache::mustache, std::less<>> pages_;
};

}  // namespace news
