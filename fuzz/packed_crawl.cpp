// SPDX-License-Identifier: GPL-2.0-or-later
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "common/io/packed_crawl.hpp"
#include "fuzz/blocks.hpp"

// Any bytes come to an end, whatever they were; some of them by an error.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  news::is_packed_crawl(std::string(bytes));
  Blocks blocks(bytes, 50);
  std::size_t total = 0;
  try {
    const auto stream = news::open_packed_crawl(blocks, std::string(blocks.read()));
    for (auto block = stream->read(); !block.empty(); block = stream->read()) total += block.size();
  } catch (const news::StreamError&) {
    return 0;
  }
  // Deflate makes 1,032 bytes of one at most, and 100 times what was read is read twice; zstd does
  // more, but has no second look.
  if (bytes.starts_with("\x1f\x8b") && total > size * 1032 * 101) std::abort();
  return 0;
}
