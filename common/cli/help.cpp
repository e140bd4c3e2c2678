// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <sstream>

#include "common/cli/man_page.hpp"
#include "common/cli/program.hpp"
#include "common/error.hpp"

namespace news {
namespace {

constexpr std::size_t kColumns = 80, kIndent = 2, kHelpColumn = 26;

bool in_list(std::string_view list, std::string_view name) {
  std::istringstream words{std::string(list)};
  for (std::string word; words >> word;)
    if (word == name) return true;
  return false;
}

/// `text` in lines, each but the first indented; `column`: where the first one begins.
std::string wrapped(std::string_view text, std::size_t indent, std::size_t column) {
  std::string out;
  std::istringstream words{std::string(text)};
  for (std::string word; words >> word;) {
    const bool first = out.empty();
    if (!first && column + 1 + word.size() > kColumns) {
      out += "\n" + std::string(indent, ' ');
      column = indent;
    } else if (!first) {
      out += ' ';
      ++column;
    }
    out += word;
    column += word.size();
  }
  return out;
}

/// `left` in a column of its own, `right` wrapped beside or, if it is too long, below it.
std::string row(const std::string& left, std::string_view right, std::size_t at) {
  std::string out = std::string(kIndent, ' ') + left;
  if (right.empty()) return out + "\n";
  if (out.size() + 2 > at)
    out += "\n" + std::string(at, ' ');
  else
    out.resize(at, ' ');
  return out + wrapped(right, at, at) + "\n";
}

std::string synopsis_of(const OptionInfo& option) {
  std::string out = option.letter ? std::string("-") + option.letter + ", " : "";
  out += "--" + std::string(option.name);
  if (!option.argument.empty()) out += " " + std::string(option.argument);
  return out;
}

std::string explained(const OptionInfo& option) {
  std::string out(option.help);
  if (!option.choices.empty()) {
    std::string list(option.choices);
    for (std::size_t at = 0; (at = list.find(',', at)) != list.npos; at += 2)
      list.insert(at + 1, " ");
    out += ": " + list;
  }
  if (!option.fallback.empty()) out += " (" + std::string(option.fallback) + ")";
  return out;
}

std::string examples(std::span<const ExampleInfo> list) {
  if (list.empty()) return {};
  std::size_t longest = 0;
  for (const auto& e : list) longest = std::max(longest, e.line.size());
  const std::size_t at = std::min(longest + kIndent + 2, std::size_t{46});
  std::string out = "Examples:\n";
  for (const auto& e : list) out += row(std::string(e.line), e.what, at);
  return out + "\n";
}

}  // namespace

const CommandInfo* find_command(const ProgramInfo& program, std::string_view name) {
  for (const auto& command : program.commands)
    if (command.name == name) return &command;
  return nullptr;
}

const OptionInfo* find_option(const ProgramInfo& program, std::string_view name,
                              const CommandInfo* command) {
  const OptionInfo* first = nullptr;
  for (const auto& option : program.options) {
    if (option.name != name) continue;
    if (!command || in_list(option.only, command->name)) return &option;
    if (!first) first = &option;
  }
  return first;
}

bool takes_option(const ProgramInfo& program, const CommandInfo& command, std::string_view option) {
  return in_list(command.options, option) || in_list(program.common_options, option);
}

bool takes_option(const ProgramInfo& program, const CommandInfo& command, const OptionInfo& row) {
  return find_option(program, row.name, &command) == &row &&
         takes_option(program, command, row.name);
}

std::string program_help(const ProgramInfo& program) {
  const std::string name(program.name);
  std::string out =
      name + " – " + std::string(program.summary) + "\n\n" + examples(program.examples);
  out += "Commands (" + name + " help COMMAND tells more):\n";
  for (const auto& command : program.commands)
    if (!command.hidden) out += row(std::string(command.name), command.summary, 16);
  return out + "\n" + std::string(program.closing);
}

std::string command_help(const ProgramInfo& program, const CommandInfo& command) {
  const std::string begin = std::string(program.name) + " " + std::string(command.name);
  std::string out = wrapped(begin + " – " + std::string(command.summary), 0, 0) + "\n\n" +
                    examples(command.examples);
  out += "Usage: " + begin + " [OPTION]... " + std::string(command.arguments) + "\n\n";
  if (!command.about.empty()) out += wrapped(command.about, 0, 0) + "\n\n";
  out += "Options:\n";
  for (const auto& option : program.options)
    if (takes_option(program, command, option))
      out += row(synopsis_of(option), explained(option), kHelpColumn);
  return out;
}

std::string help_text(const ProgramInfo& program, std::string_view about) {
  if (about.empty()) return program_help(program);
  if (about == "man") return man_page(program);
  if (const auto* command = find_command(program, about)) return command_help(program, *command);
  throw Error(ErrorCode::usage, "no command '" + std::string(about) + "'",
              "See: " + std::string(program.name) + " --help");
}

}  // namespace news
