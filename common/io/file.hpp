// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace news {

/// A read-only memory map of a whole file, closed by the destructor. Movable; the view stays valid
/// as long as the object lives. Reading is thread-safe.
class MappedFile {
 public:
  MappedFile() = default;
  /// Throws Error(ErrorCode::failed) when the file cannot be opened, Error(ErrorCode::damaged) when
  /// its size is not `expected_bytes` (as its manifest says).
  MappedFile(const std::filesystem::path& path, std::uint64_t expected_bytes);
  MappedFile(MappedFile&& other) noexcept;
  MappedFile& operator=(MappedFile&& other) noexcept;
  ~MappedFile();
  std::string_view bytes() const { return {data_, size_}; }

 private:
  const char* data_ = nullptr;
  std::size_t size_ = 0;
};

/// Size and checksum of a file, as manifests record them.
struct FileSum {
  std::uint64_t bytes = 0;
  std::uint64_t xxh3 = 0;  ///< XXH3 64-bit over the whole file
  friend bool operator==(const FileSum&, const FileSum&) = default;
};

/// A new file written from start to end through a buffer, with a running checksum. The one way by
/// which both programs write an archive. Not thread-safe. Life: construct (creates, fails if it
/// exists) → write()* → finish(). Without finish() the destructor closes and removes the file:
/// nobody can mistake it for a whole one.
class OutputFile {
 public:
  explicit OutputFile(std::filesystem::path path);
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;
  ~OutputFile();
  void write(std::string_view bytes);
  std::uint64_t size() const { return size_; }  ///< bytes written so far
  /// Flushes, syncs and closes; returns what a manifest has to say about the file.
  FileSum finish();

 private:
  void flush();
  std::filesystem::path path_;
  int fd_ = -1;
  std::uint64_t size_ = 0;
  std::string buffer_;
  void* hash_;
};

/// Reads a whole small file; throws Error(ErrorCode::failed) when missing,
/// Error(ErrorCode::unreadable) when above `limit` bytes.
std::string read_small_file(const std::filesystem::path& path, std::uint64_t limit);
/// write, fsync, rename over `path`, fsync of the directory.
void replace_file(const std::filesystem::path& path, std::string_view bytes);
/// Makes a directory and those above it, each synced into the one above.
void make_directories(const std::filesystem::path& path);
void sync_directory(const std::filesystem::path& path);
/// Syncs a file that somebody else wrote (Xapian's) and sums it up.
FileSum sync_and_sum(const std::filesystem::path& path);
FileSum sum_file(const std::filesystem::path& path);
std::uint64_t xxh3(std::string_view bytes);

/// False in builds for fuzzers: what is guarded by a checksum is to be reached, too.
#ifdef FUZZING_BUILD_MODE_UNSAFE_FOR_PRODUCTION
inline constexpr bool kChecked = false;
#else
inline constexpr bool kChecked = true;
#endif

}  // namespace news
