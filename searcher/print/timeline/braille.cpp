// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/print/timeline/braille.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace news {

BrailleCanvas::BrailleCanvas(int columns, int rows)
    : columns_(columns), rows_(rows), cells_(static_cast<std::size_t>(columns * rows)) {}

void BrailleCanvas::dot(int x, int y) {
  constexpr std::uint8_t kBits[4][2] = {{0x01, 0x08}, {0x02, 0x10}, {0x04, 0x20}, {0x40, 0x80}};
  cells_[static_cast<std::size_t>(y / 4 * columns_ + x / 2)] |= kBits[y % 4][x % 2];
}

void BrailleCanvas::line(int x0, int y0, int x1, int y1) {
  const int steps = std::max({std::abs(x1 - x0), std::abs(y1 - y0), 1});
  const auto between = [&](int from, int to, int step) {
    return static_cast<int>(std::lround(from + double(to - from) * step / steps));
  };
  for (int step = 0; step <= steps; ++step) dot(between(x0, x1, step), between(y0, y1, step));
}

std::string BrailleCanvas::row(int n) const {
  std::string out;
  std::size_t end = 0;
  for (int column = 0; column < columns_; ++column) {
    const unsigned bits = cells_[static_cast<std::size_t>(n * columns_ + column)];
    if (bits == 0) {
      out += ' ';
      continue;
    }
    const unsigned c = 0x2800 + bits;
    out += static_cast<char>(0xE0 | c >> 12);
    out += static_cast<char>(0x80 | (c >> 6 & 0x3F));
    out += static_cast<char>(0x80 | (c & 0x3F));
    end = out.size();
  }
  return out.substr(0, end);
}

}  // namespace news
