// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/commands/compact.hpp"

#include <fmt/format.h>

#include <iostream>

#include "indexer/commands/options.hpp"
#include "indexer/commands/stop.hpp"
#include "indexer/revise/prune.hpp"

namespace news {

RewriteCommandOptions read_compact(const OptionValues& values) {
  refuse_more_words(values);
  return {
      values.words[0], {read_threads(values), read_memory(values), false}, values.flag("quiet")};
}

Exit finish_rewriting(const RewriteCommandOptions& options, const CompactReport& report,
                      const ArchiveEditor& editor) {
  const auto revision = editor.manifest().revision;
  if (report.interrupted)
    throw Error(ErrorCode::interrupted,
                fmt::format("interrupted; {} is whole, at revision {}", options.archive, revision),
                "Run the same command again: it goes on from there.");
  if (options.quiet) return Exit::ok;
  std::cerr << fmt::format("{} written again, {} dropped; {} segments were {}; revision {}\n",
                           plural(report.articles, "article"), report.dropped,
                           report.segments_after, report.segments_before, revision);
  return Exit::ok;
}

Exit run_compact(const RewriteCommandOptions& options) {
  const std::atomic<bool>& stop = stop_requested();
  ArchiveEditor editor(options.archive, false);
  const auto report = Rewriter(editor, options.rewrite, stop).compact();
  prune(options.archive);
  return finish_rewriting(options, report, editor);
}

}  // namespace news
