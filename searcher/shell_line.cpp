// SPDX-License-Identifier: GPL-2.0-or-later
#include <array>
#include <charconv>
#include <utility>

#include "searcher/shell.hpp"

namespace news {
namespace {

using Kind = ShellLine::Kind;
constexpr std::array<std::pair<std::string_view, Kind>, 6> kCommands = {{
    {"sort", Kind::sort},
    {"facets", Kind::facets},
    {"count", Kind::count},
    {"help", Kind::help},
    {"quit", Kind::quit},
    {"q", Kind::quit},
}};

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kBlanks = " \t\r\n";
  const auto begin = text.find_first_not_of(kBlanks);
  if (begin == text.npos) return {};
  return text.substr(begin, text.find_last_not_of(kBlanks) - begin + 1);
}

}  // namespace

ShellLine parse_shell_line(std::string_view line) {
  const auto text = trimmed(line);
  if (text.empty()) return {};
  if (text == "n") return {Kind::next, {}, 0};
  if (text == "p") return {Kind::previous, {}, 0};
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error == std::errc{} && end == text.data() + text.size())
    return {Kind::open, std::string(text), number};
  if (text[0] != ':') return {Kind::query, std::string(text), 0};
  const auto blank = std::min(text.find(' '), text.size());
  const auto name = text.substr(1, blank - 1);
  for (const auto& [known, kind] : kCommands)
    if (name == known) return {kind, std::string(trimmed(text.substr(blank))), 0};
  return {Kind::unknown, std::string(text), 0};
}

}  // namespace news
