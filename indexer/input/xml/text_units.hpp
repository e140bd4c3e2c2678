// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace news {

/// How many bytes a character of a file has. Mark-up is ASCII: what looks for it need not know more
/// of the encoding.
struct TextUnits {
  std::size_t width = 1;  ///< bytes: 2 in UTF-16, 4 in UTF-32
  bool big_endian = false;

  /// The encoding, if the width tells it; else "".
  std::string_view label() const;
  /// One byte for each unit of `bytes`, '?' for those that are not ASCII. Part of a unit at the end
  /// is left out.
  std::string narrow(std::string_view bytes) const;
};

/// As shown by a byte order mark or by the zeros around the first '<' of a file.
TextUnits find_units(std::string_view head);
/// Length in bytes of the byte order mark that a file begins with.
std::size_t mark_length(std::string_view head);

}  // namespace news
