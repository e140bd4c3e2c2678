// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/revise/backup.hpp"

#include <system_error>

#include "common/archive/manifest.hpp"
#include "common/error.hpp"
#include "common/io/file.hpp"

namespace news {
namespace {

namespace fs = std::filesystem;

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
  make_directories(target / "segments");
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

BackupReport backup(const fs::path& archive, const fs::path& target) {
  if (fs::exists(target) && !fs::is_empty(target))
    throw Error(ErrorCode::usage, target.string() + " is not empty", "Name a new directory.");
  // A writer may prune what was in force when this began; then there is a newer revision.
  for (int attempt = 0;; ++attempt) {
    try {
      return try_backup(archive, target);
    } catch (const fs::filesystem_error& e) {
      const bool vanished = e.code() == std::errc::no_such_file_or_directory;
      fs::remove_all(target);
      if (!vanished || attempt == 5)
        throw Error(ErrorCode::failed, e.what(), "Check the disk, then run the command again.");
    }
  }
}

}  // namespace news
