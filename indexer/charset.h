#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace news {

/// `bytes` in UTF-8, read as `charset` (a name as in MIME or HTML, any case); what cannot be read
/// becomes U+FFFD. Nothing if there is no such charset.
std::optional<std::string> to_utf8(std::string_view bytes, const std::string& charset);

/// `bytes` in UTF-8, whatever they are: by their byte order mark; as they are if they are valid
/// UTF-8; as `declared` if that is a charset; else by what they look like, windows-1252 failing
/// all. ISO-8859-1 is read as windows-1252, as browsers do.
std::string decode_text(std::string_view bytes, const std::string& declared = {});

}  // namespace news
