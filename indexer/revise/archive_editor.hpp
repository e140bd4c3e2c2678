// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "common/archive/archive.hpp"

namespace news {

/// The one way by which an archive changes: new segments are written beside the old ones, then a
/// commit makes them, new tombstones, and the absence of old segments visible at once. Holds the
/// writer's lock for its life. Not thread-safe.
class ArchiveEditor {
 public:
  /// `create`: an archive that is not there is made, once something is committed. Throws
  /// Error(ErrorCode::locked), Error(ErrorCode::usage) for a directory that is something else,
  /// Error(ErrorCode::damaged).
  ArchiveEditor(std::filesystem::path path, bool create);

  const std::filesystem::path& path() const { return path_; }
  const Manifest& manifest() const { return manifest_; }
  /// What is in force, opened when first asked for; null before the first commit. Throws
  /// Error(ErrorCode::damaged).
  const Archive* archive();
  /// Of the segment by that name, as the next commit will have it.
  Tombstones& tombstones(const std::string& segment) { return tombstones_[segment]; }

  /// From the next commit on, replaced articles are kept as earlier versions.
  void keep_versions();
  /// How many threads commits group articles with; 0, as at first: one a core.
  void use_threads(unsigned threads) { threads_ = threads; }
  /// How many days copies may be apart, from the next commit on; it groups all articles again if
  /// that is another number.
  void set_story_window(std::uint32_t days);
  /// False if the next commit will group all articles again.
  bool stories_hold() const { return stories_hold_; }
  /// Commits group nothing from now on, for what they would look at is not to be read yet.
  void postpone_stories() { stories_postponed_ = true; }
  /// From the next commit on they do; it groups all articles again.
  void resume_stories();

  /// The name of the n-th segment to be added.
  std::string new_segment(std::size_t n = 0) const;
  std::filesystem::path directory(const std::string& segment) const;
  /// The archive's dictionary; the first time, one is learnt from the samples and written.
  std::shared_ptr<const Dictionary> dictionary(const std::vector<std::string>& samples);
  const std::string& dictionary_name() const { return dictionary_name_; }

  /// Makes the next revision, with those segments more and these less, and opens it. The files of
  /// what is gone stay: readers may hold them.
  void commit(std::vector<SegmentInfo> added, const std::set<std::string>& removed = {});

 private:
  void write_tombstones(Manifest& next);
  void write_stories(Manifest& next);

  std::filesystem::path path_;
  std::unique_ptr<WriterLock> lock_;
  Manifest manifest_;
  std::unique_ptr<Archive> archive_;
  std::map<std::string, Tombstones> tombstones_;
  std::string dictionary_name_;
  unsigned threads_ = 0;
  bool stories_postponed_ = false;
  bool stories_hold_ = true;  // those of manifest_ can be built on
};

}  // namespace news
