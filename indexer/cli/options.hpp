// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "common/cli/command_line.hpp"
#include "indexer/add/archive_writer.hpp"
#include "indexer/input/reader.hpp"

namespace news {

/// The command line of the indexer, understood but not acted on: parsing opens no file.
struct IndexerOptions {
  enum class Command {
    help,
    version,
    add,
    info,
    verify,
    export_all,
    remove,
    compact,
    rebuild,
    backup,
    prune,
    completion,
    complete
  };
  Command command = Command::help;
  std::string about;  ///< help: the command to explain, or "man"; completion: the shell
  std::string archive;
  std::vector<std::string> inputs;  ///< all that stands behind the archive
  std::vector<std::string> words;   ///< complete: the command line
  AddOptions add;
  InputOptions input;
  std::string report, quarantine;  ///< files to write; empty: none
  bool quiet = false;
  std::string ids;         ///< delete: file with an id a line, "-" for standard input; empty: none
  bool dry_run = false;    ///< delete, prune: only tell
  bool deep = false;       ///< verify: analyse every article anew and compare
  bool repair = false;     ///< verify: mend what is damaged, first
  bool untrusted = false;  ///< rebuild: the archive is a stranger's
  bool coverage = false;   ///< info: what the archive covers, instead of what it is
  std::string format = "text";  ///< of info: text | json, with coverage also csv
};

/// By Command, what it is called on the command line.
inline constexpr std::array<std::string_view, 13> kIndexerCommands = {
    "help",    "version", "add",    "info",  "verify",     "export",  "delete",
    "compact", "rebuild", "backup", "prune", "completion", "complete"};

/// `settings`: of the user, below what the arguments say. Throws Error(ErrorCode::usage) that names
/// the argument and the way out.
IndexerOptions parse_indexer_options(const std::vector<std::string>& arguments,
                                     const Settings& settings = {});

}  // namespace news
