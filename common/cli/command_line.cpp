// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/cli/command_line.hpp"

#include <boost/program_options.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "common/text/ascii.hpp"

namespace news {
namespace {

namespace po = boost::program_options;

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
  throw Error(ErrorCode::usage, what, hint + std::string(program.dashes) + std::string(option));
}

}  // namespace

OptionValues parse_command_line(const ProgramInfo& program,
                                const std::vector<std::string>& arguments, Settings settings) {
  OptionValues out(program, std::move(settings));
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
    throw Error(ErrorCode::usage, e.what(), out.see_help());
  }
  if (values.count("words")) out.words = values["words"].as<std::vector<std::string>>();
  if (!out.words.empty()) out.command = find_command(program, out.words[0]);
  if (out.command) out.words.erase(out.words.begin());
  for (const auto& option : program.options) {
    const std::string name(option.name);
    if (find_option(program, name) != &option) continue;  // another row of that name
    if (option.argument.empty()) {
      if (values[name].as<bool>()) out.set(option, "yes");
    } else if (!values.count(name)) {
      continue;
    } else if (option.repeated) {
      for (const auto& value : values[name].as<std::vector<std::string>>()) out.set(option, value);
    } else {
      const auto& value = values[name].as<std::string>();
      const bool left_out = option.argument.starts_with('[') && value == kLeftOut;
      out.set(option, left_out ? "" : value);
    }
  }
  return out;
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
                                      for (char& c : name) c = c == '_' ? '-' : lower_case(c);
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
    throw Error(ErrorCode::usage, path.string() + ": " + e.what(), "Settings are: " + names);
  }
  for (const auto& [name, value] : values) out[name] = value.as<std::string>();
  return out;
}

}  // namespace news
