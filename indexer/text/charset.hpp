// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace news {

/// Text in any encoding as UTF-8: by its byte order mark, else as `declared` (a label such as
/// "iso-8859-1"; empty or unknown labels are ignored), else as it is if it is UTF-8, else as ICU
/// detects it. ISO 8859-1 and ASCII are read as windows-1252, which is what such labels mean in
/// practice (WHATWG Encoding, 4.2). Bytes that mean nothing become U+FFFD. A declaration of UTF-8
/// that is wrong is ignored. Never throws; thread-safe; O(bytes).
std::string to_utf8(std::string_view bytes, std::string_view declared = {});

/// Whether bytes are not text at all: NUL bytes that are not UTF-16's, or many control characters.
/// Looks at 4 KiB at most.
bool looks_binary(std::string_view bytes);

}  // namespace news
