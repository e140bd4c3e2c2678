// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace news {

/// Decodes HTML's character references (&amp; &#8217; &#x2019; &eacute;), each once; a non-breaking
/// space becomes a blank. What is none stays as it is. `text` and result are UTF-8; O(text).
std::string decode_entities(std::string_view text);

}  // namespace news
