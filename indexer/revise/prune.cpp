// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/revise/prune.hpp"

#include <algorithm>
#include <set>
#include <system_error>

#include "common/archive/manifest.hpp"
#include "common/archive/safety_copy.hpp"
#include "common/error.hpp"

namespace news {
namespace {

namespace fs = std::filesystem;

bool is_ours(const std::string& name) {
  for (const std::string_view begin :
       {"segments/", "dictionaries/", "manifest-", "tombstones-", "stories-"})
    if (name.starts_with(begin)) return true;
  return name.starts_with("CURRENT.");
}

[[noreturn]] void cannot_remove(const fs::path& path, const std::error_code& why) {
  throw Error(ErrorCode::failed, "cannot remove " + path.string() + ": " + why.message(),
              "The archive is whole; 'indexer prune' removes what is left.");
}

}  // namespace

std::vector<std::string> list_files(const fs::path& archive) {
  for (;;) {
    std::vector<std::string> names;
    try {
      for (const auto& entry : fs::recursive_directory_iterator(archive))
        if (!entry.is_directory() || entry.is_symlink())
          names.push_back(fs::relative(entry.path(), archive).string());
      std::sort(names.begin(), names.end());
      return names;
    } catch (const fs::filesystem_error& e) {
      if (e.code() != std::errc::no_such_file_or_directory || !fs::exists(archive)) throw;
    }
  }
}

std::vector<std::string> unneeded_files(const fs::path& archive) {
  const Manifest manifest = read_manifest(archive);
  const std::string current = manifest_name(manifest.revision);
  std::set<std::string> needed{current, safety_copy_of(current)};
  for (const auto& [name, sum] : files_of(manifest)) needed.insert(name);
  std::vector<std::string> found = list_files(archive);
  std::erase_if(found, [&](const auto& name) { return !is_ours(name) || needed.contains(name); });
  return found;
}

PruneReport prune(const fs::path& archive) {
  PruneReport report;
  std::error_code error;
  for (const auto& name : unneeded_files(archive)) {
    const auto bytes = fs::file_size(archive / name, error);
    const bool removed = fs::remove(archive / name, error);
    if (error) cannot_remove(archive / name, error);
    if (!removed) continue;
    ++report.files;
    report.bytes += bytes;
  }
  if (!fs::exists(archive / "segments")) return report;
  std::set<std::string> segments;
  for (const auto& segment : read_manifest(archive).segments) segments.insert(segment.name);
  for (const auto& entry : fs::directory_iterator(archive / "segments"))
    if (!segments.contains(entry.path().filename().string())) {
      fs::remove_all(entry.path(), error);
      // A reader of a network file system may still hold one.
      if (error && error != std::errc::directory_not_empty) cannot_remove(entry.path(), error);
    }
  return report;
}

}  // namespace news
