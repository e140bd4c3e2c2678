// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "common/text/display.hpp"

namespace news {

/// Any text as character data or the value of an attribute in XML 1.0 and HTML: what has a meaning
/// there is escaped, and what must not stand there (controls, U+FFFE, U+FFFF, broken UTF-8) is
/// U+FFFD. Thread-safe.
inline std::string xml_text(std::string_view text) {
  std::string out;
  for (const char c : sanitize(text)) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out += c;
        if (out.ends_with("\uFFFE") || out.ends_with("\uFFFF"))
          out.replace(out.size() - 3, 3, "\uFFFD");
    }
  }
  return out;
}

}  // namespace news
