#include "indexer/fingerprint.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>
#include <xxhash.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <functional>
#include <limits>
#include <string>
#include <string_view>

#include "common/analysis/fold.h"
#include "common/analysis/plain_word.h"

namespace news {

namespace {

constexpr std::size_t shingle_words = 4;
constexpr std::size_t fewest_words = 25;        // of a text that is taken apart
constexpr std::size_t fewest_words_whole = 15;  // of one that is compared as a whole
constexpr std::size_t most_words = 50'000;

constexpr std::size_t bands = 12;
constexpr std::size_t rows = 4;

/// What makes two texts near-identical. A short text is mostly its form: two days' notices of a
/// central bank differ in a word or two. So it has to agree more than a long one.
struct Bounds {
  double resemblance;
  double containment;  // of the shorter text in the longer
};
constexpr Bounds short_text{0.9, 0.97};
constexpr double most_short = 100;  // shingles
constexpr Bounds long_text{0.6, 0.75};
constexpr double fewest_long = 200;
constexpr double least_length = 0.5;  // of the shorter text, as a share of the longer

/// Between a short and a long text the bounds go down evenly.
Bounds bounds_for(double shingles) {
  const double length = std::clamp((shingles - most_short) / (fewest_long - most_short), 0.0, 1.0);
  return {std::lerp(short_text.resemblance, long_text.resemblance, length),
          std::lerp(short_text.containment, long_text.containment, length)};
}

// What stands between < and > is no tag, and between & and ; no entity, beyond so many bytes.
constexpr std::size_t longest_tag = 300;
constexpr std::size_t longest_entity = 10;

bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// Whether a character is a word by itself: scripts that put no spaces between words.
bool stands_alone(UChar32 c) {
  if (u_hasBinaryProperty(c, UCHAR_IDEOGRAPHIC)) return true;
  const auto script = static_cast<ULineBreak>(u_getIntPropertyValue(c, UCHAR_LINE_BREAK));
  return script == U_LB_COMPLEX_CONTEXT || script == U_LB_IDEOGRAPHIC;
}

bool continues_word(UChar32 c) {
  return u_isalnum(c) != 0 || (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0;
}

/// The words of a text as hashes, one after another.
class WordHashes {
 public:
  explicit WordHashes(std::vector<std::uint64_t>& hashes) : hashes_(hashes) {}

  void add(std::string_view text) {
    for (std::size_t at = 0; at < text.size() && hashes_.size() < most_words;) {
      const std::size_t markup = markup_at(text, at);
      if (markup > 0) end_word();
      at = markup > 0 ? at + markup : character(text, at);
    }
    end_word();
  }

 private:
  /// The length of the tag or entity that begins there; 0 if none does. What is left of HTML in a
  /// text is not its words.
  static std::size_t markup_at(std::string_view text, std::size_t at) {
    if ((text[at] != '<' && text[at] != '&') || at + 1 == text.size()) return 0;
    const bool tag = text[at] == '<';
    const char next = text[at + 1];
    if (!is_ascii_letter(next) && next != (tag ? '/' : '#')) return 0;
    const std::size_t end =
        text.substr(at, tag ? longest_tag : longest_entity).find(tag ? '>' : ';');
    return end == std::string_view::npos ? 0 : end + 1;
  }

  /// Takes the character that begins there; gives where the next one does.
  std::size_t character(std::string_view text, std::size_t at) {
    if (static_cast<unsigned char>(text[at]) >= 0x80) return foreign_character(text, at);
    const std::size_t end = plain_word(text, at).end;
    if (end == at) {
      end_word();
      return at + 1;
    }
    const std::size_t before = word_.size();
    word_ += text.substr(at, end - at);
    fold_plain(word_.data() + before, end - at);
    return end;
  }

  std::size_t foreign_character(std::string_view text, std::size_t at) {
    std::size_t next = at;
    UChar32 c = 0;
    U8_NEXT_OR_FFFD(reinterpret_cast<const std::uint8_t*>(text.data()), next, text.size(), c);
    const bool alone = stands_alone(c);
    if (alone || !continues_word(c)) end_word();
    if (!alone && !continues_word(c)) return next;
    word_ += text.substr(at, next - at);
    plain_ = false;
    if (alone) end_word();
    return next;
  }

  void end_word() {
    if (word_.empty()) return;
    if (!plain_) word_ = fold(word_);
    hashes_.push_back(XXH3_64bits(word_.data(), word_.size()));
    word_.clear();
    plain_ = true;
  }

  std::vector<std::uint64_t>& hashes_;
  std::string word_;
  bool plain_ = true;  // all ASCII, and so folded
};

std::uint64_t hash_of(const std::uint64_t* first, std::size_t count) {
  return XXH3_64bits(first, count * sizeof(*first));
}

/// The numbers of one hash function after another: S. Vigna's splitmix64, after G. Steele, D. Lea
/// and C. Flood 2014, Fast splittable pseudorandom number generators.
constexpr std::uint64_t split_mix(std::uint64_t& state) {
  std::uint64_t z = state += 0x9e3779b97f4a7c15;
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
  z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
  return z ^ (z >> 31);
}

/// A permutation of the shingles: x by an odd number, and a number added; its high bits count.
/// M. Dietzfelbinger et al. 1997, A reliable randomized algorithm for the closest-pair problem.
struct Permutation {
  std::uint64_t factor;
  std::uint64_t summand;
};

constexpr std::array<Permutation, bands * rows> make_permutations() {
  std::array<Permutation, bands * rows> made{};
  std::uint64_t state = 1;
  for (Permutation& one : made) one = {split_mix(state) | 1, split_mix(state)};
  return made;
}

constexpr std::array<Permutation, bands* rows> permutations = make_permutations();

/// What the permutations of a band, from `first` on, make least of the shingles.
std::array<std::uint64_t, rows> least_of(const Shingles& shingles, const Permutation* first) {
  std::array<std::uint64_t, rows> least;
  least.fill(std::numeric_limits<std::uint64_t>::max());
  for (const std::uint64_t shingle : shingles) {
    // One beside the other: a processor works at several that do not wait for each other.
    for (std::size_t i = 0; i < rows; ++i) {
      least[i] = std::min(least[i], shingle * first[i].factor + first[i].summand);
    }
  }
  return least;
}

/// In ascending order.
void leave_each_once(Shingles& shingles) {
  std::sort(shingles.begin(), shingles.end());
  shingles.erase(std::unique(shingles.begin(), shingles.end()), shingles.end());
}

}  // namespace

Shingles shingles_of(const Article& article) {
  std::vector<std::uint64_t> words;
  WordHashes(words).add(article.body);
  if (words.size() < fewest_words) {
    WordHashes(words).add(article.title);
    if (words.size() < fewest_words_whole) return {};
    return {hash_of(words.data(), words.size())};
  }
  Shingles shingles;
  shingles.reserve(words.size() - shingle_words + 1);
  for (std::size_t i = 0; i + shingle_words <= words.size(); ++i) {
    shingles.push_back(hash_of(&words[i], shingle_words));
  }
  return shingles;
}

std::vector<std::uint32_t> bands_of(const Shingles& shingles) {
  if (shingles.empty()) return {};
  const bool is_single =
      std::adjacent_find(shingles.begin(), shingles.end(), std::not_equal_to()) == shingles.end();
  std::vector<std::uint32_t> hashes;
  for (std::size_t band = 0; band < (is_single ? 1 : bands); ++band) {
    const auto least = least_of(shingles, &permutations[band * rows]);
    hashes.push_back(static_cast<std::uint32_t>(hash_of(least.data(), rows)));
  }
  return hashes;
}

Fingerprint fingerprint_of(const Article& article) {
  Shingles shingles = shingles_of(article);
  std::vector<std::uint32_t> hashes = bands_of(shingles);
  return {.shingles = std::move(shingles), .bands = std::move(hashes)};
}

bool near_identical(Shingles a, Shingles b) {
  if (a.empty() || b.empty()) return false;
  leave_each_once(a);
  leave_each_once(b);
  const auto shorter = static_cast<double>(std::min(a.size(), b.size()));
  const auto longer = static_cast<double>(std::max(a.size(), b.size()));
  if (shorter < least_length * longer) return false;
  std::size_t both = 0;
  for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
    if (*i == *j) ++both;
    const bool first = *i <= *j;
    const bool second = *j <= *i;
    if (first) ++i;
    if (second) ++j;
  }
  const auto shared = static_cast<double>(both);
  const Bounds bounds = bounds_for(shorter);
  return shared >= bounds.resemblance * (shorter + longer - shared) ||
         shared >= bounds.containment * shorter;
}

}  // namespace news
