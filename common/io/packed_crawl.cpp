// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/io/packed_crawl.hpp"

#include <utility>

#include "common/io/gzip_members.hpp"
#include "common/io/zstd_frames.hpp"

namespace news {
namespace {

/// A stream with nothing in it.
class Nothing : public ByteStream {
 public:
  std::string_view read() override { return {}; }
};

}  // namespace

bool is_packed_crawl(const std::string& head) {
  if (ZstdFrames::begins(head)) return true;
  if (!head.starts_with("\x1f\x8b")) return false;
  Nothing nothing;
  GzipMembers members(nothing, head);
  const auto text = members.read();
  return text.starts_with("WARC/") || text.starts_with("filedesc://");
}

std::unique_ptr<ByteStream> open_packed_crawl(ByteStream& packed, std::string head) {
  if (ZstdFrames::begins(head)) return std::make_unique<ZstdFrames>(packed, std::move(head));
  return std::make_unique<GzipMembers>(packed, std::move(head));
}

}  // namespace news
