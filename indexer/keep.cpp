// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/keep.hpp"

#include <algorithm>
#include <set>
#include <system_error>

#include "common/archive/manifest.hpp"
#include "common/archive/safety_copy.hpp"
#include "common/error.hpp"
#include "common/io/file.hpp"

namespace news {
namespace {

namespace fs = std::filesystem;

bool is_ours(const std::string& name) {
  for (const std::string_view begin : {"segments/", "dictionaries/", "manifest-", "tombstones-"})
    if (name.starts_with(begin)) return true;
  return name.starts_with("CURRENT.");
}

void copy_one(const fs::path& from, const fs::path& to, BackupReport& report) {
  fs::create_directories(to.parent_path());
  std::error_code error;
  fs::create_hard_link(from, to, error);
  if (!error) {
    ++report.linked;
    return;
  }
  fs::copy_file(from, to);
  sync_and_sum(to);
}

BackupReport try_backup(const fs::path& archive, const fs::path& target) {
  const Manifest manifest = read_manifest(archive);
  BackupReport report;
  report.revision = manifest.revision;
  report.articles = manifest.live_articles();
  fs::create_directories(target / "segments");
  for (const auto& [name, sum] : files_of(manifest)) {
    copy_one(archive / name, target / name, report);
    ++report.files;
    report.bytes += sum.bytes;
  }
  for (const auto& entry : fs::recursive_directory_iterator(target))
    if (entry.is_directory()) sync_directory(entry.path());
  commit_manifest(target, manifest);
  return report;
}

}  // namespace

std::vector<std::string> unneeded_files(const fs::path& archive) {
  const Manifest manifest = read_manifest(archive);
  const std::string current = manifest_name(manifest.revision);
  std::set<std::string> needed{current, safety_copy_of(current)};
  for (const auto& [name, sum] : files_of(manifest)) needed.insert(name);
  std::vector<std::string> found;
  for (const auto& entry : fs::recursive_directory_iterator(archive)) {
    if (entry.is_directory() && !entry.is_symlink()) continue;
    const std::string name = fs::relative(entry.path(), archive).string();
    if (is_ours(name) && !needed.contains(name)) found.push_back(name);
  }
  std::sort(found.begin(), found.end());
  return found;
}

PruneReport prune(const fs::path& archive) {
  PruneReport report;
  for (const auto& name : unneeded_files(archive)) {
    std::error_code ignored;
    const auto bytes = fs::file_size(archive / name, ignored);
    if (!fs::remove(archive / name, ignored)) continue;
    ++report.files;
    report.bytes += bytes;
    // Directories of segments that are gone.
    for (auto folder = (archive / name).parent_path();
         folder != archive && folder != archive / "segments" && fs::is_empty(folder, ignored);
         folder = folder.parent_path())
      fs::remove(folder, ignored);
  }
  return report;
}

BackupReport backup(const fs::path& archive, const fs::path& target) {
  if (fs::exists(target) && !fs::is_empty(target))
    throw Error(Exit::usage, target.string() + " is not empty", "Name a new directory.");
  // A writer may prune what was in force when this began; then there is a newer revision.
  for (int attempt = 0;; ++attempt) {
    try {
      return try_backup(archive, target);
    } catch (const fs::filesystem_error& e) {
      const bool vanished = e.code() == std::errc::no_such_file_or_directory;
      fs::remove_all(target);
      if (!vanished || attempt == 5)
        throw Error(Exit::damaged, e.what(), "Check the disk, then run the command again.");
    }
  }
}

}  // namespace news
