// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace news {

/// A drawing in braille characters: two dots across and four down in each column and row.
class BrailleCanvas {
 public:
  BrailleCanvas(int columns, int rows);
  int width() const { return 2 * columns_; }  ///< in dots
  int height() const { return 4 * rows_; }
  /// x from the left, y from the top; both inside.
  void dot(int x, int y);
  /// From dot to dot, ends included.
  void line(int x0, int y0, int x1, int y1);
  /// A row as UTF-8, blanks where there is no dot, none at the end.
  std::string row(int n) const;

 private:
  int columns_, rows_;
  std::vector<std::uint8_t> cells_;
};

}  // namespace news
