// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

#include "common/io/stream.hpp"

/// Bytes in small blocks, so that what is read runs over their ends.
class Blocks : public news::ByteStream {
 public:
  Blocks(std::string_view bytes, std::size_t size) : rest_(bytes), size_(size) {}
  std::string_view read() override {
    const auto block = rest_.substr(0, size_);
    rest_.remove_prefix(block.size());
    return block;
  }

 private:
  std::string_view rest_;
  std::size_t size_;
};
