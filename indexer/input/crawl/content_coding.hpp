// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace news {

/// Undoes content codings (RFC 9110, 8.4.1) in place: gzip, deflate with or without zlib's header,
/// br; `codings` in the order they were applied: "gzip, br". False if the body becomes longer than
/// `most`. Crawls often keep the header of a body that was decoded: what is not coded stays as it
/// is, and so it does under codings nobody knows. Of a body that breaks off what is there is taken.
/// Thread-safe; holds `most` bytes twice.
bool decode_content(std::string& body, std::string_view codings, std::uint64_t most);

}  // namespace news
