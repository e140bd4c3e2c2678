// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/cli/options.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <sstream>

#include "indexer/cli/program.hpp"

namespace news {
namespace {

using Command = IndexerOptions::Command;

// "title=headline,date=meta.published" as a map.
std::map<std::string, std::string> parse_map(const std::string& text) {
  std::map<std::string, std::string> out;
  std::istringstream parts(text);
  for (std::string part; std::getline(parts, part, ',');) {
    const auto equals = part.find('=');
    if (equals == 0 || equals == std::string::npos || equals + 1 == part.size())
      throw Error(ErrorCode::usage, "--map: '" + part + "' is not FIELD=NAME",
                  "Example: --map title=headline,date=meta.published");
    out[part.substr(0, equals)] = part.substr(equals + 1);
  }
  return out;
}

// The command of a first word that is one's name.
const CommandInfo& require_command(const OptionValues& line) {
  if (line.command) return *line.command;
  if (line.words.empty()) throw Error(ErrorCode::usage, "no command given", line.see_help());
  std::vector<std::string_view> names;
  for (const auto& c : indexer_program().commands) names.push_back(c.name);
  const auto near = nearest(line.words[0], names);
  throw Error(
      ErrorCode::usage, "unknown command '" + line.words[0] + "'",
      (near.empty() ? "" : "Did you mean: indexer " + std::string(near) + "? ") + line.see_help());
}

void fill_limits(IndexerOptions& out, const OptionValues& line) {
  out.add.threads = std::min(line.number<unsigned>("threads"), 256u);
  out.add.memory_mib = line.number<std::uint64_t>("memory");
  if (out.add.memory_mib < 128 || out.add.memory_mib > (1u << 20))
    throw Error(ErrorCode::usage, "--memory must be from 128 to 1048576 MiB", line.see_help());
}

void fill_story_window(IndexerOptions& out, const OptionValues& line) {
  if (!line.given("story-window")) return;
  const auto days = line.number<std::uint32_t>("story-window");
  if (days > kMaxStoryWindow)
    throw Error(ErrorCode::usage,
                fmt::format("--story-window must be from 0 to {} days", kMaxStoryWindow),
                line.see_help());
  out.add.story_window = days;
}

void fill_switches(IndexerOptions& out, const OptionValues& line) {
  out.quiet = line.flag("quiet");
  out.dry_run = line.flag("dry-run");
  out.deep = line.flag("deep");
  out.repair = line.flag("repair");
  out.untrusted = line.flag("untrusted");
  out.coverage = line.flag("coverage");
  out.ids = line.value("ids");
}

void fill_add(IndexerOptions& out, const OptionValues& line) {
  out.add.archive = out.archive;
  out.add.keep_versions = line.flag("keep-versions");
  out.add.strict = line.flag("strict");
  out.input.format = line.value("format");
  out.input.date_from_crawl = line.choice("date-from") == 1;
  out.input.boilerplate = static_cast<BoilerplateMode>(line.choice("boilerplate"));
  out.input.day_month = static_cast<DayMonthOrder>(line.choice("date-order"));
  out.report = line.value("report");
  out.quarantine = line.value("quarantine");
  if (line.given("map")) out.input.field_map = parse_map(line.value("map"));
  out.input.path_pattern = line.value("path-pattern");
}

void fill_info(IndexerOptions& out, const OptionValues& line) {
  line.choice("format");
  out.format = line.value("format");
  if (out.format == "csv" && !out.coverage)
    throw Error(ErrorCode::usage, "--format: csv is for --coverage; else it is text or json",
                line.see_help());
}

// What stands behind the archive is what the command takes.
void check_words(const IndexerOptions& out, const OptionValues& line) {
  const std::string name(line.command->name);
  const bool none = out.inputs.empty();
  if (out.command == Command::add) {
    if (none)
      throw Error(ErrorCode::usage, "add needs at least one input",
                  "Name files or directories, or '-' for standard input.");
  } else if (out.command == Command::remove) {
    if (none && out.ids.empty())
      throw Error(ErrorCode::usage, "delete needs a query or --ids",
                  "Example: indexer delete my.archive 'source:tabloid' --dry-run");
  } else if (out.command == Command::backup) {
    if (out.inputs.size() != 1)
      throw Error(ErrorCode::usage, "backup needs one directory to write to", line.see_help());
  } else if (!none) {
    throw Error(ErrorCode::usage, name + " takes no argument '" + out.inputs[0] + "'",
                line.see_help());
  }
}

}  // namespace

IndexerOptions parse_indexer_options(const std::vector<std::string>& arguments,
                                     const Settings& settings) {
  const OptionValues line = parse_command_line(indexer_program(), arguments, settings);
  IndexerOptions out;
  const auto& words = line.words;
  const bool help_word = !line.command && !words.empty() && words[0] == "help";
  if (line.flag("help") || help_word) {
    if (line.command) out.about = line.command->name;
    if (help_word && words.size() > 1) out.about = words[1];
    return out;
  }
  out.command = Command::version;
  if (line.flag("version")) return out;
  const CommandInfo& command = require_command(line);
  line.refuse_other_options(command);
  const auto name = std::find(kIndexerCommands.begin(), kIndexerCommands.end(), command.name);
  out.command = static_cast<Command>(name - kIndexerCommands.begin());
  if (out.command == Command::complete) out.words = words;
  if (out.command == Command::completion) out.about = line.only_word("a shell: bash, zsh or fish");
  if (out.command >= Command::completion) return out;
  if (words.empty())
    throw Error(ErrorCode::usage, std::string(command.name) + " needs an archive", line.see_help());
  out.archive = words[0];
  out.inputs.assign(words.begin() + 1, words.end());
  fill_limits(out, line);
  fill_story_window(out, line);
  fill_switches(out, line);
  if (out.command == Command::add) fill_add(out, line);
  if (out.command == Command::info) fill_info(out, line);
  check_words(out, line);
  return out;
}

}  // namespace news
