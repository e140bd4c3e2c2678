// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/options.hpp"

#include <boost/program_options.hpp>
#include <sstream>

#include "indexer/input/format.hpp"

namespace news {
namespace {

namespace po = boost::program_options;
constexpr const char* kSeeHelp = "See: indexer --help";

// "title=headline,date=meta.published" as a map.
std::map<std::string, std::string> parse_map(const std::string& text) {
  std::map<std::string, std::string> out;
  std::istringstream parts(text);
  for (std::string part; std::getline(parts, part, ',');) {
    const auto equals = part.find('=');
    if (equals == 0 || equals == std::string::npos || equals + 1 == part.size())
      throw Error(Exit::usage, "--map: '" + part + "' is not FIELD=NAME",
                  "Example: --map title=headline,date=meta.published");
    out[part.substr(0, equals)] = part.substr(equals + 1);
  }
  return out;
}

DayMonthOrder parse_order(const std::string& text) {
  if (text == "auto") return DayMonthOrder::automatic;
  if (text == "mdy") return DayMonthOrder::month_first;
  if (text == "dmy") return DayMonthOrder::day_first;
  throw Error(Exit::usage, "--date-order: '" + text + "' is none of auto, mdy, dmy", kSeeHelp);
}

BoilerplateMode parse_boilerplate(const std::string& text) {
  if (text == "auto") return BoilerplateMode::automatic;
  if (text == "drop") return BoilerplateMode::drop;
  if (text == "keep") return BoilerplateMode::keep;
  throw Error(Exit::usage, "--boilerplate: '" + text + "' is none of auto, drop, keep", kSeeHelp);
}

IndexerOptions::Command parse_command(const std::string& word) {
  using Command = IndexerOptions::Command;
  if (word == "add") return Command::add;
  if (word == "info") return Command::info;
  if (word == "verify") return Command::verify;
  if (word == "export") return Command::export_all;
  if (word == "delete") return Command::remove;
  if (word == "compact") return Command::compact;
  if (word == "rebuild") return Command::rebuild;
  if (word == "backup") return Command::backup;
  if (word == "prune") return Command::prune;
  if (word == "help") return Command::help;
  throw Error(
      Exit::usage, "unknown command '" + word + "'",
      "Commands are add, delete, info, verify, export, compact, rebuild, backup and prune. " +
          std::string(kSeeHelp));
}

po::options_description visible_options() {
  po::options_description options("Options");
  const std::string format_help =
      "add: input format: " + format_names() + "; info: text, json, csv";
  options.add_options()("format", po::value<std::string>(), format_help.c_str())(
      "map", po::value<std::string>(),
      "add: names of fields, FIELD=NAME[,...], dotted paths allowed")(
      "path-pattern", po::value<std::string>(),
      "add: date and source from the paths of text files, e.g. '{source}/{date}/{*}.txt'")(
      "date-order", po::value<std::string>()->default_value("auto"),
      "add: how to read 3/4/2021: auto (undated), mdy, dmy")(
      "threads", po::value<unsigned>()->default_value(0), "add: worker threads; 0 = all cores")(
      "memory", po::value<std::uint64_t>()->default_value(1024),
      "add: memory bound in MiB, from 128")(
      "report", po::value<std::string>(),
      "add: write what became of every file and record there, as JSON")(
      "quarantine", po::value<std::string>(),
      "add: keep rejected records there, a tar that can be added again")(
      "date-from", po::value<std::string>()->default_value("article"),
      "add: article: only what is known of its publication; crawl: else when it was fetched")(
      "strict", po::bool_switch(), "add: stop at the first rejected record and keep nothing")(
      "boilerplate", po::value<std::string>()->default_value("auto"),
      "add: comment forms, cross-references and the like: auto (not part of the text of plain text "
      "files), drop (nor of any), keep")(
      "keep-versions", po::bool_switch(),
      "add: from now on compaction keeps the earlier texts of articles that change; "
      "'searcher show ARCHIVE ID --versions' lists them")(
      "ids", po::value<std::string>(), "delete: articles by id, a line each of that file or -")(
      "dry-run", po::bool_switch(), "delete, prune: only tell what would go")(
      "deep", po::bool_switch(),
      "verify: analyse every text anew and compare with all that was made of it")(
      "repair", po::bool_switch(),
      "verify: restore damaged files, save readable articles, tell which are lost")(
      "untrusted", po::bool_switch(),
      "rebuild: of an archive by a stranger nothing but the articles is used")(
      "coverage", po::bool_switch(),
      "info: articles by source and month with gaps, undated ones, languages")(
      "quiet,q", po::bool_switch(), "no progress and no report")(
      "help,h", po::bool_switch(), "this text")("version", po::bool_switch(), "the version");
  return options;
}

void check_choice(const char* option, const std::string& value,
                  std::initializer_list<const char*> allowed) {
  std::string list;
  for (const char* a : allowed) {
    if (value == a) return;
    list += list.empty() ? a : std::string(", ") + a;
  }
  throw Error(Exit::usage, std::string(option) + ": '" + value + "' is none of " + list, kSeeHelp);
}

void fill_limits(IndexerOptions& out, const po::variables_map& values) {
  out.add.threads = std::min(values["threads"].as<unsigned>(), 256u);
  out.add.memory_mib = values["memory"].as<std::uint64_t>();
  if (out.add.memory_mib < 128 || out.add.memory_mib > (1u << 20))
    throw Error(Exit::usage, "--memory must be from 128 to 1048576 MiB", kSeeHelp);
}

void fill_add(IndexerOptions& out, const po::variables_map& values) {
  out.add.archive = out.archive;
  out.add.keep_versions = values["keep-versions"].as<bool>();
  out.add.strict = values["strict"].as<bool>();
  if (values.count("format")) out.input.format = values["format"].as<std::string>();
  const auto date_from = values["date-from"].as<std::string>();
  check_choice("--date-from", date_from, {"article", "crawl"});
  out.input.date_from_crawl = date_from == "crawl";
  out.input.boilerplate = parse_boilerplate(values["boilerplate"].as<std::string>());
  if (values.count("report")) out.report = values["report"].as<std::string>();
  if (values.count("quarantine")) out.quarantine = values["quarantine"].as<std::string>();
  if (values.count("map")) out.input.field_map = parse_map(values["map"].as<std::string>());
  if (values.count("path-pattern"))
    out.input.path_pattern = values["path-pattern"].as<std::string>();
  out.input.day_month = parse_order(values["date-order"].as<std::string>());
  if (out.inputs.empty())
    throw Error(Exit::usage, "add needs at least one input",
                "Name files or directories, or '-' for standard input.");
}

}  // namespace

std::string indexer_help() {
  std::ostringstream out;
  out << "indexer – builds and keeps news archives\n\n"
         "Examples:\n"
         "  indexer add my.archive dump.jsonl.zst         index a dump, making the archive\n"
         "  indexer add my.archive crawl/ more.csv.gz     add a directory and a table\n"
         "  zcat feed.gz | indexer add my.archive -       read standard input\n"
         "  indexer add my.archive x.json --map title=hl,date=meta.published\n"
         "  indexer info my.archive                       what is in it\n"
         "  indexer info my.archive --coverage            by source and month, with gaps\n"
         "  indexer verify my.archive                     check every byte\n"
         "  indexer verify my.archive --repair            after a disk has failed\n"
         "  indexer export my.archive > all.jsonl         every article as JSON lines\n"
         "  indexer delete my.archive 'source:tabloid' --dry-run\n"
         "  indexer compact my.archive                    merge segments, drop what was deleted\n"
         "  indexer backup my.archive /backups/today      the archive as it is now\n\n"
         "Usage: indexer add ARCHIVE INPUT... | delete ARCHIVE QUERY | info ARCHIVE |\n"
         "       verify ARCHIVE | export ARCHIVE | compact ARCHIVE | rebuild ARCHIVE |\n"
         "       backup ARCHIVE DIRECTORY | prune ARCHIVE\n\n"
      << visible_options()
      << "\nExit codes: 0 done, 2 usage, 3 archive missing or damaged, 4 some records rejected,\n"
         "75 archive locked by another writer, 130 interrupted.\n";
  return out.str();
}

IndexerOptions parse_indexer_options(const std::vector<std::string>& arguments) {
  IndexerOptions out;
  po::options_description all = visible_options();
  all.add_options()("words", po::value<std::vector<std::string>>());
  po::positional_options_description positional;
  positional.add("words", -1);
  po::variables_map values;
  try {
    po::store(po::command_line_parser(arguments).options(all).positional(positional).run(), values);
    po::notify(values);
  } catch (const po::error& e) {
    throw Error(Exit::usage, e.what(), kSeeHelp);
  }
  out.quiet = values["quiet"].as<bool>();
  if (values["help"].as<bool>()) return out;
  if (values["version"].as<bool>()) {
    out.command = IndexerOptions::Command::version;
    return out;
  }
  if (!values.count("words")) throw Error(Exit::usage, "no command given", kSeeHelp);
  const auto& words = values["words"].as<std::vector<std::string>>();
  out.command = parse_command(words[0]);
  if (out.command == IndexerOptions::Command::help) return out;
  if (words.size() < 2) throw Error(Exit::usage, words[0] + " needs an archive", kSeeHelp);
  out.archive = words[1];
  out.inputs.assign(words.begin() + 2, words.end());
  using Command = IndexerOptions::Command;
  fill_limits(out, values);
  out.dry_run = values["dry-run"].as<bool>();
  out.deep = values["deep"].as<bool>();
  out.repair = values["repair"].as<bool>();
  out.untrusted = values["untrusted"].as<bool>();
  if (values.count("ids")) out.ids = values["ids"].as<std::string>();
  if (out.command == Command::add) {
    fill_add(out, values);
    return out;
  }
  if (out.command == Command::remove) {
    if (out.inputs.empty() && out.ids.empty())
      throw Error(Exit::usage, "delete needs a query or --ids",
                  "Example: indexer delete my.archive 'source:tabloid' --dry-run");
    return out;
  }
  if (out.command == Command::backup) {
    if (out.inputs.size() != 1)
      throw Error(Exit::usage, "backup needs one directory to write to", kSeeHelp);
    return out;
  }
  if (!out.inputs.empty())
    throw Error(Exit::usage, words[0] + " takes no argument '" + words[2] + "'", kSeeHelp);
  if (values.count("format")) out.format = values["format"].as<std::string>();
  out.coverage = values["coverage"].as<bool>();
  if (out.coverage)
    check_choice("--format", out.format, {"text", "json", "csv"});
  else
    check_choice("--format", out.format, {"text", "json"});
  return out;
}

}  // namespace news
