#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace news {

/// What a name stands for. Where it stands for several, the first of these that fits, but for a
/// Thing, which is taken where it is the longest name: `guinea pig`.
enum class PlaceKind : std::uint8_t { None, Country, Demonym, City, Region, Thing };

/// One name of the gazetteer. Keys are folded words joined by spaces; those of one language are
/// stems (NameStemmer) behind its code: `uk:україн`. Adjectives
/// that have the stem of their country's name have one more (adjective_key): `fr=francais`.
struct PlaceName {
  std::uint32_t key = 0;  ///< Where it begins in the text of all keys.
  std::uint8_t key_size = 0;
  PlaceKind kind = PlaceKind::None;
  std::uint8_t flags = 0;
  std::uint8_t longest = 0;  ///< Words of the longest name that begins with this word.
  std::array<char, 2> code{};
  std::array<char, 2> other{};  ///< Another country that it may stand for; zeros for none.

  static constexpr std::uint8_t given_name = 1;   ///< Also a person's given name.
  static constexpr std::uint8_t common_word = 2;  ///< Also a word of English in lower case.
  static constexpr std::uint8_t capital = 4;      ///< The capital of its country.
  static constexpr std::uint8_t state = 8;        ///< A state or province that towns are told by.
  static constexpr std::uint8_t surname = 16;     ///< Also a person's surname.
  bool is(std::uint8_t flag) const { return (flags & flag) != 0; }
  std::string_view country() const { return {code.data(), code.size()}; }
  std::string_view other_country() const {
    return other[0] == 0 ? std::string_view{} : std::string_view{other.data(), other.size()};
  }
};

/// The name with this key; nullptr where there is none. The table is made when the programs are
/// built (make_gazetteer) and is part of the program, so nothing is loaded. From any thread.
const PlaceName* find_place(std::string_view key);

/// Whether a folded word, or that of which it is a plural or a past form, is written in lower case
/// in English. One in fifty other words is taken for one (a Bloom filter).
bool is_common_english(std::string_view form);

/// Countries that have a border with this one, as pairs of letters one after another.
std::string_view neighbours_of(std::string_view country);

/// The hash of keys and words, the same in the program and in make_gazetteer (FNV-1a).
constexpr std::uint64_t place_hash(std::string_view key) {
  std::uint64_t hash = 14695981039346656037ULL;
  for (const char c : key) {
    hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
  }
  return hash ^ (hash >> 29U);
}

}  // namespace news
