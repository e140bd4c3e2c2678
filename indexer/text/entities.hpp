// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace news {

/// Character references and HTML's entities as UTF-8; those unknown stay. Control characters and
/// no-break spaces become blanks. `text` must be valid UTF-8. Thread-safe; linear time.
std::string decode_entities(std::string_view text);

}  // namespace news
