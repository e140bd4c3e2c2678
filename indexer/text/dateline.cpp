// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/text/dateline.hpp"

#include <algorithm>
#include <array>

#include "common/text/ascii.hpp"

namespace news {
namespace {

constexpr std::size_t kMaxLine = 80;
constexpr int kFirstLines = 6;

/// Removes a word that `line` begins with, and a colon and blanks after it.
bool skip_word(std::string_view& line, std::string_view word) {
  if (line.size() <= word.size() || (line[word.size()] != ' ' && line[word.size()] != ':') ||
      !std::equal(word.begin(), word.end(), line.begin(),
                  [](char a, char b) { return a == lower_case(b); }))
    return false;
  line.remove_prefix(word.size());
  line.remove_prefix(std::min(line.find_first_not_of(" :"), line.size()));
  return true;
}

bool skip_label(std::string_view& line) {
  constexpr std::array<std::string_view, 9> kLabels = {
      "published", "posted", "updated", "modified", "created", "date", "first", "last", "on"};
  bool skipped = false;
  for (bool again = true; again; skipped |= again)
    again = std::any_of(kLabels.begin(), kLabels.end(),
                        [&](std::string_view word) { return skip_word(line, word); });
  return skipped;
}

bool is_day(std::string_view text, DayMonthOrder order) {
  // Ten digits would be seconds since 1970, and are more likely a telephone's.
  return text.find_first_not_of("0123456789") != text.npos &&
         parse_date(text, order).precision >= Precision::day;
}

}  // namespace

std::string date_of_line(std::string_view line, DayMonthOrder order) {
  line = trim(line);
  if (line.size() > kMaxLine) return {};
  const bool labelled = skip_label(line);
  if (is_day(line, order)) return std::string(line);
  if (!labelled) return {};
  for (const std::string_view end : {" at ", " by ", " | ", " - ", " – ", " — ", " · ", " ("}) {
    const auto date = trim(line.substr(0, line.find(end)));
    if (is_day(date, order)) return std::string(date);
  }
  return {};
}

std::string find_dateline(std::string_view text, DayMonthOrder order) {
  int lines = 0;
  for (std::size_t at = 0; at < text.size() && lines < kFirstLines;) {
    const auto end = std::min(text.find('\n', at), text.size());
    const auto line = trim(text.substr(at, end - at));
    at = end + 1;
    if (line.empty()) continue;
    ++lines;
    if (auto date = date_of_line(line, order); !date.empty()) return date;
  }
  return {};
}

}  // namespace news
