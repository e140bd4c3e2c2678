// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace news {

/// A page's bytes as UTF-8: by its byte order mark, else as the transport `declared` (empty if it
/// did not), else as a meta element or XML declaration within the first 4 KiB says, else as it is
/// if it is UTF-8, else as ICU detects it. A declaration that makes no sense of the bytes is
/// ignored. Never throws; thread-safe; O(bytes).
std::string decode_page(std::string_view bytes, std::string_view declared = {});

/// The label that a page declares within itself; empty if none.
std::string_view charset_in_page(std::string_view bytes);

}  // namespace news
