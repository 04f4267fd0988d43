#include "indexer/places/gazetteer.h"

#include <cstddef>
#include <string>
#include <utility>

namespace news {

namespace {

// The keys are one literal of a megabyte, which every compiler we build with takes.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Woverlength-strings"
#include "gazetteer_tables.inc"
#pragma GCC diagnostic pop

std::string_view key_of(const PlaceName& name) {
  return std::string_view(key_text + name.key, name.key_size);
}

bool is_word(std::string_view form) {
  const std::uint64_t hash = place_hash(form);
  constexpr std::size_t bits = sizeof(common_words) * 8;
  for (unsigned probe = 0; probe < common_word_probes; ++probe) {
    const std::size_t bit = ((hash & 0xFFFFFFFFU) + probe * (hash >> 32U)) % bits;
    if ((common_words[bit / 64] >> (bit % 64) & 1U) == 0) return false;
  }
  return true;
}

/// Whether `form` is a word with this ending in place of `instead`.
bool is_inflected(std::string_view form, std::string_view ending, std::string_view instead) {
  if (form.size() < ending.size() + 3 || !form.ends_with(ending)) return false;
  return is_word(std::string(form.substr(0, form.size() - ending.size())).append(instead));
}

}  // namespace

const PlaceName* find_place(std::string_view key) {
  constexpr std::size_t slots = sizeof(place_names) / sizeof(place_names[0]);
  for (std::size_t slot = place_hash(key) % slots;; slot = (slot + 1) % slots) {
    const PlaceName& name = place_names[slot];
    if (name.key_size == 0) return nullptr;
    if (key_of(name) == key) return &name;
  }
}

bool is_common_english(std::string_view form) {
  return is_word(form) || is_inflected(form, "s", "") || is_inflected(form, "es", "") ||
         is_inflected(form, "ies", "y") || is_inflected(form, "ed", "") ||
         is_inflected(form, "ed", "e");
}

std::string_view neighbours_of(std::string_view country) {
  for (const auto& [code, neighbours] : borders) {
    if (code == country) return neighbours;
  }
  return {};
}

}  // namespace news
