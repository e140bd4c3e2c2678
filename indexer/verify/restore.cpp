// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/verify/restore.hpp"

#include <algorithm>
#include <optional>

#include "common/archive/manifest.hpp"
#include "common/archive/safety_copy.hpp"
#include "common/error.hpp"

namespace news {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kMaxManifest = 256u << 20;

/// The manifest of that name, from itself if CURRENT vouches for it, else from its copy.
std::optional<std::string> sound_manifest(const fs::path& path) {
  auto json = read_safety_copy(path);
  if (json) return json;
  // Of archives without copies: whatever parses, since nothing vouches for it.
  try {
    json = read_small_file(path, kMaxManifest);
    parse_manifest(*json, path);
    return json;
  } catch (const Error&) {
    return std::nullopt;
  }
}

/// Names of manifests that are there or have a copy, newest first.
std::vector<std::string> manifests(const fs::path& archive) {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(archive)) {
    std::string name = entry.path().filename().string();
    if (name.ends_with(".copy")) name.resize(name.size() - 5);
    if (name.starts_with("manifest-") && name.ends_with(".json")) names.push_back(name);
  }
  // Longer names have more digits.
  std::sort(names.begin(), names.end(), [](const auto& a, const auto& b) {
    return a.size() != b.size() ? a.size() > b.size() : a > b;
  });
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

Manifest restore_manifest(const fs::path& archive, std::vector<std::string>& restored) {
  try {
    return read_manifest(archive);
  } catch (const Error&) {
  }
  for (const auto& name : manifests(archive)) {
    const auto json = sound_manifest(archive / name);
    if (!json) continue;
    Manifest manifest = parse_manifest(*json, archive / name);
    replace_file(archive / name, *json);
    write_current(archive, name, *json);
    restored.push_back("CURRENT and " + name + ": the newest revision that is whole");
    return manifest;
  }
  throw Error(ErrorCode::damaged, archive.string() + " has no manifest that can be read",
              "Restore CURRENT and the manifest that it names from a backup.");
}

}  // namespace

bool is_sound(const fs::path& path, const FileSum& expected) {
  try {
    return sum_file(path) == expected;
  } catch (const Error&) {
    return false;
  }
}

void restore_small_files(const fs::path& archive, std::vector<std::string>& restored) {
  const Manifest manifest = restore_manifest(archive, restored);
  auto files = files_of(manifest);
  const fs::path current = archive / manifest_name(manifest.revision);
  if (read_safety_copy(current) != read_small_file(current, kMaxManifest)) {
    write_safety_copy(current);
    restored.push_back(safety_copy_of(current.filename()).string() + ": made new");
  }
  for (const auto& [name, sum] : files) {
    const auto copy_sum = files.find(safety_copy_of(name));
    if (copy_sum == files.end()) continue;
    const fs::path path = archive / name;
    if (!is_sound(path, sum)) {
      const auto bytes = read_safety_copy(path);
      if (!bytes || FileSum{bytes->size(), xxh3(*bytes)} != sum) continue;
      replace_file(path, *bytes);
      restored.push_back(name + ": from its copy");
    }
    if (is_sound(safety_copy_of(path), copy_sum->second)) continue;
    // Another version of zstd may write other bytes; then the copy is no copy of this archive.
    if (write_safety_copy(path) == copy_sum->second)
      restored.push_back(copy_sum->first + ": made new");
  }
}

}  // namespace news
