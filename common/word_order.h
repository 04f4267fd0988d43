#pragma once

#include <xapian.h>

#include <bitset>
#include <boost/container/small_vector.hpp>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace news {

/// Where the words of one article stand, packed into a value of its document (schema::order_slot):
/// two bytes a word and some for each field, where Xapian's lists of positions take eight or more
/// and a walk through a table for each word.
///
/// A word is a code there, a hash of its term with so many bits, and salted so, that no two terms
/// of the article share one. It tells a term from all others of its article and says nothing of
/// terms that the article does not have: ask only for those that it is known to have.

/// What a row of words is a part of. The numbers are on disk.
enum class OrderField : std::uint8_t { Text = 0, Title = 1, Author = 2 };

/// A term to look for, made once for all articles.
class OrderedTerm {
 public:
  explicit OrderedTerm(std::string_view term);
  /// Another for each salt, all of whose bits are equally good.
  std::uint32_t code(std::uint8_t salt) const;
  auto operator<=>(const OrderedTerm&) const = default;

 private:
  std::uint64_t hash_;
};

/// Collects where the words of an article stand.
class WordOrderWriter {
 public:
  /// `position` is at least 1 and more than that of the word before.
  void add(const OrderedTerm& term, Xapian::termpos position, OrderField field);
  /// One that stands for several words from there on, beside these.
  void add_beside(const OrderedTerm& term, Xapian::termpos position);
  /// The value of a document; empty if nothing was added. `terms` are all that were added, each
  /// once, in any order; of more than 131,072 some share a code.
  std::string pack(const std::vector<OrderedTerm>& terms);

 private:
  struct Run {
    Xapian::termpos begin;
    OrderField field;
    std::vector<OrderedTerm> terms;
  };
  struct Beside {
    Xapian::termpos position;
    OrderedTerm term;
  };

  std::string pack(unsigned code_bytes, std::uint8_t salt) const;

  std::vector<Run> runs_;
  std::vector<Beside> beside_;
};

/// Reads where the words of an article stand.
class WordOrder {
 public:
  /// `packed` must outlive it. One that is damaged has fewer words.
  explicit WordOrder(std::string_view packed);

  /// Whether the terms stand one after another, in that field or, by Text, in any.
  bool has_phrase(const std::vector<OrderedTerm>& terms, OrderField field) const;
  /// Whether they stand within `window` words, in any order; one that is given twice, twice.
  bool has_near(const std::vector<OrderedTerm>& terms, OrderField field,
                Xapian::termpos window) const;
  /// Where a term stands, ascending, in that field or, by Text, in any.
  std::vector<Xapian::termpos> find(const OrderedTerm& term,
                                    OrderField field = OrderField::Text) const;

  /// Where one of several terms stands.
  struct Place {
    Xapian::termpos position;
    std::uint32_t term;  ///< Its place among them.
    auto operator<=>(const Place&) const = default;
  };
  /// Finds the places of many terms at once. For one thread.
  class Finder {
   public:
    /// In any field, ascending. The terms are different; one that the article does not have may
    /// seem to stand where a word of it does. Stays until the next are found.
    const std::vector<Place>& find(const WordOrder& order, std::span<const OrderedTerm> terms);

   private:
    bool find_short(const WordOrder& order, std::span<const OrderedTerm> terms);
    bool want(const WordOrder& order, std::span<const OrderedTerm> terms);
    void take_wanted(const WordOrder& order);
    void forget(const WordOrder& order, std::span<const OrderedTerm> terms);

    std::bitset<(1U << 16)> wanted_;          // by code of 16 bits
    std::unique_ptr<std::uint32_t[]> terms_;  // as well: the places of those that are wanted
    std::vector<Place> places_;
  };

 private:
  struct Run {
    std::size_t first, end;  // its words among all
    Xapian::termpos begin;
    OrderField field;
  };
  struct Beside {
    Xapian::termpos position;
    std::string_view code;
  };

  std::string code(const OrderedTerm& term) const;
  bool is_beside(std::string_view code) const;
  bool has_row(const std::vector<OrderedTerm>& terms) const;
  template <typename Take>
  void each(std::string_view codes, OrderField field, const Take& take) const;

  unsigned code_bytes_ = 0;
  std::uint8_t salt_ = 0;
  // Hundreds of thousands are read for a query, and hardly any has more.
  boost::container::small_vector<Run, 6> runs_;
  boost::container::small_vector<Beside, 8> beside_;
  std::string_view codes_;
};

}  // namespace news
