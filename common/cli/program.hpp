// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace news {

/// The tables that a program's command line is read, explained and completed from: parsing, --help,
/// man pages and completions of the shells all use them.

struct OptionInfo {
  std::string_view name;           ///< without dashes
  std::string_view argument = {};  ///< in help; empty: a switch; in [ ]: a number, or left out
  std::string_view fallback = {};  ///< the value when it is not given
  std::string_view help = {};      ///< a phrase
  std::string_view choices = {};   ///< all values there are, with commas between; empty: any
  std::string_view only = {};      ///< the commands that this row is of, where rows share a name
  char letter = 0;                 ///< short form, 0 none
  bool setting = false;            ///< may be set in the configuration file and the environment
  bool repeated = false;           ///< may be given several times
  bool file_only = false;          ///< the variable of that name is something else
  bool member = false;             ///< may be a member of a request in JSON
};

struct ExampleInfo {
  std::string_view line;  ///< a command line
  std::string_view what;  ///< what it does, a phrase; may be empty
};

struct CommandInfo {
  std::string_view name;
  std::string_view arguments;  ///< as the synopsis names them
  std::string_view summary;    ///< a phrase
  std::span<const ExampleInfo> examples;
  std::string_view about;    ///< what else there is to know; may be empty
  std::string_view options;  ///< names of those that it takes, with blanks between
  bool hidden = false;       ///< for programs, not for people: help does not name it
};

struct ProgramInfo {
  std::string_view name, summary;
  std::span<const ExampleInfo> examples;
  std::span<const CommandInfo> commands;
  std::span<const OptionInfo> options;
  std::string_view common_options;  ///< names of those that all commands take, with blanks between
  std::string_view closing;         ///< what help ends with
  std::string_view see_also;        ///< of the man page
  std::string_view implicit_command;  ///< that of a command line without one; may be empty
  std::string_view dashes;  ///< what to do about a word that begins with '-', before such a word
};

/// The command or option of that name; null if there is none.
const CommandInfo* find_command(const ProgramInfo& program, std::string_view name);
/// With a command: its row of that name, whether it takes the option or not.
const OptionInfo* find_option(const ProgramInfo& program, std::string_view name,
                              const CommandInfo* command = nullptr);
/// True if the command, or all commands, take the option.
bool takes_option(const ProgramInfo& program, const CommandInfo& command, std::string_view option);
/// The same of one of several rows that share a name.
bool takes_option(const ProgramInfo& program, const CommandInfo& command, const OptionInfo& row);

/// What the program can do: examples, commands, closing words. Lines of at most 80 columns.
std::string program_help(const ProgramInfo& program);
/// Examples, synopsis and options of one command.
std::string command_help(const ProgramInfo& program, const CommandInfo& command);
/// What `help ABOUT` prints: of a command, the man page for "man", of the program for "". Throws
/// Error(ErrorCode::usage) if there is no such command.
std::string help_text(const ProgramInfo& program, std::string_view about);

}  // namespace news
