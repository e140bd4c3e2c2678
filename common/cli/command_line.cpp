// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/cli/command_line.hpp"

#include <algorithm>
#include <boost/program_options.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <numeric>

namespace news {
namespace {

namespace po = boost::program_options;

std::string see_help(const ProgramInfo& program, const CommandInfo* command) {
  std::string out = "See: " + std::string(program.name) + " ";
  return out + (command ? "help " + std::string(command->name) : std::string("--help"));
}

po::options_description describe(const ProgramInfo& program) {
  po::options_description all;
  for (const auto& option : program.options) {
    if (find_option(program, option.name) != &option) continue;  // another row of that name
    std::string name(option.name);
    if (option.letter) name += std::string(",") + option.letter;
    if (option.argument.empty())
      all.add_options()(name.c_str(), po::bool_switch(), "");
    else if (option.repeated)
      all.add_options()(name.c_str(), po::value<std::vector<std::string>>(), "");
    else
      all.add_options()(name.c_str(), po::value<std::string>(), "");
  }
  all.add_options()("words", po::value<std::vector<std::string>>());
  return all;
}

constexpr std::string_view kLeftOut = "-";  // Boost takes no empty argument

// Versions of Boost disagree about arguments that may be left out: each gets one here, a number if
// one follows.
std::vector<std::string> add_arguments(const ProgramInfo& program,
                                       const std::vector<std::string>& arguments) {
  std::vector<std::string> out;
  for (auto it = arguments.begin(); it != arguments.end(); ++it) {
    if (*it == "--") {
      out.insert(out.end(), it, arguments.end());
      break;
    }
    out.push_back(*it);
    const auto* option = it->starts_with("--") ? find_option(program, it->substr(2)) : nullptr;
    if (!option || !option->argument.starts_with('[')) continue;
    const auto next = it + 1;
    const bool number = next != arguments.end() && !next->empty() &&
                        next->find_first_not_of("0123456789,") == std::string::npos;
    out.back() += "=" + (number ? *next : std::string(kLeftOut));
    if (number) it = next;
  }
  return out;
}

[[noreturn]] void unknown(const ProgramInfo& program, std::string_view option,
                          const std::string& what) {
  std::vector<std::string_view> names;
  for (const auto& o : program.options) names.push_back(o.name);
  const auto near =
      nearest(option.substr(std::min(option.size(), option.find_first_not_of('-'))), names);
  std::string hint;
  if (!near.empty()) hint = "Did you mean --" + std::string(near) + "? ";
  throw Error(Exit::usage, what, hint + std::string(program.dashes) + std::string(option));
}

}  // namespace

std::string CommandLine::value(std::string_view option) const {
  if (const auto it = given_.find(option); it != given_.end()) return it->second;
  const OptionInfo* info = find_option(*program_, option, command);
  if (!info) return {};
  const auto it = settings_.find(option);
  return info->setting && it != settings_.end() ? it->second : std::string(info->fallback);
}

std::vector<std::string> CommandLine::values(std::string_view option) const {
  const auto it = repeated_.find(option);
  return it == repeated_.end() ? std::vector<std::string>() : it->second;
}

std::size_t CommandLine::choice(std::string_view option) const {
  const std::string_view all = find_option(*program_, option, command)->choices;
  const std::string text = value(option);
  std::size_t n = 0;
  for (std::size_t at = 0; at <= all.size(); ++n) {
    const std::size_t end = std::min(all.find(',', at), all.size());
    if (all.substr(at, end - at) == text) return n;
    at = end + 1;
  }
  std::string list(all);
  for (std::size_t at = 0; (at = list.find(',', at)) != list.npos; at += 2)
    list.insert(at + 1, " ");
  bad_value(option, text, "is none of " + list);
}

void CommandLine::refuse_other_options(const CommandInfo& asked) const {
  for (const auto& option : program_->options) {
    if (!given(option.name) || takes_option(*program_, asked, option.name)) continue;
    std::string takers;
    for (const auto& c : program_->commands)
      if (takes_option(*program_, c, option.name))
        takers += (takers.empty() ? "" : ", ") + std::string(c.name);
    throw Error(Exit::usage, std::string(asked.name) + " takes no --" + std::string(option.name),
                "It is for: " + takers + ".");
  }
}

std::string CommandLine::only_word(std::string_view what) const {
  const std::string name(command->name);
  if (words.empty()) throw Error(Exit::usage, name + " needs " + std::string(what), see_help());
  if (words.size() > 1)
    throw Error(Exit::usage, name + " takes no argument '" + words[1] + "'", see_help());
  return words[0];
}

std::string CommandLine::see_help() const {
  return news::see_help(*program_, command);
}

void CommandLine::bad_value(std::string_view option, std::string_view text,
                            std::string_view why) const {
  throw Error(Exit::usage,
              "--" + std::string(option) + ": '" + std::string(text) + "' " + std::string(why),
              see_help());
}

CommandLine parse_command_line(const ProgramInfo& program,
                               const std::vector<std::string>& arguments, Settings settings) {
  CommandLine line;
  line.program_ = &program;
  line.settings_ = std::move(settings);
  po::variables_map values;
  po::positional_options_description positional;
  positional.add("words", -1);
  try {
    const int style = po::command_line_style::unix_style & ~po::command_line_style::allow_guessing;
    const auto all = describe(program);
    po::store(po::command_line_parser(add_arguments(program, arguments))
                  .options(all)
                  .positional(positional)
                  .style(style)
                  .run(),
              values);
    po::notify(values);
  } catch (const po::unknown_option& e) {
    unknown(program, e.get_option_name(), e.what());
  } catch (const po::error& e) {
    throw Error(Exit::usage, e.what(), see_help(program, nullptr));
  }
  if (values.count("words")) line.words = values["words"].as<std::vector<std::string>>();
  if (!line.words.empty()) line.command = find_command(program, line.words[0]);
  if (line.command) line.words.erase(line.words.begin());
  for (const auto& option : program.options) {
    const std::string name(option.name);
    if (option.argument.empty() ? !values[name].as<bool>() : !values.count(name)) continue;
    std::string& value = line.given_[name];
    if (option.repeated) {
      value = (line.repeated_[name] = values[name].as<std::vector<std::string>>()).back();
      continue;
    }
    value = option.argument.empty() ? "yes" : values[name].as<std::string>();
    if (option.argument.starts_with('[') && value == kLeftOut) value.clear();
  }
  return line;
}

std::string_view nearest(std::string_view word, const std::vector<std::string_view>& candidates) {
  constexpr std::size_t kMost = 2;
  std::string_view best;
  std::size_t least = kMost + 1;
  for (const auto candidate : candidates) {
    // Levenshtein's distance, a row at a time.
    std::vector<std::size_t> row(candidate.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < word.size(); ++i) {
      std::size_t diagonal = row[0]++;
      for (std::size_t j = 0; j < candidate.size(); ++j) {
        const std::size_t change = diagonal + (word[i] != candidate[j]);
        diagonal = row[j + 1];
        row[j + 1] = std::min({change, row[j] + 1, diagonal + 1});
      }
    }
    if (row.back() < least && row.back() < candidate.size()) {
      least = row.back();
      best = candidate;
    }
  }
  return best;
}

Settings read_settings(const ProgramInfo& program) {
  Settings out;
  po::options_description all;
  for (const auto& option : program.options)
    if (option.setting)
      all.add_options()(std::string(option.name).c_str(), po::value<std::string>());
  const char* const xdg = std::getenv("XDG_CONFIG_HOME");
  const char* const home = std::getenv("HOME");
  std::filesystem::path path = xdg && *xdg ? xdg : home ? std::string(home) + "/.config" : "";
  path /= "newsarchive/" + std::string(program.name) + ".conf";
  po::variables_map values;
  try {
    // What is stored first wins.
    po::store(po::parse_environment(all,
                                    [&](const std::string& variable) -> std::string {
                                      if (!variable.starts_with("NEWSARCHIVE_")) return {};
                                      std::string name = variable.substr(12);
                                      for (char& c : name)
                                        c = c == '_' ? '-' : static_cast<char>(std::tolower(c));
                                      const auto* option = find_option(program, name);
                                      const bool set = option && option->setting;
                                      return set && !option->file_only ? name : std::string();
                                    }),
              values);
    if (std::ifstream file(path); file) po::store(po::parse_config_file(file, all), values);
  } catch (const po::error& e) {
    std::string names;
    for (const auto& option : program.options)
      if (option.setting) names += (names.empty() ? "" : ", ") + std::string(option.name);
    throw Error(Exit::usage, path.string() + ": " + e.what(), "Settings are: " + names);
  }
  for (const auto& [name, value] : values) out[name] = value.as<std::string>();
  return out;
}

}  // namespace news
