// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "common/io/stream.hpp"

struct ZSTD_DCtx_s;

namespace news {

/// A zstd file whose first frame is skippable and holds the dictionary of the others, itself
/// compressed or not: the .warc.zst of IIPC's "WARC zstd". Not thread-safe; memory is bounded.
class ZstdFrames : public ByteStream {
 public:
  /// `packed` must outlive this; `head` are its first bytes, which have been read already.
  /// read() throws StreamError on a dictionary or frame that is damaged.
  ZstdFrames(ByteStream& packed, std::string head);
  std::string_view read() override;

  /// Whether a file begins with such a frame.
  static bool begins(std::string_view head);

 private:
  void need(std::size_t bytes);
  void load_dictionary();

  ByteStream& packed_;
  std::string input_;
  std::size_t at_ = 0;
  std::string output_;
  std::unique_ptr<ZSTD_DCtx_s, std::size_t (*)(ZSTD_DCtx_s*)> context_;
  bool loaded_ = false;
  bool inside_ = false;  // a frame
};

}  // namespace news
