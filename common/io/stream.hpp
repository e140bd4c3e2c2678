// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

namespace news {

/// The rest of a file cannot be read: it is truncated, corrupt, of no use. Private to the input
/// code, which turns it into one rejection; what() is the detail.
struct StreamError : std::runtime_error {
  explicit StreamError(const std::string& detail, std::string why = "unreadable file")
      : std::runtime_error(detail), reason(std::move(why)) {}
  std::string reason;
  bool skipped = false;  ///< nothing is wrong: the file is just no article
};

/// What a reader throws for such a file.
inline StreamError not_an_article(const std::string& detail) {
  StreamError error(detail, "not an article");
  error.skipped = true;
  return error;
}

/// Decompressed bytes, block by block. Not thread-safe.
class ByteStream {
 public:
  virtual ~ByteStream() = default;
  /// The next block, valid until the next call; empty at the end. Throws StreamError.
  virtual std::string_view read() = 0;
};

/// A contiguous window over a stream, so that a record can be looked at whole before it is cut.
/// Holds what has not been consumed: whoever fills it decides how much that may be.
class Window {
 public:
  explicit Window(ByteStream& stream) : stream_(stream) {}

  std::string_view view() const { return std::string_view(buffer_).substr(start_); }
  /// Appends the next block to view(), which moves; false at the end of the stream.
  bool fill();
  void consume(std::size_t bytes) {
    start_ += bytes;
    offset_ += bytes;
  }
  /// Where view() begins in the stream.
  std::uint64_t offset() const { return offset_; }
  /// Consumes a UTF-8 byte order mark if view() begins with one.
  void skip_bom();

 private:
  ByteStream& stream_;
  std::string buffer_;
  std::size_t start_ = 0;
  std::uint64_t offset_ = 0;
  bool ended_ = false;
};

}  // namespace news
