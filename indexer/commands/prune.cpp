// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/commands/prune.hpp"

#include <fmt/format.h>

#include <iostream>

#include "indexer/commands/options.hpp"
#include "indexer/revise/archive_editor.hpp"
#include "indexer/revise/prune.hpp"

namespace news {

PruneOptions read_prune(const OptionValues& values) {
  refuse_more_words(values);
  return {values.words[0], values.flag("dry-run"), values.flag("quiet")};
}

Exit run_prune(const PruneOptions& options) {
  if (options.dry_run) {
    for (const auto& name : unneeded_files(options.archive)) std::cout << name << "\n";
    return Exit::ok;
  }
  const ArchiveEditor editor(options.archive, false);
  const auto report = prune(options.archive);
  if (!options.quiet)
    std::cerr << fmt::format("{} removed, {:.1f} MB\n", plural(report.files, "file"),
                             static_cast<double>(report.bytes) / 1e6);
  return Exit::ok;
}

}  // namespace news
