// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/io/stream.hpp"

namespace news {

bool Window::fill() {
  if (ended_) return false;
  const auto block = stream_.read();
  if (block.empty()) {
    ended_ = true;
    return false;
  }
  buffer_.erase(0, start_);
  start_ = 0;
  buffer_.append(block);
  return true;
}

void Window::skip_bom() {
  if (view().starts_with("\xEF\xBB\xBF")) consume(3);
}

}  // namespace news
