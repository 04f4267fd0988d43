#include "common/loose_date.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <span>
#include <vector>

#include "common/clock_time.h"
#include "common/date_parts.h"
#include "common/date_tokens.h"
#include "common/date_words.h"
#include "common/text.h"

namespace news {
namespace {

using Tokens = std::span<const DateToken>;
using Role = DateParts::Role;

constexpr std::size_t longest_text = 200;
constexpr std::size_t longest_untrimmed = 2000;
constexpr std::string_view iso_time_sign = "t";
constexpr std::size_t longest_name = 3;  // words of a month's name, or of a day's

/// Behind one of these, what is no part of the date may follow it.
constexpr std::array parting_signs{"|", "·", "•", "–", "—", "("};
constexpr std::array plain_signs{",", ".", "-", "/", ")", "[", "]", ":", "\"", "،", "、"};

template <typename Table>
bool has(const Table& table, std::string_view sign) {
  return std::find(table.begin(), table.end(), sign) != table.end();
}

/// Reads tokens from the first to the last into parts.
class DateReader {
 public:
  DateReader(Tokens tokens, std::string_view language) : tokens_(tokens), language_(language) {}

  /// Nothing if there is something in it that no date has.
  std::optional<DateParts> read() {
    skip_label();
    while (at_ < tokens_.size() && !is_done_) {
      if (!take()) return before_;
    }
    return parts_;
  }

 private:
  const DateToken& token() const { return tokens_[at_]; }

  /// What ends in a colon before any number: "Published on:".
  void skip_label() {
    constexpr std::size_t most_words = 5;
    for (std::size_t i = 0; i < std::min(tokens_.size(), most_words); ++i) {
      if (tokens_[i].is_number()) return;
      if (tokens_[i].is(":")) at_ = i + 1;
    }
  }

  bool take() {
    if (token().is_number()) return take_time() || take_number();
    if (token().is_word()) return take_word();
    return take_sign();
  }

  bool take_time() {
    const bool in_numbers =
        !is_whole() && at_ > 0 && tokens_[at_ - 1].is(":") && !token().is_spaced;
    if (parts_.time || in_numbers) return false;
    const auto time = read_clock_time(
        tokens_.subspan(at_),
        {.is_announced = is_announced_, .is_after_date = is_whole(), .half = half_});
    if (!time) return false;
    parts_.time = *time;
    at_ += time->used;
    return true;
  }

  bool is_whole() const { return parts_.is_whole_date(); }

  void add(std::string_view digits) {
    unsigned value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    const bool has_dot = at_ > 0 && tokens_[at_ - 1].is(".");
    parts_.numbers.push_back({.value = value, .digits = digits.size(), .has_dot = has_dot});
  }

  bool take_number() {
    const std::string_view digits = token().text;
    if (is_whole()) return false;
    if (digits.size() <= 4) {
      add(digits);
    } else if (!take_compact(digits)) {
      return false;
    }
    ++at_;
    return true;
  }

  /// `20240515`, and with hours, minutes and perhaps seconds behind.
  bool take_compact(std::string_view digits) {
    const std::size_t size = digits.size();
    if (!parts_.numbers.empty() || parts_.month || (size != 8 && size != 12 && size != 14)) {
      return false;
    }
    add(digits.substr(0, 4));
    add(digits.substr(4, 2));
    add(digits.substr(6, 2));
    if (size == 8) return true;
    const DateToken time{.kind = DateToken::Kind::Number, .text = std::string(digits.substr(8))};
    parts_.time =
        read_clock_time(std::span(&time, 1), {.is_announced = true, .is_after_date = true});
    return parts_.time.has_value();
  }

  bool take_word() {
    const std::string& word = token().text;
    if (give_role(word)) return advance(1);
    is_announced_ = announces_time(word) || word == iso_time_sign;
    if (const auto half = half_of_day(word); half && !is_date_filler(word)) {
      half_ = half;
      return advance(1);
    }
    if (is_date_filler(word)) return advance(1);
    if (is_date_label(word)) {
      is_done_ = is_whole();
      return advance(1);
    }
    return take_name();
  }

  bool advance(std::size_t count) {
    at_ += count;
    return true;
  }

  /// A unit or the ending of an ordinal that touches a number says what the number is.
  bool give_role(std::string_view word) {
    const bool touches = at_ > 0 && tokens_[at_ - 1].is_number() && !token().is_spaced;
    if (!touches || parts_.numbers.empty() || word == iso_time_sign) return false;
    DateParts::Number& number = parts_.numbers.back();
    if (word == "年" || word == "년") {
      number.role = Role::Year;
    } else if (word == "月" || word == "월") {
      number.role = Role::Month;
    } else if (word == "日" || word == "号" || word == "일" ||
               (number.digits <= 2 && is_date_filler(word))) {
      number.role = Role::Day;
    } else {
      return is_date_filler(word);
    }
    return true;
  }

