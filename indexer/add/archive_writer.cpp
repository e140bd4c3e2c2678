// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/add/archive_writer.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "common/cli/exit.hpp"
#include "common/parallel.hpp"
#include "indexer/pipeline/reanalysis.hpp"
#include "indexer/revise/prune.hpp"
#include "indexer/revise/rewriter.hpp"
#include "indexer/segment/segment_builder.hpp"

namespace news {
namespace {

namespace fs = std::filesystem;

}  // namespace

ArchiveWriter::ArchiveWriter(AddOptions options, AddListener listener,
                             const std::atomic<bool>& stop)
    : options_(std::move(options)), listener_(std::move(listener)), stop_(stop) {
  if (options_.threads == 0) options_.threads = default_threads();
}

AddReport ArchiveWriter::add(InputSource& input) {
  editor_ = std::make_unique<ArchiveEditor>(options_.archive, true);
  report_.revision = editor_->manifest().revision;
  editor_->use_threads(options_.threads);
  if (options_.keep_versions) editor_->keep_versions();
  if (options_.story_window) editor_->set_story_window(*options_.story_window);
  try {
    while (add_segment(input)) {
    }
    finish_file();
    merge_segments();
    // Nothing came in, but the archive was asked for, or another window.
    if (report_.revision == 0 || !editor_->stories_hold()) {
      editor_->commit({});
      report_.revision = editor_->manifest().revision;
    }
  } catch (const Interrupted&) {
    report_.interrupted = true;
  } catch (const Error& e) {
    throw unchanged(e);
  } catch (const fs::filesystem_error& e) {
    throw unchanged(Error(ErrorCode::failed, e.what()));
  }
  editor_.reset();
  return report_;
}

// Tells the user that a failed import took nothing away.
Error ArchiveWriter::unchanged(const Error& e) const {
  const bool full = std::string_view(e.what()).find("No space left") != std::string_view::npos;
  std::string hint = full ? "Free some space and run the command again." : advice(e);
  if (report_.revision > 0)
    hint += fmt::format("{}{} is whole, at its last commit, revision {}.", hint.empty() ? "" : "\n",
                        options_.archive.string(), report_.revision);
  return Error(e.code(), e.what(), hint);
}

bool ArchiveWriter::add_segment(InputSource& input) {
  const std::string name = editor_->new_segment();
  // Word streams take about half of the text, the lexicon as much again at worst.
  const std::uint64_t limit =
      std::max<std::uint64_t>(options_.memory_mib, 128) * (1u << 20) * 2 / 5;
  std::uint64_t taken = 0;
  const auto pull = [&]() -> std::optional<RawBatch> {
    if (stop_ || taken >= limit) return std::nullopt;
    auto batch = next_batch(input);
    if (batch) taken += std::max<std::uint64_t>(batch->bytes, 1);
    return batch;
  };
  fs::remove_all(editor_->directory(name));  // an interrupted run may have left one
  SegmentBuilder builder(editor_->directory(name), name);
  std::vector<WorkerWords> words(options_.threads);
  pending_ = report_;
  const SeenRecords known = seen_records();
  const RecordOptions how{listener_.keep_rejected, &known};
  const auto read = [&](RawRecord& record, WorkerWords& w) { return read_record(record, how, w); };
  run_pipeline(pull, options_.threads, read, words,
               [&](Batch batch) { consume(std::move(batch), builder); });
  if (stop_) throw Interrupted{};
  if (taken == 0) return false;
  std::vector<const WorkerWords*> workers;
  for (const auto& w : words) workers.push_back(&w);
  commit(builder, workers);
  return true;
}

// Those of replaced articles too: an input that holds two versions changes nothing the second time.
// Not those of deleted ones: to add them again is to want them back.
SeenRecords ArchiveWriter::seen_records() const {
  std::vector<std::uint64_t> keys;
  if (!editor_->archive()) return SeenRecords({});
  for (const auto& segment : editor_->archive()->segments) {
    const auto& deleted = editor_->tombstones(segment->info().name).deleted;
    for (DocId n = 0; n < segment->articles(); ++n)
      if (!deleted.contains(n)) keys.push_back(segment->record_keys()[n]);
    keys.insert(keys.end(), segment->retired_keys().begin(), segment->retired_keys().end());
  }
  return SeenRecords(std::move(keys));
}

// What many small additions leave behind would slow every search down.
void ArchiveWriter::merge_segments() {
  if (editor_->manifest().segments.size() <= Rewriter::kMaxSegments) return;
  const auto merged =
      Rewriter(*editor_, {options_.threads, options_.memory_mib, false}, stop_).reduce();
  report_.revision = editor_->manifest().revision;
  prune(options_.archive);
  if (merged.interrupted) throw Interrupted{};
}

void ArchiveWriter::finish_file() {
  if (file_.counts.read > 0 && listener_.on_file) listener_.on_file(file_);
  file_ = {};
}

// The records of a file come one after the other.
void ArchiveWriter::count(const Provenance& from, std::string_view format,
                          std::uint64_t RecordCounts::*what) {
  if (file_.name != from.file) {
    finish_file();
    file_.name = from.file;
  }
  if (file_.format.empty()) file_.format = format;
  for (RecordCounts* counts : {&file_.counts, &pending_.counts}) {
    ++counts->read;
    ++(counts->*what);
  }
}

void ArchiveWriter::refuse(const Rejection& r) {
  count(r.from, r.format, r.skipped ? &RecordCounts::skipped : &RecordCounts::rejected);
  ++pending_.reasons[r.reason];
  ++file_.reasons[r.reason];
  if (listener_.on_rejection) listener_.on_rejection(r);
  if (options_.strict && !r.skipped)
    throw Error(ErrorCode::rejected, "stopped at the first rejected record (--strict)",
                "Nothing of this run was kept; mend the record or leave --strict out.");
}

void ArchiveWriter::consume(Batch batch, SegmentBuilder& builder) {
  if (stop_) throw Interrupted{};
  for (auto& outcome : batch.outcomes) {
    if (const auto* rejection = std::get_if<Rejection>(&outcome))
      refuse(*rejection);
    else if (const auto* known = std::get_if<Known>(&outcome))
      count(known->from, {}, &RecordCounts::identical);
    else
      place(std::move(std::get<AnalysedArticle>(outcome)), batch.worker, builder);
  }
  pending_.bytes += batch.bytes;
  if (listener_.on_progress) listener_.on_progress(pending_);
}

// Decides whether an article is new, the same as one we hold, or its replacement.
void ArchiveWriter::place(AnalysedArticle&& article, std::uint32_t worker,
                          SegmentBuilder& builder) {
  const std::string id = article.id;
  const std::uint64_t content = article.content;
  const std::int64_t date = article.date;
  const DateFrom date_from = article.date_from;
  const Provenance from = article.from;
  const std::string_view format = article.format;
  std::string old_segment;
  DocId old_doc_id = 0;
  bool identical = false;
  if (const auto* known = builder.find(id)) {
    old_segment = editor_->new_segment();
    old_doc_id = known->doc_id;
    identical = known->content == content;
  } else if (const Archive* existing = editor_->archive()) {
    for (auto it = existing->segments.rbegin(); it != existing->segments.rend(); ++it) {
      const auto found = (*it)->find_id(id);
      if (!found || editor_->tombstones((*it)->info().name).all.contains(*found)) continue;
      old_segment = (*it)->info().name;
      old_doc_id = *found;
      identical = (*it)->content_hashes()[*found] == content;
      break;
    }
  }
  if (identical) return count(from, format, &RecordCounts::identical);
  builder.add(std::move(article), worker);
  if (!old_segment.empty()) editor_->tombstones(old_segment).all.insert(old_doc_id);
  count(from, format, old_segment.empty() ? &RecordCounts::indexed : &RecordCounts::replaced);
  pending_.dates.add(date, date_from);
}

void ArchiveWriter::commit(SegmentBuilder& builder,
                           const std::vector<const WorkerWords*>& workers) {
  if (builder.articles() > 0) {
    SegmentInfo info = builder.finish(
        workers, options_.threads,
        [this](const std::vector<std::string>& samples) { return editor_->dictionary(samples); });
    if (stop_) throw Interrupted{};
    info.dictionary = editor_->dictionary_name();
    editor_->commit({std::move(info)});
  }
  report_ = pending_;
  report_.revision = editor_->manifest().revision;
}

}  // namespace news
