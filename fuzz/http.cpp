// SPDX-License-Identifier: GPL-2.0-or-later
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "indexer/input/crawl/capture.hpp"
#include "indexer/input/crawl/content_coding.hpp"
#include "indexer/input/crawl/http_response.hpp"

// Any bytes are a response; its body gets no longer by losing its chunks, nor, by losing its
// codings, than it may.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::uint64_t kMaxBytes = 1u << 20;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  auto response = news::read_http_response(bytes);
  if (response.body.size() > size || response.status > 999) std::abort();
  const auto type = news::media_type(response.content_type);
  const auto charset = news::media_charset(response.content_type);
  if (type.size() + charset.size() > response.content_type.size()) std::abort();
  const bool fits = news::decode_content(response.body, response.codings, kMaxBytes);
  if (fits && response.body.size() > kMaxBytes) std::abort();
  return 0;
}
