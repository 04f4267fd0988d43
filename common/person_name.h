#pragma once

#include <string>
#include <string_view>

namespace news {

/// A name written in capitals as it is usually written: MARY MCDONALD is Mary McDonald, O'NEIL is
/// O'Neil, VAN DER BERG is van der Berg, JR. is Jr., III and initials stay. A name with a small
/// letter in it, and one of at most three letters, is as it was.
std::string usual_spelling(std::string_view name);

}  // namespace news
