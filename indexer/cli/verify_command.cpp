// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/cli/verify_command.hpp"

#include <fmt/format.h>

#include <iostream>

#include "common/text/display.hpp"
#include "indexer/pipeline/reanalysis.hpp"
#include "indexer/verify/repair.hpp"
#include "indexer/verify/verify.hpp"

namespace news {
namespace {

void tell(std::string_view what, const std::string& line) {
  std::cerr << what << sanitize(line) << "\n";
}

Exit repair(const IndexerOptions& options, const std::atomic<bool>& stop) {
  RepairReport report;
  try {
    report = repair_archive(options.archive, options.add.threads, stop);
  } catch (const Interrupted&) {
    throw Error(ErrorCode::interrupted, "interrupted; what was repaired is committed",
                "Run the same command again: it goes on from there.");
  }
  for (const auto& line : report.restored) tell("restored: ", line);
  for (const auto& line : report.lost) tell("lost: ", line);
  if (report.restored.empty()) return Exit::ok;
  std::cerr << fmt::format("{} repairs, {} articles lost; revision {}{}\n", report.restored.size(),
                           report.lost.size(), report.revision,
                           report.lost.empty() ? "" : "; add their dumps again to have them back");
  return report.lost.empty() ? Exit::ok : Exit::partial;
}

}  // namespace

Exit run_verify(const IndexerOptions& options, const std::atomic<bool>& stop) {
  const Exit repaired = options.repair ? repair(options, stop) : Exit::ok;
  const VerifyResult result = verify_archive(options.archive, {options.deep, options.add.threads});
  for (const auto& problem : result.problems) tell("", problem);
  for (const auto& orphan : result.orphans) tell("not part of the archive: ", orphan);
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
