// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/date_clock.hpp"

#include <array>

namespace news::date_reading {
namespace {

bool set_time(Date& date, std::int64_t hour, std::int64_t minute, std::int64_t second) {
  if (hour > 23 || minute > 59 || second > 60) return false;
  second = std::min<std::int64_t>(second, 59);  // a leap second has no number of its own
  date.second_of_day = static_cast<std::uint32_t>(hour * 3600 + minute * 60 + second);
  date.precision = Precision::second;
  return true;
}

/// `am`, `PM`, `a.m.`: the letter a or p, or 0 when there is none.
char read_half_day(Scanner& in) {
  Scanner look = in;
  look.skip_blanks();
  const char half = lower(look.peek());
  if ((half != 'a' && half != 'p') || !look.skip(look.peek())) return 0;
  const bool dotted = look.skip('.');
  if (lower(look.peek()) != 'm' || !look.skip(look.peek())) return 0;
  if (dotted) look.skip('.');
  if (is_letter(look.peek())) return 0;
  in = look;
  return half;
}

bool read_numeric_offset(Scanner& in, Date& date) {
  const bool negative = in.peek() == '-';
  in.skip(in.peek());
  const auto first = in.digits();
  std::int64_t hours = 0;
  std::int64_t minutes = 0;
  if (first.size() == 4) {
    hours = number(first.substr(0, 2));
    minutes = number(first.substr(2));
  } else if (first.size() == 1 || first.size() == 2) {
    hours = number(first);
    if (in.skip(':')) {
      const auto second = in.digits();
      if (second.size() != 2) return false;
      minutes = number(second);
    }
  } else {
    return false;
  }
  if (hours > 23 || minutes > 59) return false;
  const auto total = static_cast<std::int16_t>(hours * 60 + minutes);
  date.offset_minutes = static_cast<std::int16_t>(negative ? -total : total);
  date.has_offset = true;
  return true;
}

struct Zone {
  std::string_view name;
  int hours;
};
// RFC 2822 section 4.3 and the European zones; an unknown name is a time without offset, as there.
constexpr std::array<Zone, 18> kZones = {{{"z", 0},
                                          {"ut", 0},
                                          {"utc", 0},
                                          {"gmt", 0},
                                          {"est", -5},
                                          {"edt", -4},
                                          {"cst", -6},
                                          {"cdt", -5},
                                          {"mst", -7},
                                          {"mdt", -6},
                                          {"pst", -8},
                                          {"pdt", -7},
                                          {"wet", 0},
                                          {"bst", 1},
                                          {"cet", 1},
                                          {"cest", 2},
                                          {"eet", 2},
                                          {"eest", 3}}};

/// `:04` or `:04:00.79` after the hour.
bool read_minutes(Scanner& in, std::int64_t& minute, std::int64_t& second) {
  const auto minutes = in.digits();
  minute = number(minutes);
  if (minutes.size() != 2) return false;
  if (!in.skip(':')) return true;
  const auto seconds = in.digits();
  second = number(seconds);
  return seconds.size() == 2 && read_fraction(in);
}

}  // namespace

bool read_fraction(Scanner& in) {
  if (!in.skip('.') && !in.skip(',')) return true;
  return !in.digits().empty();
}

bool read_clock(Scanner& in, Date& date) {
  const auto first = in.digits();
  std::int64_t hour = number(first.substr(0, 2));
  std::int64_t minute = 0;
  std::int64_t second = 0;
  bool bare_hour = false;
  if (first.size() == 4 || first.size() == 6) {
    minute = number(first.substr(2, 2));
    if (first.size() == 6) second = number(first.substr(4));
    if (!read_fraction(in)) return false;
  } else if (first.empty() || first.size() > 2) {
    return false;
  } else if (in.skip(':')) {
    if (!read_minutes(in, minute, second)) return false;
  } else {
    bare_hour = true;
  }
  const char half = read_half_day(in);
  if (half == 0) return !bare_hour && set_time(date, hour, minute, second);
  if (hour < 1 || hour > 12) return false;
  return set_time(date, hour % 12 + (half == 'p' ? 12 : 0), minute, second);
}

bool read_zone(Scanner& in, Date& date) {
  Scanner look = in;
  look.skip_blanks();
  const auto name = look.letters();
  if (name.size() > 5) return false;
  if (!name.empty()) {
    for (const auto& zone : kZones) {
      if (!equals(name, zone.name)) continue;
      date.offset_minutes = static_cast<std::int16_t>(zone.hours * 60);
      date.has_offset = true;
    }
    in = look;
  }
  if (look.peek() == '+' || look.peek() == '-') {
    in = look;
    if (!read_numeric_offset(in, date)) return false;
  }
  look = in;
  look.skip_blanks();
  if (look.peek() == '(') in.drop_all();
  return true;
}

}  // namespace news::date_reading
