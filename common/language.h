#pragma once

#include <string>
#include <string_view>

namespace news {

/// The English name of a language by its BCP 47 tag, from ICU (`Ukrainian`, `British English`); the
/// tag itself if ICU has none. May be called from several threads.
std::string language_name(std::string_view tag);

}  // namespace news
