// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <cstring>
#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/io/file.hpp"

namespace news {

// The container of all our tables (docs/FORMAT.md, "Section files"), little-endian:
//
//   8 bytes   magic "NEWSSECT"
//   u32       format version (1)
//   u32       number of sections
//   32 bytes  a section: name (16 bytes, NUL padded), u64 offset, u64 bytes   (repeated)
//   ...       the sections, each at a multiple of 8
inline constexpr std::uint32_t kSectionFormat = 1;

/// Collects named sections and writes them as one file. Not thread-safe.
class SectionWriter {
 public:
  /// `name`: 1–16 bytes, unique. Keeps a copy of nothing: takes the bytes over.
  void add(std::string name, std::string bytes);
  template <typename T>
  void add_array(std::string name, const std::vector<T>& values) {
    add(std::move(name),
        std::string(reinterpret_cast<const char*>(values.data()), values.size() * sizeof(T)));
  }
  FileSum write(const std::filesystem::path& path) const;

 private:
  std::vector<std::pair<std::string, std::string>> sections_;
};

/// A memory-mapped section file. The directory is checked at open (bounds, alignment, order);
/// contents are checked by whoever reads them. Thread-safe after construction; views live as long
/// as it.
class SectionFile {
 public:
  SectionFile() = default;
  SectionFile(const std::filesystem::path& path, std::uint64_t expected_bytes);
  bool has(std::string_view name) const { return sections_.contains(name); }
  /// Throws Error(ErrorCode::damaged) when the section is missing.
  std::string_view section(std::string_view name) const;
  /// The section as an array of T; throws as well when its size is no multiple of sizeof(T) or,
  /// unless `count` is kAny, not `count` elements.
  static constexpr std::size_t kAny = static_cast<std::size_t>(-1);
  template <typename T>
  std::span<const T> array(std::string_view name, std::size_t count = kAny) const {
    const auto bytes = section(name);
    if (bytes.size() % sizeof(T) != 0 || (count != kAny && bytes.size() != count * sizeof(T)))
      damaged(name, "has a wrong size");
    return {reinterpret_cast<const T*>(bytes.data()), bytes.size() / sizeof(T)};
  }
  [[noreturn]] void damaged(std::string_view section, std::string_view why) const;

 private:
  std::string path_;
  MappedFile map_;
  std::map<std::string, std::string_view, std::less<>> sections_;
};

}  // namespace news
