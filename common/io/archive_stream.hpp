// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "common/io/stream.hpp"

struct archive;

namespace news {

/// A file or a member as libarchive sees it: any stack of gz, bz2, xz, zst and lz4 around a tar, a
/// zip or plain bytes; or a web archive as open_packed_crawl() sees it. read() gives the current
/// member's bytes. Not thread-safe.
class ArchiveStream : public ByteStream {
 public:
  /// Opens a path, or standard input for "-". Throws StreamError if it cannot.
  explicit ArchiveStream(const std::string& path);
  /// Reads the members inside `outer`, of which the first bytes have been read already.
  /// `outer` must outlive this.
  ArchiveStream(ByteStream& outer, std::string head);
  ~ArchiveStream() override;
  ArchiveStream(const ArchiveStream&) = delete;
  ArchiveStream& operator=(const ArchiveStream&) = delete;

  /// Goes to the next regular member: its name, or "" if there is but one unnamed stream.
  std::optional<std::string> next_member();
  std::string_view read() override;
  /// Stored bytes consumed so far.
  std::uint64_t bytes_read() const;

 private:
  class File;
  struct Outer;
  void open_descriptor(const std::string& path);
  void open_stream(ByteStream& outer, std::string head);
  [[noreturn]] void fail() const;

  std::unique_ptr<File> file_;
  std::unique_ptr<ByteStream> crawl_;
  std::unique_ptr<Outer> outer_;
  std::unique_ptr<archive, int (*)(archive*)> archive_;
  int descriptor_ = -1;
  bool broken_ = false;
};

/// Whether bytes begin like something ArchiveStream would unpack.
bool looks_packed(std::string_view head);

}  // namespace news
