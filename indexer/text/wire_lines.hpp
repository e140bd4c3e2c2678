// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace news {

/// Joins the lines of a wire story or a collection of them, wrapped at a column, into
/// paragraphs with blank lines between. A paragraph begins after a blank line or with an indent.
/// Tables (wide gaps within a line) and lists stay lines. In a text whose lines are longer than a
/// screen nothing is joined. Linear time.
std::string unwrap_wire(std::string_view text);

}  // namespace news
