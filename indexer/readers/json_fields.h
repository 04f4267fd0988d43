#pragma once

#include <functional>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace news {

/// Sees each value of JSON as soon as it is whole, inner ones first. `depth` is that of the
/// brackets around it; `key` is the name of the outermost object's member that it is or is in.
using JsonWatcher =
    std::function<void(int depth, const std::string& key, const nlohmann::json& value)>;

/// The JSON that `text` is; what is nested deeper than 100 levels is left out. Throws BadArticle if
/// it is none.
nlohmann::json read_json_text(std::string_view text, const JsonWatcher& watcher = {});

/// What readers ask of JSON that may have any shape: a member that is not there or of another type
/// is empty.
namespace json_field {

/// The member of an object; null if there is none.
const nlohmann::json& member(const nlohmann::json& object, const char* name);
/// A string as it stands, a number or truth value as it is written.
std::string text(const nlohmann::json& object, const char* name);
/// The first of these members that has a text.
std::string first_text(const nlohmann::json& object, const std::vector<const char*>& names);
/// The elements of an array or of an object; the value itself if it is neither, none if it is null.
std::vector<const nlohmann::json*> elements(const nlohmann::json& object, const char* name);
/// The names of the elements: each a string, or an object that has a `name`.
std::vector<std::string> names(const nlohmann::json& object, const char* name);

}  // namespace json_field

/// The names of the members of the first object in JSON that begins so; those of objects in it are
/// left out.
std::vector<std::string_view> first_members(std::string_view beginning);

}  // namespace news
