// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace news {

/// UTF-8 that somebody read as windows-1252 and wrote as UTF-8 (â€™ for ’, Ã© for é), set right if
/// all of the text is so and less looks odd then; else the text as it is.
std::string undo_mojibake(std::string text);

/// Plain text of any encoding as clean UTF-8: mojibake undone, HTML's character references decoded,
/// line ends "\n", no control characters, soft hyphens or byte order marks. O(bytes).
std::string repair_text(std::string_view bytes);

}  // namespace news
