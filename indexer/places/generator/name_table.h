#pragma once

#include <cstdint>
#include <iosfwd>
#include <string>
#include <string_view>
#include <unordered_map>

#include "indexer/places/gazetteer.h"

namespace news {

/// The gazetteer while it is made.
class NameTable {
 public:
  /// Says that `key` is the name of a place in `country`, which has `population` people. A name
  /// that is there with another country keeps it and gets this one beside it, where it is of the
  /// same kind and not five times smaller, or is a state's.
  void add(const std::string& key, PlaceKind kind, std::string_view country, std::uint8_t flags,
           std::uint64_t population);
  /// Adds flags to a name; one that is there only for its flags is no place.
  void flag(const std::string& key, std::uint8_t flags);
  /// A longer name of something else than a place, if a place's name begins it.
  void add_thing(const std::string& key);
  bool has(const std::string& key) const { return entries_.contains(key); }
  bool is(const std::string& key, PlaceKind kind) const;

  /// As definitions of `key_text` and `place_names` (a hash table) in C++.
  void print(std::ostream& out);

 private:
  struct Entry {
    PlaceName name;
    std::uint64_t population = 0;
  };

  void note_first_words();

  std::unordered_map<std::string, Entry> entries_;
};

}  // namespace news
