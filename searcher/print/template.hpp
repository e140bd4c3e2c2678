// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace news {

/// A part of a template: text as it stands, or the name of a field.
struct TemplatePart {
  bool is_field = false;
  std::string text;
  friend bool operator==(const TemplatePart&, const TemplatePart&) = default;
};

/// Cuts up a template: fields in braces, `{{` and `}}` for a brace, `\n`, `\t` and `\\` for a line
/// end, a tab and a backslash. Neighbouring text is one part. Throws Error(Exit::usage) for a field
/// that is none of `fields`, with the list, and for whatever else it cannot read. Thread-safe,
/// linear.
std::vector<TemplatePart> parse_template(std::string_view text,
                                         std::span<const std::string_view> fields);

}  // namespace news
