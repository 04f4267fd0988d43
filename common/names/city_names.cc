#include "common/names/city_names.h"

#include "common/names/name_groups.h"

namespace news {

namespace {

// city_text: a line for each city, its names with commas between; one literal, which every
// compiler we build with takes.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Woverlength-strings"
#include "city_names.inc"
#pragma GCC diagnostic pop

}  // namespace

std::vector<std::string_view> names_of_city(std::string_view form) {
  static const NameGroups cities(city_text);
  return cities.group_of(form);
}

}  // namespace news
