// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "common/io/archive_stream.hpp"

namespace news {

/// Walks what a file holds, decompressed: itself, or its members, or theirs. The innermost of the
/// open archives is on top of a stack. Not thread-safe.
/// Life: open() → next()* until false → open() …
class MemberStack {
 public:
  /// How much of a member is in window() at first, unless the member is shorter.
  static constexpr std::size_t kHead = 64u << 10;

  /// `path`: a file, "-" for standard input. `relative`: what relative() is for its only member.
  /// Throws StreamError.
  void open(const std::string& path, std::string relative);
  /// Steps to the next member that has bytes and is not hidden; false at the end of the file.
  /// Throws StreamError where a member or the rest of an archive cannot be read; name() is whose,
  /// and the next call goes on with what is around it.
  bool next();
  /// Leaves the current member; the next call of next() does so as well.
  void close_member() { window_.reset(); }
  /// Leaves the file.
  void close() {
    close_member();
    layers_.clear();
  }

  /// The path as printable_name(), members after a '!'.
  const std::string& name() const { return name_; }
  /// The innermost member's own path, or the file's `relative`.
  const std::string& relative() const { return relative_; }
  /// Null when no member is open. At its beginning, byte order mark removed, after next().
  Window* window() { return window_.get(); }
  /// Bytes of the file itself that were read, compressed as they are; 0 when none is open.
  std::uint64_t bytes_read() const;

 private:
  struct Layer {
    std::string name, relative;
    std::unique_ptr<ArchiveStream> stream;
  };
  bool open_member(const Layer& layer, const std::string& member);

  std::vector<Layer> layers_;
  std::string name_, relative_;
  std::unique_ptr<Window> window_;
};

/// A file's name as valid UTF-8: '?' stands for bytes that are not.
std::string printable_name(std::string name);

/// Whether a component of the path begins with a dot: settings, rubbish of other systems.
bool is_hidden_path(std::string_view path);

}  // namespace news
