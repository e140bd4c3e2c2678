// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <string_view>

namespace news {

bool stdout_is_terminal();

/// Columns of the terminal: COLUMNS, else what the terminal says, else 80.
int terminal_width();

enum class ColorMode { auto_, always, never };
/// Names of ColorMode, LinkMode and PagerMode alike.
inline constexpr std::array<std::string_view, 3> kWhenNames = {"auto", "always", "never"};

/// auto_: if stdout is a terminal that is not TERM=dumb, and NO_COLOR is unset or empty. An
/// explicit `always` beats both variables (https://no-color.org).
bool use_color(ColorMode mode);

}  // namespace news
