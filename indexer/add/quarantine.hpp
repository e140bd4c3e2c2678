// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

#include "indexer/input/reader.hpp"

namespace news {

/// Keeps rejected records as they came, in a tar that `indexer add` can read again: a member each,
/// bit for bit, named REASON/NUMBER-recordN-byteM-FILE after why it was rejected and where it
/// stood. Records that nobody could cut out (a file that breaks off) have no bytes. Not
/// thread-safe.
class Quarantine {
 public:
  /// Throws Error(ErrorCode::usage) when the file cannot be made.
  explicit Quarantine(const std::filesystem::path& path);
  ~Quarantine();
  /// Throws Error(ErrorCode::failed) when the disk is full.
  void add(const Rejection& rejection);
  /// Writes the end and syncs; without it the file is incomplete.
  void finish();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace news
