// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/commands/backup.hpp"

#include <fmt/format.h>

#include <iostream>

#include "indexer/commands/options.hpp"
#include "indexer/revise/backup.hpp"

namespace news {

BackupOptions read_backup(const OptionValues& values) {
  if (values.words.size() != 2)
    throw Error(ErrorCode::usage, "backup needs one directory to write to", values.see_help());
  return {values.words[0], values.words[1], values.flag("quiet")};
}

Exit run_backup(const BackupOptions& options) {
  const auto report = backup(options.archive, options.target);
  if (!options.quiet)
    std::cerr << fmt::format("revision {}: {} in {}, {:.1f} MB ({} linked, {} copied)\n",
                             report.revision, plural(report.articles, "article"),
                             plural(report.files, "file"), static_cast<double>(report.bytes) / 1e6,
                             report.linked, report.files - report.linked);
  return Exit::ok;
}

}  // namespace news
