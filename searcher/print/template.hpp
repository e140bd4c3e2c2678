// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include "searcher/print/options.hpp"

namespace news {

/// Cuts up a template: fields in braces, `{{` and `}}` for a brace, `\n`, `\t` and `\\` for a line
/// end, a tab and a backslash. Neighbouring text is one part. Throws Error(ErrorCode::usage) for a
/// field that is unknown, with the list, and for whatever else it cannot read. Thread-safe, linear.
std::vector<TemplatePart> parse_template(std::string_view text);

}  // namespace news
