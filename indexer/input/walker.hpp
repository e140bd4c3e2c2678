// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace news {

/// A file to be read.
struct FoundFile {
  std::string path;        ///< as given, or below the directory given
  std::string relative;    ///< below the directory given; the path itself if it was given alone
  std::uint64_t size = 0;  ///< bytes on disk, 0 when unknown
  std::string error;       ///< non-empty: a directory that could not be listed
};

/// Walks one argument. Directories are listed as they are reached, each sorted by bytes; hidden
/// entries, non-regular files and links to directories are left out. Not thread-safe.
class FileWalker {
 public:
  explicit FileWalker(std::string argument);
  std::optional<FoundFile> next();

 private:
  void list(const std::string& directory);

  std::string argument_;
  std::vector<std::string> pending_;  ///< what is still to be visited, the next one last
  bool started_ = false;
  std::string list_error_;
};

}  // namespace news
