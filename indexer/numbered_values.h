#pragma once

#include <cstdint>
#include <vector>

namespace news {

/// Values by small numbers, all of them forgotten at once: what one article has of a batch's terms,
/// without a table of its own. For one thread.
template <typename Value>
class NumberedValues {
 public:
  struct Numbered {
    std::uint32_t number;
    Value value;
  };

  /// Those that were asked for since clear(), in that order.
  const std::vector<Numbered>& all() const { return all_; }
  bool contains(std::uint32_t number) const {
    return number < places_.size() && places_[number].round == round_;
  }
  /// What begins as Value{}. Holds until the next call.
  Value& operator[](std::uint32_t number) {
    if (number >= places_.size()) places_.resize(2 * std::size_t{number} + 1);
    Place& place = places_[number];
    if (place.round != round_) {
      place = {round_, static_cast<std::uint32_t>(all_.size())};
      all_.push_back({number, {}});
    }
    return all_[place.in_all].value;
  }
  void clear() {
    all_.clear();
    ++round_;
  }

 private:
  struct Place {
    std::uint32_t round = 0;
    std::uint32_t in_all = 0;
  };

  std::vector<Numbered> all_;
  std::vector<Place> places_;  // by number
  std::uint32_t round_ = 1;
};

}  // namespace news
