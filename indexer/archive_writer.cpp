// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/archive_writer.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <algorithm>
#include <thread>

#include "common/error.hpp"
#include "indexer/segment_builder.hpp"

namespace news {
namespace {

namespace fs = std::filesystem;

constexpr int kLevel = 9;
constexpr std::size_t kMaxDictionary = 256u << 10;
constexpr std::size_t kMinSample = 64u << 10;

struct Interrupted {};

fs::path segment_directory(const fs::path& archive, const std::string& name) {
  return archive / "segments" / name;
}

}  // namespace

ArchiveWriter::ArchiveWriter(AddOptions options, AddListener listener,
                             const std::atomic<bool>& stop)
    : options_(std::move(options)), listener_(std::move(listener)), stop_(stop) {
  if (options_.threads == 0) options_.threads = std::max(1u, std::thread::hardware_concurrency());
}

AddReport ArchiveWriter::add(InputSource& input) {
  const auto& path = options_.archive;
  if (fs::exists(path) && !is_archive(path) && !fs::is_empty(path) && !fs::exists(path / "lock"))
    throw Error(Exit::usage, path.string() + " is not an archive and not empty",
                "Name a new directory.");
  fs::create_directories(path / "segments");
  const WriterLock lock(path);
  if (is_archive(path)) {
    existing_ = std::make_unique<Archive>(path);
    manifest_ = existing_->manifest;
    tombstones_ = read_tombstones(path, manifest_);
  } else {
    manifest_.uuid = new_uuid();
  }
  report_.revision = manifest_.revision;
  try {
    while (add_segment(input))
      if (manifest_.revision > 0) existing_ = std::make_unique<Archive>(path);
    finish_file();
    if (manifest_.revision == 0) {  // nothing came in, but the archive was asked for
      manifest_.revision = 1;
      commit_manifest(path, manifest_);
      report_.revision = 1;
    }
  } catch (const Interrupted&) {
    report_.interrupted = true;
  } catch (const Error& e) {
    throw unchanged(e);
  }
  return report_;
}

// Tells the user that a failed import took nothing away.
Error ArchiveWriter::unchanged(const Error& e) const {
  const bool full = std::string_view(e.what()).find("No space left") != std::string_view::npos;
  std::string hint = full ? "Free some space and run the command again." : e.hint();
  if (report_.revision > 0)
    hint += fmt::format("{}{} is whole, at its last commit, revision {}.",
                        hint.empty() ? "" : "\n  ", options_.archive.string(), report_.revision);
  return Error(e.code(), e.what(), hint);
}

// A dictionary is learnt from the records of the archive's first segment.
std::shared_ptr<const Dictionary> ArchiveWriter::choose_dictionary(
    const std::vector<std::string>& samples) {
  for (const auto& s : manifest_.segments)
    if (!s.dictionary.empty()) dictionary_name_ = s.dictionary;
  if (!dictionary_name_.empty())
    return std::make_shared<Dictionary>(
        read_small_file(options_.archive / dictionary_name_, 16u << 20), kLevel);
  std::size_t bytes = 0;
  for (const auto& sample : samples) bytes += sample.size();
  if (bytes < kMinSample) return std::make_shared<Dictionary>("", kLevel);
  std::string trained =
      train_dictionary(samples, std::min<std::size_t>(kMaxDictionary, bytes / 16));
  if (!trained.empty()) {
    fs::create_directories(options_.archive / "dictionaries");
    dictionary_name_ = fmt::format("dictionaries/{:06}", manifest_.next_dictionary++);
    fs::remove(options_.archive / dictionary_name_);  // an interrupted run may have left one
    OutputFile out(options_.archive / dictionary_name_);
    out.write(trained);
    manifest_.files[dictionary_name_] = out.finish();
    sync_directory(options_.archive / "dictionaries");
  }
  return std::make_shared<Dictionary>(std::move(trained), kLevel);
}

bool ArchiveWriter::add_segment(InputSource& input) {
  const std::string name = fmt::format("{:06}", manifest_.next_segment);
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
  fs::remove_all(segment_directory(options_.archive, name));
  SegmentBuilder builder(segment_directory(options_.archive, name), name);
  std::vector<WorkerWords> words(options_.threads);
  pending_ = report_;
  const KnownRecords known = known_records();
  run_pipeline(pull, options_.threads, {listener_.keep_rejected, &known}, words,
               [&](Batch batch) { consume(std::move(batch), builder); });
  if (stop_) throw Interrupted{};
  if (taken == 0) return false;
  std::vector<const WorkerWords*> workers;
  for (const auto& w : words) workers.push_back(&w);
  commit(builder, workers);
  return true;
}

// Those of replaced articles too: an input that holds two versions changes nothing the second time.
KnownRecords ArchiveWriter::known_records() const {
  std::vector<std::uint64_t> keys;
  if (existing_)
    for (const auto& segment : existing_->segments)
      keys.insert(keys.end(), segment->record_keys().begin(), segment->record_keys().end());
  return KnownRecords(std::move(keys));
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
    throw Error(Exit::partial, "stopped at the first rejected record (--strict)",
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
  Ordinal old_ordinal = 0;
  bool identical = false;
  if (const auto* known = builder.find(id)) {
    old_segment = fmt::format("{:06}", manifest_.next_segment);
    old_ordinal = known->ordinal;
    identical = known->content == content;
  } else if (existing_) {
    for (auto it = existing_->segments.rbegin(); it != existing_->segments.rend(); ++it) {
      const auto found = (*it)->find_id(id);
      if (!found || tombstones_[(*it)->info().name].contains(*found)) continue;
      old_segment = (*it)->info().name;
      old_ordinal = *found;
      identical = (*it)->content_hashes()[*found] == content;
      break;
    }
  }
  if (identical) return count(from, format, &RecordCounts::identical);
  builder.add(std::move(article), worker);
  if (!old_segment.empty()) tombstones_[old_segment].insert(old_ordinal);
  count(from, format, old_segment.empty() ? &RecordCounts::indexed : &RecordCounts::replaced);
  pending_.dates.add(date, date_from);
}

void ArchiveWriter::write_tombstones(Manifest& manifest) {
  manifest.files.erase(manifest.tombstones);
  manifest.tombstones.clear();
  SectionWriter out;
  bool any = false;
  for (auto& segment : manifest.segments) {
    const auto& dead = tombstones_[segment.name];
    segment.deleted = static_cast<std::uint32_t>(dead.size());
    if (dead.empty()) continue;
    out.add_array(segment.name, std::vector<std::uint32_t>(dead.begin(), dead.end()));
    any = true;
  }
  if (!any) return;
  manifest.tombstones = fmt::format("tombstones-{:06}", manifest.revision);
  fs::remove(options_.archive / manifest.tombstones);
  manifest.files[manifest.tombstones] = out.write(options_.archive / manifest.tombstones);
  sync_directory(options_.archive);
}

void ArchiveWriter::commit(SegmentBuilder& builder,
                           const std::vector<const WorkerWords*>& workers) {
  if (builder.articles() > 0) {
    SegmentInfo info = builder.finish(
        workers, options_.threads,
        [this](const std::vector<std::string>& samples) { return choose_dictionary(samples); });
    if (stop_) throw Interrupted{};
    info.dictionary = dictionary_name_;
    Manifest next = manifest_;
    next.segments.push_back(std::move(info));
    ++next.next_segment;
    ++next.revision;
    next.written = fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(std::time(nullptr)));
    write_tombstones(next);
    commit_manifest(options_.archive, next);
    manifest_ = std::move(next);
  }
  report_ = pending_;
  report_.revision = manifest_.revision;
}

}  // namespace news
