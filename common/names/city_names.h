#pragma once

#include <string_view>
#include <vector>

namespace news {

/// What a large city is called in other languages, folded, with a space between words: `munich`
/// gives munchen, muenchen, monachium, мюнхен and so on, itself too, and `new york` нью йорк. Empty
/// for what is no such city. The table is made of GeoNames while building (make_city_names) and has
/// capitals and cities of 150,000. From any thread.
std::vector<std::string_view> names_of_city(std::string_view form);

}  // namespace news
