// SPDX-License-Identifier: GPL-2.0-or-later
#include <simdjson.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "indexer/text/charset.hpp"

// Any bytes under any label, which is what stands in the first line, become UTF-8.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto label = bytes.substr(0, bytes.find('\n'));
  const auto text = bytes.substr(std::min(label.size() + 1, bytes.size()));
  if (!simdjson::validate_utf8(news::to_utf8(text, label))) std::abort();
  news::looks_binary(text);
  return 0;
}
