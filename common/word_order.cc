#include "common/word_order.h"

#include <xxhash.h>

#include <algorithm>
#include <array>
#include <bitset>
#include <utility>

#include "common/varint.h"

namespace news {

namespace {

/// In so many bytes codes are tried that tell so many terms apart.
struct CodeSize {
  unsigned bytes;
  std::size_t most_terms;
};
// Of 300 terms some share a code of 16 bits with every second salt, of 700 with all but one of 42;
// of 131,072 some share one of 32 bits with all but one of 7.
constexpr std::array code_sizes{CodeSize{2, 700}, CodeSize{4, 131'072}};
constexpr unsigned salts = 256;

/// Takes numbers from the front of some bytes; 0 where these have ended.
class Numbers {
 public:
  explicit Numbers(std::string_view bytes) : bytes_(bytes) {}

  std::string_view rest() const { return bytes_; }
  std::uint8_t byte() {
    return bytes_.empty() ? std::uint8_t{0} : static_cast<std::uint8_t>(bytes(1).front());
  }
  std::uint32_t number() {
    std::uint32_t number = 0;
    for (unsigned shift = 0; shift < 32; shift += 7) {
      const std::uint8_t next = byte();
      number |= std::uint32_t{next & 0x7fU} << shift;
      if (next < 0x80) break;
    }
    return number;
  }
  std::string_view bytes(std::size_t count) {
    const std::string_view taken = bytes_.substr(0, count);
    bytes_.remove_prefix(taken.size());
    return taken;
  }

 private:
  std::string_view bytes_;
};

/// The most significant bytes of a code.
std::string shortened(std::uint32_t code, unsigned bytes) {
  std::string shorter;
  for (unsigned i = 0; i < bytes; ++i) shorter += static_cast<char>(code >> (24 - 8 * i));
  return shorter;
}

/// Whether no two terms share a code of 16 bits.
bool are_different(const std::vector<OrderedTerm>& terms, std::uint8_t salt) {
  std::bitset<(1U << 16)> seen;
  return std::none_of(terms.begin(), terms.end(), [&](const OrderedTerm& term) {
    const std::uint32_t code = term.code(salt) >> 16;
    const bool is_shared = seen[code];
    seen[code] = true;
    return is_shared;
  });
}

bool are_different(const std::vector<OrderedTerm>& terms, unsigned bytes, std::uint8_t salt) {
  if (bytes == 2) return are_different(terms, salt);
  std::vector<std::uint32_t> codes;
  codes.reserve(terms.size());
  for (const OrderedTerm& term : terms) codes.push_back(term.code(salt) >> (32 - 8 * bytes));
  std::sort(codes.begin(), codes.end());
  return std::adjacent_find(codes.begin(), codes.end()) == codes.end();
}

}  // namespace

OrderedTerm::OrderedTerm(std::string_view term) : hash_(XXH3_64bits(term.data(), term.size())) {}

std::uint32_t OrderedTerm::code(std::uint8_t salt) const {
  // By an odd number, another for each salt; the golden ratio mixes bits well (Knuth, The Art of
  // Computer Programming, 6.4).
  constexpr std::uint64_t golden_ratio = 0x9E3779B97F4A7C15;
  return static_cast<std::uint32_t>((hash_ * (golden_ratio * (2U * salt + 1))) >> 32);
}

void WordOrderWriter::add(const OrderedTerm& term, Xapian::termpos position, OrderField field) {
  const bool goes_on = !runs_.empty() && runs_.back().field == field &&
                       position == runs_.back().begin + runs_.back().terms.size();
  if (!goes_on) runs_.push_back({position, field, {}});
  runs_.back().terms.push_back(term);
}

void WordOrderWriter::add_beside(const OrderedTerm& term, Xapian::termpos position) {
  beside_.push_back({position, term});
}

std::string WordOrderWriter::pack(const std::vector<OrderedTerm>& terms) {
  if (runs_.empty() && beside_.empty()) return {};
  std::stable_sort(beside_.begin(), beside_.end(),
                   [](const Beside& a, const Beside& b) { return a.position < b.position; });
  for (const CodeSize& size : code_sizes) {
    for (unsigned salt = 0; salt < salts && terms.size() <= size.most_terms; ++salt) {
      const auto tried = static_cast<std::uint8_t>(salt);
      if (are_different(terms, size.bytes, tried)) return pack(size.bytes, tried);
    }
  }
  return pack(code_sizes.back().bytes, 0);
}

std::string WordOrderWriter::pack(unsigned code_bytes, std::uint8_t salt) const {
  std::string packed{static_cast<char>(code_bytes), static_cast<char>(salt)};
  put_varint(packed, runs_.size());
  Xapian::termpos reached = 0;
  for (const Run& run : runs_) {
    put_varint(packed, run.begin - reached);
    put_varint(packed, run.terms.size());
    packed += static_cast<char>(run.field);
    reached = run.begin + static_cast<Xapian::termpos>(run.terms.size());
  }
  put_varint(packed, beside_.size());
  reached = 0;
  for (const Beside& one : beside_) {
    put_varint(packed, one.position - std::exchange(reached, one.position));
    packed += shortened(one.term.code(salt), code_bytes);
  }
  for (const Run& run : runs_) {
    for (const OrderedTerm& term : run.terms) packed += shortened(term.code(salt), code_bytes);
  }
  return packed;
}

WordOrder::WordOrder(std::string_view packed) {
  Numbers numbers(packed);
  code_bytes_ =
      std::clamp<unsigned>(numbers.byte(), code_sizes.front().bytes, code_sizes.back().bytes);
  salt_ = numbers.byte();
  Xapian::termpos reached = 0;
  std::size_t words = 0;
  std::uint32_t left = numbers.number();
  runs_.reserve(std::min<std::size_t>(left, numbers.rest().size()));
  for (; left > 0 && !numbers.rest().empty(); --left) {
    Run& run = runs_.emplace_back();
    run.begin = reached + numbers.number();
    run.first = words;
    run.end = words += numbers.number();
    run.field = static_cast<OrderField>(numbers.byte());
    reached = run.begin + static_cast<Xapian::termpos>(run.end - run.first);
  }
  reached = 0;
  left = numbers.number();
  beside_.reserve(std::min<std::size_t>(left, numbers.rest().size()));
  for (; left > 0 && !numbers.rest().empty(); --left) {
    reached += numbers.number();
    beside_.push_back({reached, numbers.bytes(code_bytes_)});
  }
  codes_ = numbers.rest();
}

std::string WordOrder::code(const OrderedTerm& term) const {
  return shortened(term.code(salt_), code_bytes_);
}

bool WordOrder::is_beside(std::string_view code) const {
  return std::any_of(beside_.begin(), beside_.end(),
                     [&](const Beside& one) { return one.code == code; });
}

/// Calls `take` with each position where these codes begin and are of one field, until it returns
/// false.
template <typename Take>
void WordOrder::each(std::string_view codes, OrderField field, const Take& take) const {
  auto run = runs_.begin();
  for (std::size_t at = codes_.find(codes); at != std::string_view::npos;
       at = codes_.find(codes, at + 1)) {
    if (at % code_bytes_ != 0) continue;
    const std::size_t word = at / code_bytes_;
    while (run != runs_.end() && run->end <= word) ++run;
    if (run == runs_.end()) return;
    if (word + codes.size() / code_bytes_ > run->end) continue;
    if (field != OrderField::Text && field != run->field) continue;
    if (!take(run->begin + static_cast<Xapian::termpos>(word - run->first))) return;
  }
}

std::vector<Xapian::termpos> WordOrder::find(const OrderedTerm& term, OrderField field) const {
  const std::string wanted = code(term);
  std::vector<Xapian::termpos> positions;
  each(wanted, field, [&](Xapian::termpos position) {
    positions.push_back(position);
    return true;
  });
  if (field != OrderField::Text) return positions;
  const auto middle = static_cast<std::ptrdiff_t>(positions.size());
  for (const Beside& one : beside_) {
    if (one.code == wanted) positions.push_back(one.position);
  }
  std::inplace_merge(positions.begin(), positions.begin() + middle, positions.end());
  return positions;
}

bool WordOrder::has_phrase(const std::vector<OrderedTerm>& terms, OrderField field) const {
  std::string codes;
  for (const OrderedTerm& term : terms) codes += code(term);
  bool found = false;
  each(codes, field, [&](Xapian::termpos) { return !(found = true); });
  if (found || field != OrderField::Text) return found;
  const bool any_beside = std::any_of(terms.begin(), terms.end(), [this](const OrderedTerm& term) {
    return is_beside(code(term));
  });
  return any_beside && has_row(terms);
}

/// As has_phrase(), where some of them stand beside other words.
bool WordOrder::has_row(const std::vector<OrderedTerm>& terms) const {
  std::vector<Xapian::termpos> begins = find(terms.front());
  for (std::size_t i = 1; i < terms.size(); ++i) {
    const std::vector<Xapian::termpos> here = find(terms[i]);
    std::erase_if(begins, [&](Xapian::termpos begin) {
      return !std::binary_search(here.begin(), here.end(), begin + static_cast<Xapian::termpos>(i));
    });
  }
  return !begins.empty();
}

bool WordOrder::has_near(const std::vector<OrderedTerm>& terms, OrderField field,
                         Xapian::termpos window) const {
  struct Wanted {
    std::size_t times;
    std::size_t there;  // in the window
  };
  std::vector<OrderedTerm> different = terms;
  std::sort(different.begin(), different.end());
  different.erase(std::unique(different.begin(), different.end()), different.end());
  std::vector<Wanted> wanted;
  std::vector<std::pair<Xapian::termpos, std::size_t>> all;  // with the place in `different`
  for (std::size_t i = 0; i < different.size(); ++i) {
    const auto times = std::count(terms.begin(), terms.end(), different[i]);
    wanted.push_back({static_cast<std::size_t>(times), 0});
    for (const Xapian::termpos position : find(different[i], field)) all.emplace_back(position, i);
  }
  std::sort(all.begin(), all.end());
  std::size_t first = 0;
  for (const auto& [position, term] : all) {
    ++wanted[term].there;
    for (; position - all[first].first >= window; ++first) --wanted[all[first].second].there;
    if (std::all_of(wanted.begin(), wanted.end(),
                    [](const Wanted& one) { return one.there >= one.times; })) {
      return true;
    }
  }
  return false;
}

/// Notes the codes of terms; false if two share one.
bool WordOrder::Finder::want(const WordOrder& order, std::span<const OrderedTerm> terms) {
  if (!terms_) terms_ = std::make_unique_for_overwrite<std::uint32_t[]>(wanted_.size());
  bool are_different = true;
  for (std::uint32_t i = 0; i < terms.size(); ++i) {
    const std::uint32_t code = terms[i].code(order.salt_) >> 16;
    are_different = are_different && !wanted_[code];
    terms_[code] = i;
    wanted_[code] = true;
  }
  return are_different;
}

void WordOrder::Finder::forget(const WordOrder& order, std::span<const OrderedTerm> terms) {
  for (const OrderedTerm& term : terms) wanted_[term.code(order.salt_) >> 16] = false;
}

/// Of codes of 16 bits, those that are wanted.
void WordOrder::Finder::take_wanted(const WordOrder& order) {
  const auto take = [this](const char* code, Xapian::termpos position) {
    const auto high = static_cast<std::uint8_t>(code[0]);
    const auto number = std::size_t{high} << 8 | static_cast<std::uint8_t>(code[1]);
    if (wanted_[number]) places_.push_back({position, terms_[number]});
  };
  for (const Run& run : order.runs_) {
    Xapian::termpos position = run.begin;
    const std::size_t end = std::min(run.end, order.codes_.size() / 2);
    for (std::size_t word = run.first; word < end; ++word) {
      take(order.codes_.data() + 2 * word, position++);
    }
  }
  for (const Beside& one : order.beside_) {
    if (one.code.size() == 2) take(one.code.data(), one.position);
  }
}

/// Where codes have 16 bits, as in nearly all articles: by a table of all there can be. Whether
/// there is anything in it is told by bits, which fit into the processor's nearest memory. False if
/// terms share a code, which those of one article never do.
bool WordOrder::Finder::find_short(const WordOrder& order, std::span<const OrderedTerm> terms) {
  const bool are_different = want(order, terms);
  if (are_different) take_wanted(order);
  forget(order, terms);
  return are_different;
}

const std::vector<WordOrder::Place>& WordOrder::Finder::find(const WordOrder& order,
                                                             std::span<const OrderedTerm> terms) {
  places_.clear();
  if (order.code_bytes_ != 2 || !find_short(order, terms)) {
    for (std::uint32_t i = 0; i < terms.size(); ++i) {
      for (const Xapian::termpos position : order.find(terms[i])) places_.push_back({position, i});
    }
  }
  if (!std::is_sorted(places_.begin(), places_.end())) std::sort(places_.begin(), places_.end());
  return places_;
}

}  // namespace news
