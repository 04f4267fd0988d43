#include "indexer/places/generator/name_table.h"

#include <algorithm>
#include <cstddef>
#include <ostream>
#include <string_view>
#include <utility>
#include <vector>

namespace news {

namespace {

constexpr std::size_t longest_key = 60;

std::array<char, 2> letters(std::string_view country) { return {country[0], country[1]}; }

/// Ascii only: a stem may end inside a character.
void print_string(std::string_view text, std::ostream& out) {
  out << '"';
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80) {
      out << c;
    } else {
      out << '\\' << static_cast<char>('0' + (byte >> 6U))
          << static_cast<char>('0' + (byte >> 3U & 7U)) << static_cast<char>('0' + (byte & 7U));
    }
  }
  out << "\"\n";
}

void print_code(std::ostream& out, const std::array<char, 2>& code) {
  if (code[0] == 0) {
    out << "{}";
  } else {
    out << "{'" << code[0] << "','" << code[1] << "'}";
  }
}

void print_name(std::ostream& out, const PlaceName& name) {
  out << '{' << name.key << ',' << int{name.key_size} << ",PlaceKind("
      << static_cast<int>(name.kind) << ")," << int{name.flags} << ',' << int{name.longest} << ',';
  print_code(out, name.code);
  out << ',';
  print_code(out, name.other);
  out << "},\n";
}

/// The first word of a key together with its language: `uk:сполучен` of `uk:сполучен штат`.
std::string first_word(const std::string& key) { return key.substr(0, key.find(' ')); }

}  // namespace

void NameTable::add(const std::string& key, PlaceKind kind, std::string_view country,
                    std::uint8_t flags, std::uint64_t population) {
  if (key.empty() || key.size() > longest_key) return;
  const auto [place, is_new] = entries_.try_emplace(key);
  Entry& entry = place->second;
  if (is_new || entry.name.kind == PlaceKind::None) {
    entry.name.kind = kind;
    entry.name.code = letters(country);
    entry.name.flags |= flags;
    entry.population = population;
    return;
  }
  if (entry.name.country() == country) {
    entry.name.flags |= flags;
    return;
  }
  constexpr std::uint64_t much_larger = 5;
  const bool is_rival = kind == entry.name.kind && !entry.name.is(PlaceName::capital) &&
                        population * much_larger >= entry.population;
  const bool is_state = (flags & PlaceName::state) != 0 && kind != entry.name.kind;
  if ((is_rival || is_state) && entry.name.other[0] == 0) entry.name.other = letters(country);
}

void NameTable::flag(const std::string& key, std::uint8_t flags) {
  entries_[key].name.flags |= flags;
}

bool NameTable::is(const std::string& key, PlaceKind kind) const {
  const auto found = entries_.find(key);
  return found != entries_.end() && found->second.name.kind == kind;
}

void NameTable::add_thing(const std::string& key) {
  const auto found = entries_.find(first_word(key));
  const bool begins_with_place =
      found != entries_.end() && found->second.name.kind != PlaceKind::None;
  if (begins_with_place && key.size() <= longest_key) {
    entries_.try_emplace(key).first->second.name.kind = PlaceKind::Thing;
  }
}

void NameTable::note_first_words() {
  std::vector<std::pair<std::string, std::uint8_t>> firsts;
  for (const auto& [key, entry] : entries_) {
    const auto words = static_cast<std::uint8_t>(std::count(key.begin(), key.end(), ' ') + 1);
    if (words > 1) firsts.emplace_back(first_word(key), words);
  }
  for (const auto& [word, words] : firsts) {
    std::uint8_t& longest = entries_[word].name.longest;
    longest = std::max(longest, words);
  }
}

void NameTable::print(std::ostream& out) {
  note_first_words();
  std::vector<std::string> keys;
  for (const auto& [key, entry] : entries_) keys.push_back(key);
  std::sort(keys.begin(), keys.end());
  std::vector<PlaceName> slots(entries_.size() * 3 / 2 + 1);
  std::uint32_t at = 0;
  out << "constexpr char key_text[] =\n";
  for (const std::string& key : keys) {
    print_string(key, out);
    PlaceName name = entries_[key].name;
    name.key = at;
    name.key_size = static_cast<std::uint8_t>(key.size());
    at += name.key_size;
    std::size_t slot = place_hash(key) % slots.size();
    while (slots[slot].key_size != 0) slot = (slot + 1) % slots.size();
    slots[slot] = name;
  }
  out << ";\nconstexpr PlaceName place_names[] = {\n";
  for (const PlaceName& name : slots) print_name(out, name);
  out << "};\n";
}

}  // namespace news
