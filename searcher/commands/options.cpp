// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/commands/options.hpp"

#include <algorithm>
#include <limits>
#include <sstream>

#include "searcher/cli/program.hpp"
#include "searcher/commands/receipt/receipt_file.hpp"
#include "searcher/commands/story_command.hpp"
#include "searcher/print/hit_story.hpp"

namespace news {
namespace {

std::vector<std::string> split(const std::string& list) {
  std::vector<std::string> out;
  std::istringstream in(list);
  for (std::string part; std::getline(in, part, ',');)
    if (!part.empty()) out.push_back(part);
  return out;
}

// The places in `names` of a comma-separated list; twice the same would be a key twice in JSON.
template <typename Names>
std::vector<std::size_t> choose_list(const CommandLine& line, const std::string& option,
                                     const Names& names) {
  std::vector<std::size_t> out;
  for (const auto& name : split(line.value(option))) {
    const auto it = std::find(names.begin(), names.end(), name);
    if (it == names.end()) {
      std::string all;
      for (const auto& n : names) all += (all.empty() ? "" : ", ") + std::string(n);
      throw Error(Exit::usage, "--" + option + ": '" + name + "' is none of " + all,
                  line.see_help());
    }
    const auto n = static_cast<std::size_t>(it - names.begin());
    if (std::find(out.begin(), out.end(), n) != out.end())
      throw Error(Exit::usage, "--" + option + ": '" + name + "' is named twice", line.see_help());
    out.push_back(n);
  }
  return out;
}

std::uint32_t version_number(const CommandLine& line, const std::string& option,
                             const std::string& text) {
  const auto n = line.to_number<std::uint32_t>(option, text);
  if (n == 0)
    throw Error(Exit::usage, "--" + option + ": versions are numbered from 1", line.see_help());
  return n;
}

/// N or N,M
void read_diff(SearcherOptions& out, const CommandLine& line) {
  const std::string text = line.value("diff");
  out.diff = true;
  if (text.empty()) return;
  const auto comma = text.find(',');
  out.diff_from = version_number(line, "diff", text.substr(0, comma));
  if (comma != std::string::npos)
    out.diff_to = version_number(line, "diff", text.substr(comma + 1));
}

// What stands behind an id and --version was meant for the number of a version.
bool asks_program_version(const CommandLine& line) {
  if (!line.given("version") || !line.value("version").empty()) return false;
  return !line.command || line.command->name != "show" || line.words.size() < 3;
}

// A command without a limit of its own shows all.
std::uint64_t read_limit(const CommandLine& line) {
  const bool none = !line.given("limit") && line.value("limit").empty();
  if (none || line.flag("all")) return std::numeric_limits<std::uint64_t>::max();
  return line.number<std::uint64_t>("limit");
}

std::uint32_t read_half_life(const CommandLine& line) {
  if (!line.given("recent")) return 0;
  const auto days = line.number<std::uint32_t>("recent");
  if (days == 0)
    throw Error(Exit::usage, "--recent: a half-life is a day at least", line.see_help());
  return days;
}

void fill_kwic(KwicOptions& out, const CommandLine& line) {
  constexpr std::uint32_t kWidest = 10'000;
  out.sort = static_cast<KwicSort>(line.choice("sort"));
  if (!line.given("context")) return;
  out.context = static_cast<int>(std::min(kWidest, line.number<std::uint32_t>("context")));
}

void fill_output(SearcherOptions& out, const CommandLine& line) {
  if (out.command == SearcherOptions::Command::kwic)
    fill_kwic(out.kwic, line);
  else
    out.sort = static_cast<Sort>(line.choice("sort"));
  line.choice("format");
  line.choice("format-version");
  out.output = read_hit_output(line);
  out.format = line.given("template") ? "template" : line.value("format");
  out.color = static_cast<ColorMode>(line.choice("color"));
  out.pager = static_cast<PagerMode>(line.choice("pager"));
  out.links = static_cast<LinkMode>(line.choice("hyperlinks"));
  out.syntax = static_cast<Syntax>(line.choice("syntax"));
  out.any = line.flag("any");
  out.expand = line.flag("expand");
  out.half_life = read_half_life(line);
  out.explain = line.flag("explain");
  out.full = line.flag("full");
  out.raw = line.flag("raw");
  out.versions = line.flag("versions");
  out.mark = line.value("mark");
  if (line.given("diff")) read_diff(out, line);
  if (!line.value("version").empty())
    out.version = version_number(line, "version", line.value("version"));
  out.offset = line.number<std::uint64_t>("offset");
  out.limit = read_limit(line);
  out.facet_limit = line.number<std::uint32_t>("facet-limit");
  out.max_expansions = line.number<std::uint32_t>("max-expansions");
  if (line.value("facets") != "none")
    for (const std::size_t n : choose_list(line, "facets", kFacetNames))
      out.facets.push_back(static_cast<Facet>(n));
  for (const std::size_t n : choose_list(line, "fields", kOutputFields))
    out.fields.emplace_back(kOutputFields[n]);
}

bool takes_id(SearcherOptions::Command command) {
  using Command = SearcherOptions::Command;
  return command == Command::show || command == Command::similar || command == Command::story;
}

// One article, which is no table.
void check_show(const SearcherOptions& options, const CommandLine& line) {
  if (takes_id(options.command) && line.words.size() > 2)
    throw Error(Exit::usage,
                std::string(line.command->name) + " takes one id, not also '" + line.words[2] + "'",
                line.see_help());
  if (options.command != SearcherOptions::Command::show) return;
  if (options.format != "text" && options.format != "json" && options.format != "ndjson")
    throw Error(Exit::usage, "show: --format is text, json or ndjson", line.see_help());
  if (options.versions + options.diff + (options.version > 0) > 1)
    throw Error(Exit::usage, "show: one of --versions, --version N and --diff at a time",
                line.see_help());
  if (!options.mark.empty() && (options.versions || options.diff || options.version > 0))
    throw Error(Exit::usage, "show: --mark is for the article as it is now", line.see_help());
  if (options.raw && (options.versions || options.diff))
    throw Error(Exit::usage, "show: --raw is of one version, see --version N", line.see_help());
}

SearcherOptions::Command command_of(std::string_view name) {
  const auto it = std::find(kCommandNames.begin(), kCommandNames.end(), name);
  return static_cast<SearcherOptions::Command>(it - kCommandNames.begin());
}

// What stands behind the archive: a name, and then a query or an id.
void read_words(SearcherOptions& out, const CommandLine& line) {
  using Command = SearcherOptions::Command;
  const auto& words = line.words;
  std::size_t at = 1;
  const bool asks = out.command != Command::new_articles && out.command != Command::saved &&
                    out.command != Command::forget && out.command != Command::shell &&
                    out.command != Command::pipe;
  if (out.command == Command::save || out.command == Command::new_articles ||
      out.command == Command::forget) {
    if (words.size() < 2)
      throw Error(Exit::usage, "no name of a saved search given", line.see_help());
    out.name = words[at++];
  }
  if (!asks && words.size() > at)
    throw Error(Exit::usage,
                std::string(line.command->name) + " takes no argument '" + words[at] + "'",
                line.see_help());
  if (asks && words.size() <= at && out.command != Command::batch) {
    const char* const missing = takes_id(out.command)                   ? "no id given"
                                : out.command == Command::check_receipt ? "no receipt given"
                                                                        : "no query given";
    throw Error(Exit::usage, missing, "The query * matches every article. " + line.see_help());
  }
  for (; at < words.size(); ++at) out.query += (out.query.empty() ? "" : " ") + words[at];
}

// The commands that need no archive.
bool read_completion(SearcherOptions& out, const CommandLine& line) {
  if (!line.command) return false;
  const auto command = command_of(line.command->name);
  if (command == SearcherOptions::Command::complete) out.words = line.words;
  if (command == SearcherOptions::Command::completion)
    out.query = line.only_word("a shell: bash, zsh or fish");
  const bool read = command == SearcherOptions::Command::completion ||
                    command == SearcherOptions::Command::complete;
  if (read) out.command = command;
  if (read) line.refuse_other_options(*line.command);
  return read;
}

// The archive stands first among the words, however it was named.
CommandLine read_line(const std::vector<std::string>& arguments, const Settings& settings) {
  CommandLine line = parse_command_line(searcher_program(), arguments, settings);
  if (line.given("archive")) line.words.insert(line.words.begin(), line.values("archive").front());
  return line;
}

}  // namespace

SearcherOptions parse_searcher_options(const std::vector<std::string>& arguments,
                                       const Settings& settings) {
  using Command = SearcherOptions::Command;
  const CommandLine line = read_line(arguments, settings);
  SearcherOptions out;
  const auto& words = line.words;
  const bool help_word = !line.command && !words.empty() && words[0] == "help";
  if (line.flag("help") || help_word) {
    if (line.command) out.query = line.command->name;
    if (help_word && words.size() > 1) out.query = words[1];
    return out;
  }
  out.command = Command::version;
  if (asks_program_version(line)) return out;
  if (read_completion(out, line)) return out;
  if (words.empty()) throw Error(Exit::usage, "no archive given", line.see_help());
  line.refuse_other_options(line.command ? *line.command : searcher_program().commands.front());
  out.command = line.command ? command_of(line.command->name) : Command::search;
  out.archives = {words[0]};
  if (line.given("archive")) out.archives = line.values("archive");
  read_words(out, line);
  fill_output(out, line);
  check_show(out, line);
  check_story(out, line);
  if (out.command == Command::timeline) out.timeline = read_timeline_options(line);
  read_batch_options(out, line);
  out.group = read_group(out, line);
  read_receipt_options(out, line);
  if (!out.receipt.empty() && (out.expand || out.half_life > 0))
    throw Error(Exit::usage, "--receipt keeps no order by --expand or --recent",
                "Leave those out, or add --sort newest instead.");
  return out;
}

}  // namespace news
