#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace news {

/// Where the first byte stands that is not valid UTF-8 (overlong forms and surrogates are not);
/// nothing if all is.
std::optional<std::size_t> find_invalid_utf8(std::string_view text);

/// `text` with each invalid sequence replaced by U+FFFD, for showing what somebody sent.
std::string repair_utf8(std::string_view text);

/// Valid UTF-8 to NFC; control characters become spaces but for line ends (CR LF becomes LF);
/// trimmed at both ends.
std::string clean_text(std::string_view utf8);
/// The same on one line: every run of white space becomes one space.
std::string clean_line(std::string_view utf8);

/// `&`, `<`, `>`, `"` and `'` as entities: safe in HTML text and in quoted attributes.
std::string escape_html(std::string_view utf8);

/// Whether there is a letter or a digit of any script in it.
bool has_letter_or_digit(std::string_view utf8);

/// The character (code point) at `at`, which moves past it; negative if the bytes there are not
/// valid UTF-8. `at` is below the size of `text`.
std::int32_t next_character(std::string_view text, std::size_t& at);

/// At most `bytes` bytes of `utf8`, never cut inside a character.
std::string_view truncate_utf8(std::string_view utf8, std::size_t bytes);

/// The first eight bytes as a number: of two texts whose numbers differ, the one with the lower
/// number comes first.
std::uint64_t beginning_of(std::string_view text);

/// Percent-encoded but for letters, digits and `-._~`: safe as one part of a path or a query.
std::string percent_encode(std::string_view bytes);

/// Among `words`, the one nearest to `word` by edit distance, if near enough to be meant
/// (a third of its length, at least 2).
std::optional<std::string> nearest_word(std::string_view word,
                                        const std::vector<std::string>& words);

}  // namespace news
