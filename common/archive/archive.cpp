// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/archive/archive.hpp"

#include <utility>

#include "common/error.hpp"

namespace news {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kMaxDictionary = 16u << 20;

/// Reads each dictionary once.
class Dictionaries {
 public:
  explicit Dictionaries(const fs::path& archive) : archive_(archive) {}
  std::shared_ptr<const Dictionary> of(const SegmentInfo& segment) {
    auto& dictionary = read_[segment.dictionary];
    if (!dictionary)
      dictionary = std::make_shared<Dictionary>(
          segment.dictionary.empty()
              ? ""
              : read_small_file(archive_ / segment.dictionary, kMaxDictionary),
          0);
    return dictionary;
  }

 private:
  const fs::path& archive_;
  std::map<std::string, std::shared_ptr<const Dictionary>> read_;
};

}  // namespace

std::map<std::string, Tombstones> read_tombstones(const fs::path& archive,
                                                  const Manifest& manifest) {
  std::map<std::string, Tombstones> out;
  if (manifest.tombstones.empty()) return out;
  const auto sum = manifest.files.find(manifest.tombstones);
  if (sum == manifest.files.end())
    throw Error(ErrorCode::unreadable, "the manifest lost its tombstones");
  // A section that has lost its name would bring the dead back, so the whole file is compared.
  if (sum_file(archive / manifest.tombstones) != sum->second)
    throw Error(ErrorCode::damaged,
                (archive / manifest.tombstones).string() + " does not match its checksum");
  const SectionFile file(archive / manifest.tombstones, sum->second.bytes);
  for (const auto& segment : manifest.segments) {
    const auto read = [&](const std::string& section, std::set<DocId>& doc_ids) {
      if (!file.has(section)) return;
      for (const std::uint32_t n : file.array<std::uint32_t>(section))
        if (n < segment.articles) doc_ids.insert(n);
    };
    read(segment.name, out[segment.name].all);
    read(segment.name + ".del", out[segment.name].deleted);
  }
  return out;
}

void refuse_links(const fs::path& archive, const Manifest& manifest) {
  const auto check = [](const fs::path& path) {
    if (fs::is_symlink(fs::symlink_status(path)))
      throw Error(ErrorCode::unreadable, path.string() + " is a symbolic link",
                  "Put the file or directory itself there: an archive leads nowhere else.");
  };
  for (const char* name : {"segments", "dictionaries"}) check(archive / name);
  for (const auto& [name, sum] : manifest.files) check(archive / name);
  for (const auto& segment : manifest.segments) {
    const fs::path directory = archive / "segments" / segment.name;
    check(directory);
    check(directory / "postings");
    for (const auto& [name, sum] : segment.files) check(directory / name);
  }
}

// A writer may replace the revision that is being opened, and remove its files.
Archive::Archive(const fs::path& where) : path(where), manifest(read_manifest(where)) {
  for (;;) {
    try {
      open();
      return;
    } catch (const Error&) {
      Manifest newer = read_manifest(path);
      if (newer.revision == manifest.revision) throw;
      manifest = std::move(newer);
    }
  }
}

void Archive::open() {
  segments.clear();
  deleted.clear();
  refuse_links(path, manifest);
  auto tombstones = read_tombstones(path, manifest);
  stories = Stories::read(path, manifest);
  Dictionaries dictionaries(path);
  for (const auto& info : manifest.segments) {
    const Tombstones& dead = tombstones[info.name];
    segments.push_back(std::make_unique<Segment>(path, info, dictionaries.of(info), dead.all));
    deleted.emplace_back(dead.deleted.begin(), dead.deleted.end());
  }
}

std::vector<std::unique_ptr<ArticleStore>> open_stores(const fs::path& archive,
                                                       std::span<const SegmentInfo> segments) {
  std::vector<std::unique_ptr<ArticleStore>> stores;
  Dictionaries dictionaries(archive);
  for (const auto& info : segments)
    stores.push_back(std::make_unique<ArticleStore>(archive, info, dictionaries.of(info)));
  return stores;
}

}  // namespace news
