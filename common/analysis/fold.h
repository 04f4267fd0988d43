#pragma once

#include <array>
#include <string>
#include <string_view>

namespace news {

/// A word for comparing: Unicode's case folding and compatibility forms (ß is ss, Ａ is a, ﬁ is
/// fi), digits of every script as 0 to 9, and without diacritics in Latin, Greek, Arabic and Hebrew
/// (also ł ø đ ð ħ ŧ ı æ œ þ as letters of English). In Cyrillic ё is е and stress marks go, but
/// й ї ў ґ are letters of their own and stay. Soft hyphens and other invisible characters go.
/// fold(fold(x)) is fold(x). Invalid UTF-8 becomes U+FFFD. May be called from several threads.
std::string fold(std::string_view text);

/// What becomes of one ASCII letter or digit, by byte; 0 of all others.
inline constexpr std::array<char, 256> ascii_folds = [] {
  std::array<char, 256> made{};
  for (unsigned char c = 'a'; c <= 'z'; ++c) made[c] = made[c ^ 0x20U] = static_cast<char>(c);
  for (unsigned char c = '0'; c <= '9'; ++c) made[c] = static_cast<char>(c);
  return made;
}();
inline char fold_ascii(char c) { return ascii_folds[static_cast<unsigned char>(c)]; }

}  // namespace news
