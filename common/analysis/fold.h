#pragma once

#include <string>
#include <string_view>

namespace news {

/// A word for comparing: Unicode's case folding and compatibility forms (ß is ss, Ａ is a, ﬁ is
/// fi), digits of every script as 0 to 9, and without diacritics in Latin, Greek, Arabic and Hebrew
/// (also ł ø đ ð ħ ŧ ı æ œ þ as letters of English). In Cyrillic ё is е and stress marks go, but
/// й ї ў ґ are letters of their own and stay. Soft hyphens and other invisible characters go.
/// fold(fold(x)) is fold(x). Invalid UTF-8 becomes U+FFFD. May be called from several threads.
std::string fold(std::string_view text);

}  // namespace news
