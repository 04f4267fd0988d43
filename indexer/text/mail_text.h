#pragma once

#include <string>
#include <string_view>

namespace news {

/// The text of a message's plain part as paragraphs: lines put together, without the signature,
/// what is quoted of other messages behind the text, and the footer of a mailing list.
std::string mail_text(std::string_view plain, bool is_flowed);

}  // namespace news
