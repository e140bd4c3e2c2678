// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace news {

/// SHA-256 (FIPS 180-4) of some bytes: 32 bytes. Thread-safe, O(bytes).
std::string sha256(std::string_view bytes);
/// Lower-case hexadecimal digits of any bytes.
std::string to_hex(std::string_view bytes);

}  // namespace news
