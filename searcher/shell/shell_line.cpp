// SPDX-License-Identifier: GPL-2.0-or-later
#include <array>
#include <charconv>
#include <optional>
#include <utility>

#include "common/text/ascii.hpp"
#include "searcher/shell/shell.hpp"

namespace news {
namespace {

using Kind = ShellLine::Kind;
constexpr std::array<std::pair<std::string_view, Kind>, 7> kCommands = {{
    {"sort", Kind::sort},
    {"facets", Kind::facets},
    {"count", Kind::count},
    {"story", Kind::story},
    {"help", Kind::help},
    {"quit", Kind::quit},
    {"q", Kind::quit},
}};

std::optional<std::uint64_t> read_number(std::string_view text) {
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return number;
}

}  // namespace

ShellLine parse_shell_line(std::string_view line) {
  const auto text = trim(line);
  if (text.empty()) return {};
  if (text == "n") return {Kind::next, {}, 0};
  if (text == "p") return {Kind::previous, {}, 0};
  if (const auto number = read_number(text)) return {Kind::open, std::string(text), *number};
  if (text[0] != ':') return {Kind::query, std::string(text), 0};
  const auto blank = std::min(text.find(' '), text.size());
  const auto name = text.substr(1, blank - 1);
  for (const auto& [known, kind] : kCommands)
    if (name == known) {
      const auto argument = trim(text.substr(blank));
      return {kind, std::string(argument), read_number(argument).value_or(0)};
    }
  return {Kind::unknown, std::string(text), 0};
}

}  // namespace news
