// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/cli/completion.hpp"

#include <algorithm>
#include <sstream>

#include "common/text/display.hpp"

namespace news {
namespace {

constexpr std::string_view kArchive = "ARCHIVE";

/// The words before the one being written, understood as far as that can be.
struct Before {
  const CommandInfo* command = nullptr;  ///< named, else the implicit one, else null
  std::vector<std::string> arguments;    ///< without the command
  bool first_word = true;                ///< no word but options stands before
  bool help_word = false;
  bool options_end = false;             ///< after "--"
  bool archive_option = false;          ///< the first argument was named by an option
  const OptionInfo* waiting = nullptr;  ///< the option whose argument is being written
  std::vector<std::string_view> given;
};

const OptionInfo* option_of(const ProgramInfo& program, const Before& before,
                            std::string_view word) {
  if (word.starts_with("--")) {
    const auto name = word.substr(2, word.find('=') - 2);
    return find_option(program, name, before.command);
  }
  for (const auto& option : program.options)
    if (option.letter && word.size() == 2 && word[1] == option.letter) return &option;
  return nullptr;
}

void take_word(const ProgramInfo& program, Before& before, const std::string& word) {
  if (!before.first_word) {
    before.arguments.push_back(word);
    return;
  }
  before.first_word = false;
  before.help_word = word == "help";
  if (const auto* command = find_command(program, word))
    before.command = command;
  else
    before.arguments.push_back(word);
}

// The archive may be named by an option, and stands first then.
void take_value(Before& before, const OptionInfo& option, const std::string& value) {
  if (option.argument != kArchive || before.archive_option) return;
  before.archive_option = true;
  before.arguments.insert(before.arguments.begin(), value);
}

// The command is looked for first: it may stand after options, and tells what these are.
Before read_before(const ProgramInfo& program, const std::vector<std::string>& words) {
  Before out;
  out.command = find_command(program, program.implicit_command);
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    const std::string& word = words[i];
    out.waiting = nullptr;
    if (out.options_end || word.size() < 2 || word[0] != '-') {
      take_word(program, out, word);
    } else if (word == "--") {
      out.options_end = true;
    } else if (const auto* option = option_of(program, out, word)) {
      out.given.push_back(option->name);
      const bool wants = !option->argument.empty() && !option->argument.starts_with('[');
      const auto equals = word.find('=');
      if (!wants || equals != std::string::npos)
        take_value(out, *option, word.substr(std::min(equals, word.size() - 1) + 1));
      else if (i + 2 == words.size())
        out.waiting = option;
      else
        take_value(out, *option, words[++i]);
    }
  }
  return out;
}

std::vector<std::string> split(std::string_view text, char at) {
  std::vector<std::string> out;
  std::istringstream in{std::string(text)};
  for (std::string part; std::getline(in, part, at);) out.push_back(part);
  return out;
}

void add_matching(std::vector<Candidate>& out, std::string_view begin, std::string_view word,
                  std::string_view value, std::string_view about = {}) {
  if (value.starts_with(word))
    out.push_back({std::string(begin).append(value), std::string(about)});
}

/// `begin`: what stands before the value in the same word, "--name=" or nothing.
std::vector<Candidate> complete_value(const OptionInfo& option, std::string begin,
                                      std::string value) {
  if (option.argument == "FILE" || option.argument == kArchive) {
    auto out = complete_path(value, option.argument == "FILE");
    for (auto& c : out) c.value.insert(0, begin);
    return out;
  }
  if (const auto comma = value.rfind(','); option.argument == "LIST" && comma != value.npos) {
    begin += value.substr(0, comma + 1);
    value.erase(0, comma + 1);
  }
  std::vector<Candidate> out;
  for (const auto& choice : split(option.choices, ',')) add_matching(out, begin, value, choice);
  return out;
}

std::vector<Candidate> complete_option(const ProgramInfo& program, const Before& before,
                                       const std::string& word) {
  if (const auto equals = word.find('='); equals != word.npos) {
    const auto* option = option_of(program, before, word);
    if (!option) return {};
    return complete_value(*option, word.substr(0, equals + 1), word.substr(equals + 1));
  }
  std::vector<Candidate> out;
  for (const auto& option : program.options) {
    const bool taken = before.command
                           ? takes_option(program, *before.command, option)
                           : std::find_if(program.commands.begin(), program.commands.end(),
                                          [&](const CommandInfo& command) {
                                            return !takes_option(program, command, option);
                                          }) == program.commands.end();
    const bool again = std::count(before.given.begin(), before.given.end(), option.name) > 0;
    if (!taken || (again && !option.repeated)) continue;
    add_matching(out, "--", word.substr(std::min<std::size_t>(word.size(), 2)), option.name,
                 option.help);
  }
  return out;
}

std::vector<Candidate> complete_first(const ProgramInfo& program, const std::string& word) {
  std::vector<Candidate> out;
  for (const auto& command : program.commands)
    if (!command.hidden) add_matching(out, "", word, command.name, command.summary);
  add_matching(out, "", word, "help", "what there is, or all about a command");
  return out;
}

/// The name of the argument at a place of a synopsis, "" after its end.
std::string argument_name(const CommandInfo& command, std::size_t place) {
  const auto names = split(command.arguments, ' ');
  if (names.empty()) return {};
  constexpr std::string_view kMore = "...";
  std::string name = names[std::min(place, names.size() - 1)];
  if (name.ends_with(kMore)) return name.substr(0, name.size() - kMore.size());
  return place < names.size() ? name : std::string();
}

std::vector<Candidate> complete_argument(const ProgramInfo& program, const Before& before,
                                         const std::string& word,
                                         const ArgumentCompleter& completer) {
  if (before.help_word && before.arguments.size() == 1) {
    auto out = complete_first(program, word);
    if (!out.empty() && out.back().value == "help") out.pop_back();
    add_matching(out, "", word, "man", "the man page");
    return out;
  }
  if (!before.command || before.help_word) return {};
  const auto name = argument_name(*before.command, before.arguments.size());
  if (name == kArchive || name == "DIRECTORY") return complete_path(word, false);
  if (name == "INPUT") return complete_path(word, true);
  if (name == "SHELL") {
    std::vector<Candidate> out;
    for (const auto shell : {"bash", "zsh", "fish"}) add_matching(out, "", word, shell);
    return out;
  }
  return name.empty() ? std::vector<Candidate>() : completer(name, before.arguments, word);
}

}  // namespace

std::vector<Candidate> complete(const ProgramInfo& program, const std::vector<std::string>& words,
                                const ArgumentCompleter& completer) {
  const std::string word = words.empty() ? std::string() : words.back();
  const Before before = read_before(program, words);
  if (before.waiting) return complete_value(*before.waiting, "", word);
  if (!before.options_end && word.starts_with('-')) return complete_option(program, before, word);
  std::vector<Candidate> out;
  if (before.first_word) out = complete_first(program, word);
  if (!before.first_word || before.command)
    for (auto& c : complete_argument(program, before, word, completer)) out.push_back(std::move(c));
  return out;
}

std::string candidate_lines(const std::vector<Candidate>& candidates) {
  std::string out;
  for (const auto& c : candidates) {
    if (sanitize(c.value) != c.value) continue;
    out += c.value;
    if (!c.about.empty()) out += "\t" + sanitize(c.about);
    out += '\n';
  }
  return out;
}

}  // namespace news
