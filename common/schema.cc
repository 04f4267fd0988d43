#include "common/schema.h"

#include <fmt/format.h>
#include <xxhash.h>

#include <algorithm>
#include <charconv>

#include "common/analysis/analyzer.h"
#include "common/error.h"
#include "common/text.h"
#include "common/url.h"

namespace news::schema {

namespace {

constexpr char between_words = '\n';  // in no word, and before all that are in one

constexpr std::string_view initials_prefix = "XI";

/// FNV-1a, 64 bits: http://www.isthe.com/chongo/tech/comp/fnv/
std::uint64_t hash(std::string_view bytes) {
  std::uint64_t value = 0xcbf29ce484222325;
  for (const char byte : bytes) {
    value ^= static_cast<unsigned char>(byte);
    value *= 0x100000001b3;
  }
  return value;
}

constexpr std::size_t digest_size = 32;

std::string digest(std::string_view value) {
  const XXH128_hash_t hash = XXH3_128bits(value.data(), value.size());
  return fmt::format("{:016x}{:016x}", hash.high64, hash.low64);
}

/// Whole if it fits and has no NUL, which Xapian would count twice; else its beginning and the hash
/// of all of it in hexadecimal digits.
std::string term(std::string_view prefix, std::string_view value) {
  std::string result(prefix);
  result += value;
  const std::size_t nul = result.find('\0');
  if (result.size() <= max_term && nul == std::string::npos) return result;
  const std::string digest = fmt::format("{:016x}", hash(result));
  const std::size_t kept = std::min(nul, max_term - digest.size());
  return std::string(truncate_utf8(result, kept)) + digest;
}

/// Two of an article are in each of two tables, and are most of what stands there.
std::string identity_term(std::string_view prefix, std::string_view value) {
  return term(prefix, value.size() > digest_size ? digest(value) : std::string(value));
}

}  // namespace

std::optional<std::size_t> find_facet(std::string_view name) {
  const auto found = std::find_if(facets.begin(), facets.end(),
                                  [&](const Facet& facet) { return facet.name == name; });
  if (found == facets.end()) return std::nullopt;
  return static_cast<std::size_t>(found - facets.begin());
}

std::string id_term(std::string_view id) { return identity_term("Q", id); }

std::string url_term(std::string_view url) {
  return identity_term("U", is_web_url(url) ? canonical_url(url) : std::string(url));
}

std::vector<std::string> lookup_terms(std::string_view id_or_url) {
  std::vector<std::string> terms{id_term(id_or_url), url_term(id_or_url)};
  if (!is_web_url(id_or_url)) return terms;
  const std::string canonical = canonical_url(id_or_url);
  if (canonical != id_or_url) terms.insert(terms.begin() + 1, id_term(canonical));
  return terms;
}

bool is_identity(std::string_view term) {
  constexpr std::string_view prefixes = "QUF";
  return !term.empty() &&
         (prefixes.find(term[0]) != std::string_view::npos || term.starts_with("XT"));
}

std::string pair_term(std::string_view first, std::string_view second) {
  return fmt::format("{}{}{}", first, between_words, second);
}

std::pair<std::string_view, std::string_view> words_of_pair(std::string_view pair) {
  const std::size_t middle = pair.find(between_words);
  return {pair.substr(0, middle), pair.substr(middle + 1)};
}

std::string exact_term(std::string_view form) { return term("E", form); }
std::string never_bare_term(std::string_view stem) { return term("N", stem); }

std::string field_term(const TextField& field, std::string_view stem) {
  return term(field.prefix, stem);
}

std::string facet_term(const Facet& facet, std::string_view value) {
  return term(facet.prefix, fold_key(value));
}

std::string none_term(const Facet& facet) { return std::string(facet.prefix); }

std::string has_term(std::string_view field) { return term("XH", field); }

// The place as a letter, then six bits a byte, of which none is NUL.
std::string band_term(std::size_t band, std::uint32_t hash) {
  std::string name{static_cast<char>('A' + band)};
  for (unsigned shift = 0; shift < 30; shift += 6) {
    name += static_cast<char>('0' + (hash >> shift & 0x3f));
  }
  return term("XF", name);
}

std::string initials_term(std::string_view initials) { return term(initials_prefix, initials); }

bool is_in_text(std::string_view term) {
  return !has_prefix(term) || term.starts_with(initials_prefix);
}

std::string story_term(std::string_view original) { return identity_term("XT", original); }

std::string name_term_prefix(std::string_view key) { return fmt::format("XN{}:", key); }

std::string name_term(std::string_view key, std::string_view form) {
  return term(name_term_prefix(key), form);
}

std::string year_term(std::chrono::year_month_day day) {
  return fmt::format("Y{:04}", static_cast<int>(day.year()));
}

std::string month_term(std::chrono::year_month_day day) {
  return fmt::format("M{:04}{:02}", static_cast<int>(day.year()),
                     static_cast<unsigned>(day.month()));
}

std::string day_term(std::chrono::year_month_day day) {
  return fmt::format("D{:04}{:02}{:02}", static_cast<int>(day.year()),
                     static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
}

std::string source_digest(std::string_view path) { return digest(path); }

std::string source_term(std::string_view digest) { return term(source_term_prefix, digest); }
std::string source_key(std::string_view digest) { return term(source_key_prefix, digest); }

// Big endian with the sign flipped, so that bytes compare as the numbers do.
std::string encode(std::int64_t number) {
  const std::uint64_t bits = static_cast<std::uint64_t>(number) ^ (std::uint64_t{1} << 63);
  std::string bytes(8, '\0');
  for (unsigned i = 0; i < 8; ++i) bytes[i] = static_cast<char>((bits >> (56 - 8 * i)) & 0xff);
  return bytes;
}

std::int64_t decode(std::string_view bytes) {
  std::uint64_t bits = 0;
  for (const char byte : bytes.substr(0, 8)) bits = bits << 8 | static_cast<unsigned char>(byte);
  return static_cast<std::int64_t>(bits ^ (std::uint64_t{1} << 63));
}

// Each value ends in a NUL, which no cleaned text has in it.
std::string pack(const std::vector<std::string>& values) {
  std::string packed;
  for (const std::string& value : values) packed += value + '\0';
  return packed;
}

std::vector<std::string> unpack(std::string_view packed) {
  std::vector<std::string> values;
  each_packed(packed, [&](std::string_view value) { values.emplace_back(value); });
  return values;
}

// The distance from the number before, seven bits to a byte, the lowest first; the last byte has no
// high bit.
std::string pack_numbers(const std::vector<Xapian::docid>& numbers) {
  std::string packed;
  Xapian::docid before = 0;
  for (const Xapian::docid number : numbers) {
    Xapian::docid rest = number - before;
    for (; rest >= 0x80; rest >>= 7) packed += static_cast<char>(0x80 | (rest & 0x7f));
    packed += static_cast<char>(rest);
    before = number;
  }
  return packed;
}

std::vector<Xapian::docid> unpack_numbers(std::string_view packed) {
  std::vector<Xapian::docid> numbers;
  Xapian::docid number = 0, distance = 0;
  unsigned shift = 0;
  for (const char c : packed) {
    const auto byte = static_cast<unsigned char>(c);
    if (shift < 32) distance |= static_cast<Xapian::docid>(byte & 0x7f) << shift;
    shift += 7;
    if ((byte & 0x80) != 0) continue;
    number += distance;
    numbers.push_back(number);
    distance = 0;
    shift = 0;
  }
  return numbers;
}

std::uint64_t revision(const Xapian::Database& database) {
  const std::string text = database.get_metadata(std::string(revision_key));
  std::uint64_t revision = 0;
  std::from_chars(text.data(), text.data() + text.size(), revision);
  return revision;
}

void require_version(const Xapian::Database& database, const std::string& path) {
  const std::string found = database.get_metadata(std::string(version_key));
  if (found == std::to_string(version)) return;
  throw Error(
      fmt::format("{} was written by {}; this newsindex reads version {}", path,
                  found.empty() ? "another program" : "schema version " + found, version),
      "index the articles again: newsindex rebuild PATH, where PATH may be what the program "
      "that wrote it exports");
}

}  // namespace news::schema