  /// The words from here, hyphens between them as spaces, and the tokens they take.
  std::pair<std::string, std::size_t> words(std::size_t count) const {
    std::string joined;
    std::size_t at = at_;
    for (std::size_t i = 0; i < count; ++i) {
      if (i > 0 && at < tokens_.size() && tokens_[at].is("-")) ++at;
      if (at >= tokens_.size() || !tokens_[at].is_word()) return {};
      joined += joined.empty() ? tokens_[at].text : ' ' + tokens_[at].text;
      ++at;
    }
    return {joined, at - at_};
  }

  bool take_name() {
    for (std::size_t count = longest_name; count > 0; --count) {
      const auto [name, used] = words(count);
      if (name.empty()) continue;
      const bool is_weekday = is_weekday_name(name);
      if (const auto month = month_named(name, language_);
          month && take_month(*month, is_weekday)) {
        return advance(used);
      }
      if (is_weekday) return advance(used);
    }
    return false;
  }

  /// "mar. 14 mai": a word that may be a day's name is a month's only if there is no other.
  bool take_month(unsigned month, bool may_be_weekday) {
    if (parts_.month && !month_may_be_weekday_) return false;
    parts_.month = month;
    month_may_be_weekday_ = may_be_weekday;
    return true;
  }

  bool take_sign() {
    const std::string& sign = token().text;
    const bool is_slash_between = sign == "/" && token().is_spaced;
    if (has(parting_signs, sign) || is_slash_between) {
      if (is_whole()) before_ = parts_;
      return advance(1);
    }
    return has(plain_signs, sign) && advance(1);
  }

  Tokens tokens_;
  std::string_view language_;
  std::size_t at_ = 0;
  DateParts parts_;
  std::optional<DateParts> before_;  // as it was at the last parting sign behind a whole date
  std::optional<bool> half_;
  bool is_announced_ = false;
  bool month_may_be_weekday_ = false;
  bool is_done_ = false;
};

/// Seconds since 1970, or thousandths of them, as a moment in UTC.
std::optional<Date> read_epoch(std::string_view text) {
  const std::string_view digits = text.substr(0, text.find('.'));
  const std::string_view fraction = text.substr(digits.size());
  if (digits.size() != 10 && digits.size() != 13) return std::nullopt;
  if (digits.find_first_not_of("0123456789") != std::string_view::npos) return std::nullopt;
  if (fraction.find_first_not_of("0123456789", 1) != std::string_view::npos) return std::nullopt;
  Instant instant = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), instant);
  if (digits.size() == 13) instant /= 1000;
  const auto day = std::chrono::floor<std::chrono::days>(
      std::chrono::sys_seconds(std::chrono::seconds(instant)));
  const std::chrono::year_month_day date(day);
  constexpr Instant day_seconds = 86400;
  return Date{.year = static_cast<int>(date.year()),
              .month = static_cast<unsigned>(date.month()),
              .day = static_cast<unsigned>(date.day()),
              .second_of_day = static_cast<unsigned>(instant % day_seconds),
              .offset = 0,
              .precision = Date::Precision::Second};
}

/// The form alone; whether there is such a date is looked at later.
std::optional<Date> read_form(std::string_view text, std::string_view language,
                              std::optional<CalendarDay> near) {
  if (text.size() > longest_untrimmed) return std::nullopt;
  const std::string line = clean_line(repair_utf8(text));
  if (line.empty() || line.size() > longest_text) return std::nullopt;
  if (const auto date = read_epoch(line)) return date;
  const std::vector<DateToken> tokens = date_tokens(line);
  const auto parts = DateReader(tokens, language).read();
  return parts ? assemble_date(*parts, language, near) : std::nullopt;
}

}  // namespace

std::optional<Date> read_date(std::string_view text, std::string_view language,
                              std::optional<CalendarDay> near) {
  if (const auto date = parse_date(text)) return date;
  const auto date = read_form(text, language, near);
  return date && exists(*date) ? date : std::nullopt;
}

std::string explain_unread_date(std::string_view text, std::string_view language) {
  const auto date = read_form(text, language, {});
  if (date && !exists(*date)) return explain_missing(*date);
  constexpr std::size_t most_shown = 100;
  return fmt::format(
      "\"{}\" is not a date that can be read; expected one with a year, such as 2024-05-15, 15 May "
      "2024 or Wed, 15 May 2024 14:02:00 +0300",
      truncate_utf8(repair_utf8(text.substr(0, 2 * most_shown)), most_shown));
}

}  // namespace news
