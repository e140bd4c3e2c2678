// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <charconv>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "common/cli/program.hpp"
#include "common/error.hpp"

namespace news {

/// Values of options that come from somewhere else than the command line, by name.
using Settings = std::map<std::string, std::string, std::less<>>;

/// A command line, cut into words and options by a program's tables.
class CommandLine {
 public:
  const CommandInfo* command = nullptr;  ///< null when the first word is none
  std::vector<std::string> words;        ///< without the command
  bool given(std::string_view option) const { return given_.contains(option); }
  /// What was given, else the setting, else the fallback. A switch is "" or "yes"; an argument that
  /// was left out is "".
  std::string value(std::string_view option) const;
  /// All that were given of a repeated option, in their order.
  std::vector<std::string> values(std::string_view option) const;
  bool flag(std::string_view option) const { return value(option) == "yes"; }
  /// The one word behind the command. Throws Error(Exit::usage) if it has none, or another behind
  /// it; `what`: what it should be.
  std::string only_word(std::string_view what) const;
  /// Throws Error(Exit::usage) if an option was given that `command` does not take, with the
  /// commands that do.
  void refuse_other_options(const CommandInfo& command) const;
  /// The place of the value among the option's choices. Throws Error(Exit::usage).
  std::size_t choice(std::string_view option) const;
  /// Where to read on: the help of the command or of the program.
  std::string see_help() const;
  /// A whole number; throws Error(Exit::usage) for anything else.
  template <typename Number>
  Number number(std::string_view option) const {
    return to_number<Number>(option, value(option));
  }
  template <typename Number>
  Number to_number(std::string_view option, std::string_view text) const {
    Number n{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), n);
    if (error == std::errc::result_out_of_range) bad_value(option, text, "is too large");
    if (error != std::errc{} || end != text.data() + text.size())
      bad_value(option, text, "is no whole number from 0 up");
    return n;
  }

 private:
  friend CommandLine parse_command_line(const ProgramInfo& program,
                                        const std::vector<std::string>& arguments,
                                        Settings settings);
  [[noreturn]] void bad_value(std::string_view option, std::string_view text,
                              std::string_view why) const;
  const ProgramInfo* program_ = nullptr;
  Settings given_, settings_;  ///< of a repeated option, the last one
  std::map<std::string, std::vector<std::string>, std::less<>> repeated_;
};

/// Reads the arguments behind the program's name. The first word is the command if it is one's
/// name. Throws Error(Exit::usage) for options that there are not or that the command does not
/// take, with the nearest that it does.
CommandLine parse_command_line(const ProgramInfo& program,
                               const std::vector<std::string>& arguments, Settings settings);

/// The candidate within two edits of the word that is nearest; "" if there is none.
std::string_view nearest(std::string_view word, const std::vector<std::string_view>& candidates);

/// The settings of a user: ~/.config/newsarchive/PROGRAM.conf (XDG_CONFIG_HOME is obeyed), a line
/// each, "name = value"; above those, environment variables NEWSARCHIVE_NAME. Throws
/// Error(Exit::usage) for names that are no settings of the program.
Settings read_settings(const ProgramInfo& program);

}  // namespace news
