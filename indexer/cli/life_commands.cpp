// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/cli/life_commands.hpp"

#include <fmt/format.h>

#include <fstream>
#include <iostream>

#include "common/text/display.hpp"
#include "indexer/revise/backup.hpp"
#include "indexer/revise/delete.hpp"
#include "indexer/revise/prune.hpp"
#include "indexer/revise/rewriter.hpp"

namespace news {
namespace {

std::string plural(std::uint64_t n, const std::string& what) {
  return fmt::format("{} {}{}", n, what, n == 1 ? "" : "s");
}

std::vector<std::string> read_ids(const std::string& path) {
  std::ifstream file;
  if (path != "-") {
    file.open(path);
    if (!file)
      throw Error(ErrorCode::usage, path + " cannot be read", "Name a file with an id a line.");
  }
  std::istream& in = path == "-" ? std::cin : file;
  std::vector<std::string> ids;
  for (std::string line; std::getline(in, line);) {
    if (line.ends_with('\r')) line.pop_back();
    if (!line.empty()) ids.push_back(std::move(line));
  }
  return ids;
}

Exit tell_rewritten(const IndexerOptions& options, const CompactReport& report,
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

RewriteOptions rewrite_options(const IndexerOptions& options) {
  return {options.add.threads, options.add.memory_mib, options.untrusted};
}

}  // namespace

Exit run_delete(const IndexerOptions& options) {
  DeleteRequest request;
  request.dry_run = options.dry_run;
  for (const auto& word : options.inputs)
    request.query += (request.query.empty() ? "" : " ") + word;
  if (!options.ids.empty()) request.ids = read_ids(options.ids);
  ArchiveEditor editor(options.archive, false);
  const auto report = delete_articles(editor, request, [&](const Article& article) {
    if (options.dry_run)
      std::cout << sanitize(article.id) << "\t" << sanitize(article.title) << "\n";
  });
  for (const auto& id : report.not_found)
    std::cerr << "no article has the id " << sanitize(id) << "\n";
  if (!options.quiet)
    std::cerr << fmt::format("{} {}{}\n", plural(report.articles, "article"),
                             options.dry_run ? "would be deleted" : "deleted",
                             options.dry_run || report.articles == 0
                                 ? std::string()
                                 : fmt::format("; revision {}", editor.manifest().revision));
  if (!report.not_found.empty()) return Exit::partial;
  return report.articles == 0 ? Exit::none : Exit::ok;
}

Exit run_compact(const IndexerOptions& options, const std::atomic<bool>& stop) {
  ArchiveEditor editor(options.archive, false);
  const auto report = Rewriter(editor, rewrite_options(options), stop).compact();
  prune(options.archive);
  return tell_rewritten(options, report, editor);
}

Exit run_rebuild(const IndexerOptions& options, const std::atomic<bool>& stop) {
  ArchiveEditor editor(options.archive, false);
  if (options.add.story_window) editor.set_story_window(*options.add.story_window);
  const auto report = Rewriter(editor, rewrite_options(options), stop).rebuild();
  prune(options.archive);
  return tell_rewritten(options, report, editor);
}

Exit run_backup(const IndexerOptions& options) {
  const auto report = backup(options.archive, options.inputs.front());
  if (!options.quiet)
    std::cerr << fmt::format("revision {}: {} in {}, {:.1f} MB ({} linked, {} copied)\n",
                             report.revision, plural(report.articles, "article"),
                             plural(report.files, "file"), static_cast<double>(report.bytes) / 1e6,
                             report.linked, report.files - report.linked);
  return Exit::ok;
}

Exit run_prune(const IndexerOptions& options) {
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
