#pragma once

#include <xapian.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/date.h"
#include "common/word_order.h"

/// What is on disk: the terms, values and metadata of an index. The only file that spells a term
/// prefix or a slot number; the indexer writes by it, searchd reads by it.
///
/// A document is one article. Its data is print_article(article). Its terms:
///   word            every stem of its text; wdf counts, more for words of the headline and of the
///                   lead
///   E + form        a form that differs from its stem
///   N + stem        the stem is there, but never in this very form
///   S + stem        a stem of the headline; wdf 0 (so are all below)
///   B + stem        a word of an author's name
///   Q + id, U + url its names, the url canonical; long ones hashed
///   a facet's prefix + key   one for each value; the prefix alone where there is none
///   Y2024 M202405 D20240515  when it was published, in the index's time zone, as far as known
///   XH + field      has it, such as XHcorrection
///   F + digest      a file it was read from; the only terms that do not follow from the data
///   XF + band       what near-identical texts most likely share one of
///   XN + key:form   it has that form as a name (indexer/name_forms.h), which spellings of the same
///                   name share a key with (common/names/name_key.h)
///   XI + letters    it has a name with these initials (indexer/initials.h); wdf counts as that of
///                   words
///   XT + id         it is a copy of the article with that id, which is its story
///
/// No term has positions of Xapian's: where words and initials stand is a value (order_slot). In a
/// base, the tables have no terms but those of is_identity(), and neither the data nor the values
/// of facets, days and orders: these are in files beside them (common/base_files.h).
namespace news::schema {

/// Raised whenever an index written before could be misread.
inline constexpr unsigned version = 11;

/// Something articles are counted and filtered by.
struct Facet {
  std::string_view name;    ///< As in parameters and JSON.
  std::string_view prefix;  ///< Of its terms.
  Xapian::valueno slot;     ///< Where its values stand, as pack() packs them.
};

inline constexpr std::array facets{
    Facet{"author", "A", 10},  Facet{"country", "XC", 11}, Facet{"section", "XS", 12},
    Facet{"source", "XO", 13}, Facet{"language", "L", 14}, Facet{"tag", "K", 15},
};

/// The places of `country` and `language` in `facets`.
inline constexpr std::size_t country_facet = 1;
inline constexpr std::size_t language_facet = 4;
/// What articles that name no language are analysed as.
inline constexpr std::string_view default_language = "en";

/// The place of a facet in `facets`; nothing if there is no such facet.
std::optional<std::size_t> find_facet(std::string_view name);

/// A field whose words can be searched on their own (`title:rain`).
struct TextField {
  std::string_view name;
  std::string_view prefix;  ///< Of its terms.
  OrderField order;         ///< As which its words stand among the others.
};

inline constexpr TextField title_field{"title", "S", OrderField::Title};
inline constexpr TextField author_field{"author", "B", OrderField::Author};
inline constexpr std::array text_fields{title_field, author_field};

/// Where words stand: those of the headline first, those of the text from this position on, or
/// later where headline and standfirst are longer than that.
inline constexpr Xapian::termpos body_position = 1000;

/// So far apart that no phrase or NEAR runs from one field into the next.
inline constexpr Xapian::termpos field_gap = 200;

/// What `has:` can ask for.
inline constexpr std::array has_fields{
    std::string_view{"author"},     std::string_view{"correction"}, std::string_view{"country"},
    std::string_view{"date"},       std::string_view{"dateline"},   std::string_view{"image"},
    std::string_view{"language"},   std::string_view{"section"},    std::string_view{"source"},
    std::string_view{"standfirst"}, std::string_view{"tag"},        std::string_view{"updated"},
    std::string_view{"url"},
};

/// Slots beside those of the facets. Numbers are as encode() writes them; absent where undated.
inline constexpr Xapian::valueno published_slot = 0;  ///< The moment, as Instant.
inline constexpr Xapian::valueno day_slot = 1;        ///< The day in the index's zone, since 1970.
inline constexpr Xapian::valueno embargo_slot = 2;    ///< Not to be seen before, as Instant.
inline constexpr Xapian::valueno story_slot = 3;      ///< The id of the original; on copies only.
/// The headline, its first max_title bytes: what is completed while a reader types is read from
/// here, at a small part of the cost of the documents.
inline constexpr Xapian::valueno title_slot = 4;
inline constexpr std::size_t max_title = 200;
/// Where its words stand (common/word_order.h).
inline constexpr Xapian::valueno order_slot = 5;

/// Terms. All are at most max_term bytes; what is longer is cut and ends in 16 hexadecimal digits,
/// the 64 bit FNV-1a hash of the whole. An id or URL of more than 32 bytes is 32 such digits, its
/// XXH3 of 128 bits: URLs are long, and would be a tenth of an index.
inline constexpr std::size_t max_term = 240;
std::string id_term(std::string_view id);
std::string url_term(std::string_view url);
/// The terms to look an article up by, best first: by its id, else by its URL, however that is
/// written.
std::vector<std::string> lookup_terms(std::string_view id_or_url);
/// Whether a term is another than a word of the text: prefixes are capitals, words are folded.
inline bool has_prefix(std::string_view term) { return term[0] >= 'A' && term[0] <= 'Z'; }
/// Whether a term says which article it is, or of which file or story: Q, U, F and XT above.
bool is_identity(std::string_view term);
/// In the lists of pairs alone (common/base_files.h): a word and the next.
std::string pair_term(std::string_view first, std::string_view second);
/// What such a term was made of.
std::pair<std::string_view, std::string_view> words_of_pair(std::string_view pair);
std::string exact_term(std::string_view form);
std::string never_bare_term(std::string_view stem);
std::string field_term(const TextField& field, std::string_view stem);
/// `value` as shown; terms are by its key, so that case and diacritics do not matter.
std::string facet_term(const Facet& facet, std::string_view value);
/// On articles that have no value in the facet.
std::string none_term(const Facet& facet);
std::string has_term(std::string_view field);
/// The band at that place of a fingerprint: 30 bits of its hash.
std::string band_term(std::size_t band, std::uint32_t hash);
/// On the copies of the article with that id, not on itself.
std::string story_term(std::string_view original);
/// Where a name of several words begins that may be called by these initials, folded letters.
std::string initials_term(std::string_view initials);
/// Whether a term stands for what is in the text at its positions: a word, or initials of some.
bool is_in_text(std::string_view term);
/// `key` is of capital letters alone.
std::string name_term(std::string_view key, std::string_view form);
/// What the terms of all names of that key begin with.
std::string name_term_prefix(std::string_view key);
std::string year_term(std::chrono::year_month_day day);
std::string month_term(std::chrono::year_month_day day);
std::string day_term(std::chrono::year_month_day day);

/// A file that articles are read from is known by the digest of its path: 32 hexadecimal digits.
std::string source_digest(std::string_view path);
/// On the articles that were read from it.
std::string source_term(std::string_view digest);
inline constexpr std::string_view source_term_prefix = "F";

/// Every term from this one on is a bare stem that begins with a letter: prefixes are capitals.
inline constexpr std::string_view first_word = "[";

/// Numbers as eight bytes that sort as the numbers do.
std::string encode(std::int64_t number);
std::int64_t decode(std::string_view bytes);

/// Several values in one slot. unpack(pack(x)) is x.
std::string pack(const std::vector<std::string>& values);
std::vector<std::string> unpack(std::string_view packed);
/// Calls `take` with each of them.
template <typename Take>
void each_packed(std::string_view packed, const Take& take) {
  while (!packed.empty()) {
    const std::size_t end = std::min(packed.find('\0'), packed.size());
    take(packed.substr(0, end));
    packed.remove_prefix(std::min(end + 1, packed.size()));
  }
}

/// Ascending numbers, a byte or two for each where they are near. unpack_numbers(pack_numbers(x))
/// is x; of other bytes, some numbers.
std::string pack_numbers(const std::vector<Xapian::docid>& numbers);
std::vector<Xapian::docid> unpack_numbers(std::string_view packed);

/// Metadata keys, all of the recent part of a generation.
inline constexpr std::string_view version_key = "version";
inline constexpr std::string_view time_zone_key = "time_zone";
/// Counts commits over all generations, so that it only ever grows.
inline constexpr std::string_view revision_key = "revision";
/// The articles of the base that were corrected or removed, as pack_numbers() packs them.
inline constexpr std::string_view gone_key = "gone";
/// Of what is known of a file that articles were read from (indexer/source_state.h).
std::string source_key(std::string_view digest);
inline constexpr std::string_view source_key_prefix = "source ";

/// The number of commits up to that of `database`, the recent part of a generation; 0 if none is
/// said.
std::uint64_t revision(const Xapian::Database& database);

/// Throws Error, saying what to do, if `database` was written by another version.
void require_version(const Xapian::Database& database, const std::string& path);

}  // namespace news::schema
