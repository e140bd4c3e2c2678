// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/commands/rebuild.hpp"

#include "indexer/commands/options.hpp"
#include "indexer/commands/stop.hpp"
#include "indexer/revise/prune.hpp"

namespace news {

RebuildOptions read_rebuild(const OptionValues& values) {
  RebuildOptions out{read_compact(values), read_story_window(values)};
  out.rewrite.rewrite.untrusted = values.flag("untrusted");
  return out;
}

Exit run_rebuild(const RebuildOptions& options) {
  const std::atomic<bool>& stop = stop_requested();
  const auto& [archive, rewrite, quiet] = options.rewrite;
  ArchiveEditor editor(archive, false);
  if (options.story_window) editor.set_story_window(*options.story_window);
  const auto report = Rewriter(editor, rewrite, stop).rebuild();
  prune(archive);
  return finish_rewriting(options.rewrite, report, editor);
}

}  // namespace news
