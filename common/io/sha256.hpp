// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace news {

/// SHA-256 (FIPS 180-4) of some bytes: 32 bytes. Thread-safe, O(bytes).
std::string sha256(std::string_view bytes);
/// The first eight bytes of a digest as a number, 0 when there is none.
std::uint64_t record_key(std::string_view sha256);
/// Lower-case hexadecimal digits of any bytes.
std::string to_hex(std::string_view bytes);

}  // namespace news
