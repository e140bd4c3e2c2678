// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "common/io/file.hpp"

namespace news {

/// Format of archives that this program writes and reads; docs/FORMAT.md.
inline constexpr std::uint32_t kArchiveFormat = 2;

/// A century: more days than this between copies mean that any number may be.
inline constexpr std::uint32_t kMaxStoryWindow = 36525;

struct SegmentInfo {
  std::string name;                      ///< directory below segments/, six digits
  std::uint32_t articles = 0;            ///< stored, tombstones included
  std::uint32_t deleted = 0;             ///< of these, tombstoned
  std::uint64_t words = 0;               ///< words of titles and texts
  std::string dictionary;                ///< file below dictionaries/, "" when none
  std::vector<std::string> languages;    ///< stemming languages of its articles, "" for unstemmed
  std::map<std::string, FileSum> files;  ///< relative to the segment's directory
};

/// One revision of an archive. Plain value.
struct Manifest {
  std::uint64_t revision = 0;
  std::string uuid;
  std::string written;  ///< UTC time, ISO 8601
  std::uint64_t next_segment = 1;
  std::uint64_t next_dictionary = 1;
  std::vector<SegmentInfo> segments;
  /// Files outside segments (dictionaries, tombstones), relative to the archive.
  std::map<std::string, FileSum> files;
  std::string tombstones;  ///< file name, "" when nothing is deleted
  std::string stories;     ///< file name, "" when articles are not grouped yet
  /// Days that copies may be apart.
  std::uint32_t story_window = 14;
  /// Compaction keeps replaced articles, as earlier versions.
  bool keep_versions = false;

  std::uint64_t live_articles() const;
};

/// Name of the manifest file of a revision.
std::string manifest_name(std::uint64_t revision);

/// Every file of a revision but its manifest and CURRENT, relative to the archive.
std::map<std::string, FileSum> files_of(const Manifest& manifest);

/// Reads what to_json of the same version wrote; `path` is for messages. Throws
/// Error(ErrorCode::damaged); never accepts a path that leaves the archive.
Manifest parse_manifest(const std::string& json, const std::filesystem::path& path);

/// Reads the manifest that CURRENT names, checking the checksums of both. Throws
/// Error(ErrorCode::damaged) with the file's name; retries when a writer replaced it in between.
Manifest read_manifest(const std::filesystem::path& archive);

/// True when `archive` holds a CURRENT file.
bool is_archive(const std::filesystem::path& archive);

/// Writes manifest and CURRENT atomically: before the last rename the old revision is in force,
/// after it the new one. All files that the manifest names must be synced already.
void commit_manifest(const std::filesystem::path& archive, const Manifest& manifest);

/// Makes the manifest of that name, which is there and holds `json`, the one in force.
void write_current(const std::filesystem::path& archive, const std::string& name,
                   const std::string& json);

/// 32 random hexadecimal digits in UUID form (RFC 4122, version 4).
std::string new_uuid();

/// The lock of an archive's one writer (POSIX fcntl lock on ARCHIVE/lock); released by the
/// destructor.
class WriterLock {
 public:
  /// Throws Error(ErrorCode::locked) naming the holder's pid.
  explicit WriterLock(const std::filesystem::path& archive);
  ~WriterLock();
  WriterLock(const WriterLock&) = delete;
  WriterLock& operator=(const WriterLock&) = delete;

 private:
  int fd_;
};

}  // namespace news
