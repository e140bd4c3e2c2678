// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace news {

/// The language of a text (ISO 639, lower case, without region) as CLD2 tells it by the beginning;
/// "" when it is not sure. Valid UTF-8. Thread-safe.
std::string detect_language(std::string_view title, std::string_view text);

}  // namespace news
