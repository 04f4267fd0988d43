#include "common/clock_time.h"

#include <algorithm>
#include <array>

#include "common/date_words.h"

namespace news {
namespace {

using Tokens = std::span<const DateToken>;

/// Hours, minutes and seconds as read so far.
struct Clock {
  unsigned hour = 0, minute = 0, second = 0;
  std::size_t used = 0;
};

/// Abbreviations in use in the news. Where one has several meanings, the one most read is taken:
/// CST and AST are American, BST is British Summer Time, IST is India's.
struct ZoneName {
  std::string_view word;
  ClockZone zone;
};
constexpr std::array zone_names{ZoneName{"z", {0, {}}},
                                ZoneName{"utc", {0, {}}},
                                ZoneName{"gmt", {0, {}}},
                                ZoneName{"ut", {0, {}}},
                                ZoneName{"wet", {0, {}}},
                                ZoneName{"west", {60, {}}},
                                ZoneName{"bst", {60, {}}},
                                ZoneName{"wat", {60, {}}},
                                ZoneName{"cet", {60, {}}},
                                ZoneName{"mez", {60, {}}},
                                ZoneName{"cest", {120, {}}},
                                ZoneName{"mesz", {120, {}}},
                                ZoneName{"sast", {120, {}}},
                                ZoneName{"eet", {120, {}}},
                                ZoneName{"cat", {120, {}}},
                                ZoneName{"eest", {180, {}}},
                                ZoneName{"msk", {180, {}}},
                                ZoneName{"мск", {180, {}}},
                                ZoneName{"trt", {180, {}}},
                                ZoneName{"eat", {180, {}}},
                                ZoneName{"pkt", {300, {}}},
                                ZoneName{"ist", {330, {}}},
                                ZoneName{"npt", {345, {}}},
                                ZoneName{"wib", {420, {}}},
                                ZoneName{"sgt", {480, {}}},
                                ZoneName{"hkt", {480, {}}},
                                ZoneName{"awst", {480, {}}},
                                ZoneName{"jst", {540, {}}},
                                ZoneName{"kst", {540, {}}},
                                ZoneName{"acst", {570, {}}},
                                ZoneName{"aest", {600, {}}},
                                ZoneName{"acdt", {630, {}}},
                                ZoneName{"aedt", {660, {}}},
                                ZoneName{"nzst", {720, {}}},
                                ZoneName{"nzdt", {780, {}}},
                                ZoneName{"art", {-180, {}}},
                                ZoneName{"brt", {-180, {}}},
                                ZoneName{"ndt", {-150, {}}},
                                ZoneName{"nst", {-210, {}}},
                                ZoneName{"adt", {-180, {}}},
                                ZoneName{"ast", {-240, {}}},
                                ZoneName{"edt", {-240, {}}},
                                ZoneName{"est", {-300, {}}},
                                ZoneName{"cdt", {-300, {}}},
                                ZoneName{"cst", {-360, {}}},
                                ZoneName{"mdt", {-360, {}}},
                                ZoneName{"mst", {-420, {}}},
                                ZoneName{"pdt", {-420, {}}},
                                ZoneName{"pst", {-480, {}}},
                                ZoneName{"akdt", {-480, {}}},
                                ZoneName{"akst", {-540, {}}},
                                ZoneName{"hst", {-600, {}}},
                                ZoneName{"et", {{}, "America/New_York"}},
                                ZoneName{"ct", {{}, "America/Chicago"}},
                                ZoneName{"mt", {{}, "America/Denver"}},
                                ZoneName{"pt", {{}, "America/Los_Angeles"}}};

bool is_sign(Tokens tokens, std::size_t at, std::string_view signs) {
  return at < tokens.size() && tokens[at].kind == DateToken::Kind::Sign &&
         tokens[at].text.size() == 1 && signs.find(tokens[at].text) != std::string_view::npos;
}

/// A number of `least` to two digits at `at`, below `limit`.
std::optional<unsigned> small_number(Tokens tokens, std::size_t at, std::size_t least,
                                     unsigned limit) {
  if (at >= tokens.size() || !tokens[at].is_number()) return std::nullopt;
  const std::size_t digits = tokens[at].text.size();
  const unsigned value = tokens[at].value();
  if (digits < least || digits > 2 || value >= limit) return std::nullopt;
  return value;
}

/// Whether am or pm stands at `at`, and the tokens that takes: `pm`, `p.m.`, `p. m.`
std::optional<std::pair<bool, std::size_t>> read_half(Tokens tokens, std::size_t at) {
  if (at >= tokens.size() || !tokens[at].is_word()) return std::nullopt;
  if (const auto half = half_of_day(tokens[at].text)) return std::pair{*half, std::size_t{1}};
  if (!tokens[at].is("a") && !tokens[at].is("p")) return std::nullopt;
  const std::size_t m = is_sign(tokens, at + 1, ".") ? at + 2 : at + 1;
  if (m >= tokens.size() || !tokens[m].is("m")) return std::nullopt;
  return std::pair{tokens[at].is("p"), m - at + 1};
}

std::optional<ClockZone> find_zone(std::string_view word) {
  const auto* const found = std::find_if(zone_names.begin(), zone_names.end(),
                                         [&](const ZoneName& name) { return name.word == word; });
  if (found == zone_names.end()) return std::nullopt;
  return found->zone;
}

/// `:` or `.`, minutes, and perhaps seconds with a fraction.
std::optional<Clock> parted_by(std::string_view sign, Tokens tokens) {
  const auto hour = small_number(tokens, 0, 1, 24);
  if (!hour || !is_sign(tokens, 1, sign)) return std::nullopt;
  const auto minute = small_number(tokens, 2, 2, 60);
  if (!minute || tokens[1].is_spaced || tokens[2].is_spaced) return std::nullopt;
  Clock clock{.hour = *hour, .minute = *minute, .used = 3};
  if (!is_sign(tokens, 3, sign) || tokens[3].is_spaced) return clock;
  const auto second = small_number(tokens, 4, 2, 61);
  if (!second) return sign == ":" ? std::nullopt : std::optional(clock);
  clock.second = std::min(*second, 59u);  // a leap second has no number of its own
  clock.used = 5;
  const bool fraction = is_sign(tokens, 5, ".,") && tokens.size() > 6 && tokens[6].is_number() &&
                        !tokens[6].is_spaced;
  if (fraction) clock.used = 7;
  return clock;
}

std::optional<Clock> with_colon(Tokens tokens, const BeforeTime&) { return parted_by(":", tokens); }

/// `16.12` is a day and a month unless something says that it is a time.
std::optional<Clock> with_dot(Tokens tokens, const BeforeTime& before) {
  const auto clock = parted_by(".", tokens);
  if (!clock) return std::nullopt;
  const std::size_t next = clock->used;
  const bool has_unit = next < tokens.size() &&
                        (is_hour_unit(tokens[next].text) || read_half(tokens, next).has_value());
  if (!before.is_announced && !before.is_after_date && !has_unit) return std::nullopt;
  return clock;
}

/// `16h12`, `16 Uhr`, `16時12分30秒`.
std::optional<Clock> with_units(Tokens tokens, const BeforeTime&) {
  const auto hour = small_number(tokens, 0, 1, 24);
  if (!hour || tokens.size() < 2 || !is_hour_unit(tokens[1].text)) return std::nullopt;
  Clock clock{.hour = *hour, .used = 2};
  const auto is_unit = [&](std::initializer_list<std::string_view> units) {
    if (clock.used >= tokens.size()) return false;
    return std::find(units.begin(), units.end(), tokens[clock.used].text) != units.end();
  };
  const auto minute = small_number(tokens, clock.used, 2, 60);
  const auto short_minute = small_number(tokens, clock.used, 1, 60);
  if (!minute && !short_minute) return clock;
  ++clock.used;
  const bool has_unit = is_unit({"min", "m", "mn", "分", "분", "хв", "мин"});
  if (!minute && !has_unit) return Clock{.hour = *hour, .used = 2};
  clock.minute = *short_minute;
  if (!has_unit) return clock;
  ++clock.used;
  const auto second = small_number(tokens, clock.used, 1, 60);
  if (!second) return clock;
  ++clock.used;
  if (is_unit({"s", "sec", "秒", "초"})) {
    clock.second = *second;
    ++clock.used;
  } else {
    --clock.used;
  }
  return clock;
}

/// `4 pm`, and 午後4時 without its minutes.
std::optional<Clock> whole_hour(Tokens tokens, const BeforeTime&) {
  const auto hour = small_number(tokens, 0, 1, 13);
  if (!hour || !read_half(tokens, 1)) return std::nullopt;
  return Clock{.hour = *hour, .used = 1};
}

/// `1612` and `161230`, announced or with a zone behind.
std::optional<Clock> without_signs(Tokens tokens, const BeforeTime& before) {
  const std::size_t digits = tokens[0].text.size();
  if (!before.is_after_date || (digits != 4 && digits != 6)) return std::nullopt;
  const bool has_zone = tokens.size() > 1 && tokens[1].is_word() &&
                        (find_zone(tokens[1].text) || is_hour_unit(tokens[1].text));
  if (!before.is_announced && !has_zone) return std::nullopt;
  const unsigned value = digits == 4 ? tokens[0].value() * 100 : tokens[0].value();
  const Clock clock{
      .hour = value / 10000, .minute = value / 100 % 100, .second = value % 100, .used = 1};
  if (clock.hour > 23 || clock.minute > 59 || clock.second > 59) return std::nullopt;
  return clock;
}

constexpr std::array forms{with_colon, with_units, with_dot, whole_hour, without_signs};

/// `+0200`, `-05:00`, `+2`, touching; moves `used` past it.
std::optional<int> read_offset(Tokens tokens, std::size_t& used) {
  if (!is_sign(tokens, used, "+-") || used + 1 >= tokens.size()) return std::nullopt;
  const DateToken& number = tokens[used + 1];
  if (!number.is_number() || number.is_spaced || number.text.size() > 4) return std::nullopt;
  const bool has_colon = is_sign(tokens, used + 2, ":");
  const bool is_whole = number.text.size() <= 2;
  const unsigned hours = is_whole ? number.value() : number.value() / 100;
  unsigned minutes = is_whole ? 0 : number.value() % 100;
  std::size_t end = used + 2;
  if (is_whole && has_colon) {
    const auto after = small_number(tokens, used + 3, 2, 60);
    if (!after) return std::nullopt;
    minutes = *after;
    end = used + 4;
  }
  if (hours > 23 || minutes > 59) return std::nullopt;
  const int east = static_cast<int>(hours * 60 + minutes);
  const bool west = tokens[used].is("-");
  used = end;
  return west ? -east : east;
}

/// `CEST`, `GMT`, `GMT+0200`, `(UTC+2`; moves `used` past it.
std::optional<ClockZone> read_zone(Tokens tokens, std::size_t& used) {
  if (const auto offset = read_offset(tokens, used)) {
    const bool is_named_too = used < tokens.size() && find_zone(tokens[used].text);
    if (is_named_too) ++used;  // +0000 UTC
    return ClockZone{*offset, {}};
  }
  std::size_t at = used;
  while (is_sign(tokens, at, "(,.")) ++at;
  if (at >= tokens.size() || !tokens[at].is_word()) return std::nullopt;
  auto zone = find_zone(tokens[at].text);
  if (!zone) return std::nullopt;
  used = at + 1;
  if (zone->offset != 0) return zone;
  if (const auto offset = read_offset(tokens, used)) zone->offset = *offset;
  return zone;
}

void to_half(Clock& clock, bool is_second) {
  if (clock.hour > 12) return;
  clock.hour = clock.hour % 12 + (is_second ? 12 : 0);
}

}  // namespace

std::optional<ClockTime> read_clock_time(Tokens tokens, const BeforeTime& before) {
  if (tokens.empty() || !tokens[0].is_number()) return std::nullopt;
  std::optional<Clock> clock;
  for (const auto form : forms) {
    clock = form(tokens, before);
    if (clock) break;
  }
  if (!clock) return std::nullopt;
  if (const auto half = read_half(tokens, clock->used)) {
    to_half(*clock, half->first);
    clock->used += half->second;
    if (is_sign(tokens, clock->used, ".")) ++clock->used;
  } else if (before.half) {
    to_half(*clock, *before.half);
  }
  const bool has_unit = clock->used < tokens.size() && is_hour_unit(tokens[clock->used].text);
  if (has_unit) ++clock->used;
  ClockTime time{.second_of_day = clock->hour * 3600 + clock->minute * 60 + clock->second,
                 .used = clock->used};
  time.zone = read_zone(tokens, time.used);
  return time;
}

}  // namespace news
