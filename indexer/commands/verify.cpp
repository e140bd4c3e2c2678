// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/commands/verify.hpp"

#include <fmt/format.h>

#include <iostream>

#include "common/text/display.hpp"
#include "indexer/commands/options.hpp"
#include "indexer/commands/stop.hpp"
#include "indexer/pipeline/reanalysis.hpp"
#include "indexer/verify/repair.hpp"
#include "indexer/verify/verify.hpp"

namespace news {
namespace {

void print_line(std::string_view what, const std::string& line) {
  std::cerr << what << sanitize(line) << "\n";
}

Exit repair(const VerifyCommandOptions& options) {
  RepairReport report;
  try {
    report = repair_archive(options.archive, options.threads, stop_requested());
  } catch (const Interrupted&) {
    throw Error(ErrorCode::interrupted, "interrupted; what was repaired is committed",
                "Run the same command again: it goes on from there.");
  }
  for (const auto& line : report.restored) print_line("restored: ", line);
  for (const auto& line : report.lost) print_line("lost: ", line);
  if (report.restored.empty()) return Exit::ok;
  std::cerr << fmt::format("{} repairs, {} articles lost; revision {}{}\n", report.restored.size(),
                           report.lost.size(), report.revision,
                           report.lost.empty() ? "" : "; add their dumps again to have them back");
  return report.lost.empty() ? Exit::ok : Exit::partial;
}

}  // namespace

VerifyCommandOptions read_verify(const OptionValues& values) {
  refuse_more_words(values);
  return {values.words[0], values.flag("deep"), values.flag("repair"), read_threads(values)};
}

Exit run_verify(const VerifyCommandOptions& options) {
  stop_requested();  // watched from here on
  const Exit repaired = options.repair ? repair(options) : Exit::ok;
  const VerifyResult result = verify_archive(options.archive, {options.deep, options.threads});
  for (const auto& problem : result.problems) print_line("", problem);
  for (const auto& orphan : result.orphans) print_line("not part of the archive: ", orphan);
  if (!result.orphans.empty())
    std::cerr << "(left by an interrupted run or a repair; 'indexer prune' removes what is ours)\n";
  if (!result.problems.empty())
    throw Error(ErrorCode::damaged, fmt::format("{} problem(s) found", result.problems.size()),
                options.repair
                    ? "Restore the files named above from a backup, or index the dump again."
                    : "'indexer verify --repair' saves what can be saved; so does a backup.");
  std::cout << fmt::format("{} articles in {} files, {} bytes: all sound{}\n", result.articles,
                           result.files, result.bytes,
                           options.deep ? ", and what the texts say" : "");
  return repaired;
}

}  // namespace news
