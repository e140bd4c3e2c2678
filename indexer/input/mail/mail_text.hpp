// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace news {

/// The paragraphs of text in format=flowed (RFC 3676): lines that end in a blank go on in the next
/// of the same quotation. `delsp`: that blank is not part of the text.
std::string join_flowed(std::string_view text, bool delsp);

/// Removes files that stand in a text uuencoded ("begin 644 NAME" … "end"); adds their names.
void take_uuencoded(std::string& text, std::vector<std::string>& names);

}  // namespace news
