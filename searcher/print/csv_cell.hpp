// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

#include "common/cli/terminal.hpp"

namespace news {

/// A cell of RFC 4180: quoted when it must be, quotes doubled. Escape characters never reach a
/// terminal.
inline std::string csv_cell(const std::string& value) {
  const std::string safe = sanitize(value, true);
  if (safe.find_first_of(",\"\n\r") == std::string::npos) return safe;
  std::string out = "\"";
  for (const char c : safe) out += c == '"' ? std::string("\"\"") : std::string(1, c);
  return out + '"';
}

}  // namespace news
