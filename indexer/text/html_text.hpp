// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace news {

/// A fragment of HTML as text: blocks are paragraphs, scripts and the like are dropped, references
/// decoded. `html` must be valid UTF-8. Thread-safe; linear time, whatever the input.
std::string html_to_text(std::string_view html);

/// Whether there is a tag in it.
bool has_tags(std::string_view text);

/// What may be HTML or plain text, as descriptions in feeds are: plain text keeps its paragraphs;
/// HTML that was escaped once too often is HTML.
std::string maybe_html_to_text(std::string_view text);

}  // namespace news
