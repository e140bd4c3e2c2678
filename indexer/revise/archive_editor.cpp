// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/revise/archive_editor.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <algorithm>
#include <ctime>
#include <iterator>
#include <utility>

#include "common/archive/safety_copy.hpp"
#include "common/error.hpp"
#include "indexer/stories/story_updater.hpp"

namespace news {
namespace {

namespace fs = std::filesystem;

constexpr int kLevel = 9;
constexpr std::size_t kMaxDictionary = 256u << 10;
constexpr std::size_t kMinSample = 64u << 10;

bool is_left_by_first_run(const std::string& name) {
  const std::string manifest = manifest_name(1);
  for (const std::string_view one : {"lock", "segments", "dictionaries"})
    if (name == one) return true;
  for (const std::string& one :
       {manifest, std::string("tombstones-000001"), std::string("stories-000001")})
    if (name == one || name == safety_copy_of(one)) return true;
  return name.ends_with(".new");
}

// A directory in which a run has begun that never made its first commit. One that had others has
// lost CURRENT: to begin again would write over its segments.
void check_begun(const fs::path& path) {
  bool foreign = false;
  for (const auto& entry : fs::directory_iterator(path)) {
    const std::string name = entry.path().filename().string();
    if (name.starts_with("manifest-") && !is_left_by_first_run(name))
      throw Error(ErrorCode::damaged,
                  path.string() + " has a " + name + ", but has lost its CURRENT",
                  "Restore that file from a backup.");
    foreign |= !is_left_by_first_run(name);
  }
  if (foreign && !fs::exists(path / "lock"))
    throw Error(ErrorCode::usage, path.string() + " is not an archive and not empty",
                "Name a new directory.");
}

void check_directory(const fs::path& path, bool create) {
  if (is_archive(path)) return;
  if (!create)
    throw Error(ErrorCode::unreadable, path.string() + " is not an archive",
                "Name an archive that 'indexer add' made.");
  if (fs::exists(path)) check_begun(path);
  make_directories(path / "segments");
  // One that was there already may have been made by a run that was stopped before it did this.
  sync_directory(path.has_parent_path() ? path.parent_path() : ".");
}

}  // namespace

ArchiveEditor::ArchiveEditor(fs::path path, bool create) : path_(std::move(path)) {
  check_directory(path_, create);
  lock_ = std::make_unique<WriterLock>(path_);
  if (!is_archive(path_)) {
    manifest_.uuid = new_uuid();
    return;
  }
  // A run that was stopped after its last rename may not have done so, and what is in force must
  // stay before anything is built on it or removed.
  sync_directory(path_);
  manifest_ = read_manifest(path_);
  refuse_links(path_, manifest_);
  tombstones_ = read_tombstones(path_, manifest_);
  for (const auto& segment : manifest_.segments)
    if (!segment.dictionary.empty()) dictionary_name_ = segment.dictionary;
}

const Archive* ArchiveEditor::archive() {
  if (!archive_ && manifest_.revision > 0) archive_ = std::make_unique<Archive>(path_);
  return archive_.get();
}

void ArchiveEditor::keep_versions() {
  manifest_.keep_versions = true;
}

void ArchiveEditor::set_story_window(std::uint32_t days) {
  stories_hold_ = stories_hold_ && days == manifest_.story_window;
  manifest_.story_window = days;
}

void ArchiveEditor::resume_stories() {
  stories_postponed_ = false;
  stories_hold_ = false;
}

std::string ArchiveEditor::new_segment(std::size_t n) const {
  return fmt::format("{:06}", manifest_.next_segment + n);
}

fs::path ArchiveEditor::directory(const std::string& segment) const {
  return path_ / "segments" / segment;
}

std::shared_ptr<const Dictionary> ArchiveEditor::dictionary(
    const std::vector<std::string>& samples) {
  if (!dictionary_name_.empty())
    return std::make_shared<Dictionary>(read_small_file(path_ / dictionary_name_, 16u << 20),
                                        kLevel);
  std::size_t bytes = 0;
  for (const auto& sample : samples) bytes += sample.size();
  if (bytes < kMinSample) return std::make_shared<Dictionary>("", kLevel);
  std::string trained =
      train_dictionary(samples, std::min<std::size_t>(kMaxDictionary, bytes / 16));
  if (!trained.empty()) {
    make_directories(path_ / "dictionaries");
    dictionary_name_ = fmt::format("dictionaries/{:06}", manifest_.next_dictionary++);
    fs::remove(path_ / dictionary_name_);  // an interrupted run may have left one
    {
      OutputFile out(path_ / dictionary_name_);
      out.write(trained);
      manifest_.files[dictionary_name_] = out.finish();
    }
    manifest_.files[safety_copy_of(dictionary_name_)] = write_safety_copy(path_ / dictionary_name_);
    sync_directory(path_ / "dictionaries");
  }
  return std::make_shared<Dictionary>(std::move(trained), kLevel);
}

void ArchiveEditor::write_tombstones(Manifest& next) {
  next.files.erase(next.tombstones);
  next.files.erase(safety_copy_of(next.tombstones));
  next.tombstones.clear();
  SectionWriter out;
  bool any = false;
  for (auto& segment : next.segments) {
    const Tombstones& dead = tombstones_[segment.name];
    segment.deleted = static_cast<std::uint32_t>(dead.all.size());
    if (dead.all.empty()) continue;
    out.add_array(segment.name, std::vector<std::uint32_t>(dead.all.begin(), dead.all.end()));
    if (!dead.deleted.empty())
      out.add_array(segment.name + ".del",
                    std::vector<std::uint32_t>(dead.deleted.begin(), dead.deleted.end()));
    any = true;
  }
  if (!any) return;
  next.tombstones = fmt::format("tombstones-{:06}", next.revision);
  fs::remove(path_ / next.tombstones);
  next.files[next.tombstones] = out.write(path_ / next.tombstones);
  next.files[safety_copy_of(next.tombstones)] = write_safety_copy(path_ / next.tombstones);
  sync_directory(path_);
}

void ArchiveEditor::write_stories(Manifest& next) {
  next.files.erase(next.stories);
  next.stories.clear();
  if (stories_postponed_) return;
  const NextRevision revision{path_, next, tombstones_};
  const bool grouped = stories_hold_ && !manifest_.stories.empty();
  const Stories stories =
      grouped ? update_stories(revision, manifest_, threads_) : group_all(revision, threads_);
  next.stories = fmt::format("stories-{:06}", next.revision);
  fs::remove(path_ / next.stories);
  next.files[next.stories] = stories.write(path_ / next.stories);
  sync_directory(path_);
}

void ArchiveEditor::commit(std::vector<SegmentInfo> added, const std::set<std::string>& removed) {
  Manifest next = manifest_;
  const auto is_removed = [&](const SegmentInfo& s) { return removed.contains(s.name); };
  // What replaces others stands in their place: earlier versions come before later ones.
  auto place = std::find_if(next.segments.begin(), next.segments.end(), is_removed);
  next.next_segment += added.size();
  next.segments.insert(place, std::make_move_iterator(added.begin()),
                       std::make_move_iterator(added.end()));
  std::erase_if(next.segments, is_removed);
  for (const auto& name : removed) tombstones_.erase(name);
  ++next.revision;
  next.written = fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(std::time(nullptr)));
  write_tombstones(next);
  write_stories(next);
  commit_manifest(path_, next);
  manifest_ = std::move(next);
  stories_hold_ = true;
  archive_.reset();
}

}  // namespace news
