// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/verify/repair.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

#include "common/archive/safety_copy.hpp"
#include "common/error.hpp"
#include "common/parallel.hpp"
#include "indexer/revise/archive_editor.hpp"
#include "indexer/verify/isolated_check.hpp"
#include "indexer/verify/restore.hpp"
#include "indexer/verify/salvage.hpp"

namespace news {
namespace {

namespace fs = std::filesystem;

/// The files of a segment that are not what its manifest says.
std::set<std::string> damaged_files(const fs::path& directory, const SegmentInfo& segment) {
  std::set<std::string> damaged;
  for (const auto& [name, sum] : segment.files)
    if (!is_sound(directory / name, sum)) damaged.insert(name);
  return damaged;
}

class Repair {
 public:
  Repair(ArchiveEditor& editor, unsigned threads, const std::atomic<bool>& stop,
         RepairReport& report)
      : editor_(editor), threads_(threads), stop_(stop), report_(report) {}

  void run() {
    const auto segments = editor_.manifest().segments;  // changes while we go through it
    for (const auto& segment : segments) {
      const auto damaged = damaged_files(editor_.directory(segment.name), segment);
      if (damaged.empty()) continue;
      // What else is damaged cannot be looked at before it is written again.
      editor_.postpone_stories();
      rewrite(segment, damaged);
      editor_.resume_stories();
    }
    group_again();
  }

 private:
  void rewrite(const SegmentInfo& segment, const std::set<std::string>& damaged) {
    const Salvage salvage(editor_.path(), segment, dictionary_of(segment), damaged);
    const std::string name = editor_.new_segment();
    fs::remove_all(editor_.directory(name));
    SegmentBuilder builder(editor_.directory(name), name);
    builder.retire(salvage.retired_keys());
    const Tombstones dead = editor_.tombstones(segment.name);
    Reanalysis work;
    work.count = segment.articles;
    work.threads = threads_;
    work.read = [&](std::size_t n) { return salvage.article(static_cast<DocId>(n)); };
    work.placed = [&](std::size_t i, std::optional<DocId> place) {
      const auto n = static_cast<DocId>(i);
      if (!place) return note_lost(salvage, n, dead.all.contains(n));
      if (dead.all.contains(n)) editor_.tombstones(name).all.insert(*place);
      if (dead.deleted.contains(n)) editor_.tombstones(name).deleted.insert(*place);
    };
    work.make_dictionary = [this](const auto& samples) { return editor_.dictionary(samples); };
    auto info = reanalyse(work, builder, stop_);
    if (!info)
      throw Error(
          ErrorCode::damaged,
          "no article of segment " + segment.name + " can be read; nothing was changed there",
          "Restore the files that 'indexer verify' names from a backup.");
    info->dictionary = editor_.dictionary_name();
    report_.kept += info->articles;
    report_.restored.push_back(fmt::format("segment {} is written again as {}: {} of {} articles",
                                           segment.name, name, info->articles, segment.articles));
    editor_.commit({std::move(*info)}, {segment.name});
  }

  // When segments are written again, or the file of the stories is damaged.
  void group_again() {
    const std::string stories = editor_.manifest().stories;
    if (!stories.empty()) {
      if (is_sound(editor_.path() / stories, editor_.manifest().files.at(stories))) return;
      report_.restored.push_back(stories + ": made new");
      editor_.resume_stories();
    }
    if (!editor_.stories_hold()) editor_.commit({});
  }

  void note_lost(const Salvage& salvage, DocId n, bool dead) {
    report_.lost.push_back(salvage.describe(n) + (dead ? " (replaced or deleted before)" : ""));
  }

  std::shared_ptr<const Dictionary> dictionary_of(const SegmentInfo& segment) const {
    if (segment.dictionary.empty()) return std::make_shared<Dictionary>("", 0);
    const auto sum = editor_.manifest().files.find(segment.dictionary);
    if (sum == editor_.manifest().files.end() ||
        !is_sound(editor_.path() / segment.dictionary, sum->second))
      throw Error(ErrorCode::damaged,
                  (editor_.path() / segment.dictionary).string() +
                      " and its copy are damaged: without it no article can be read",
                  "Restore that file from a backup.");
    return std::make_shared<Dictionary>(
        read_small_file(editor_.path() / segment.dictionary, sum->second.bytes), 0);
  }

  ArchiveEditor& editor_;
  const unsigned threads_;
  const std::atomic<bool>& stop_;
  RepairReport& report_;
};

}  // namespace

RepairReport repair_archive(const fs::path& archive, unsigned threads,
                            const std::atomic<bool>& stop) {
  RepairReport report;
  if (threads == 0) threads = default_threads();
  {
    // Not while the editor holds its own: closing one of two POSIX locks of a process drops both.
    const WriterLock lock(archive);
    restore_small_files(archive, report.restored);
  }
  ArchiveEditor editor(archive, false);
  Repair(editor, threads, stop, report).run();
  report.revision = editor.manifest().revision;
  return report;
}

}  // namespace news
