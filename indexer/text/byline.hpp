// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace news {

/// The names in a printed byline: "By JANE DOE and John Roe, Times Staff Writers" is two. What
/// follows a comma is an office or a paper, not a name.
std::vector<std::string> names_in_byline(std::string_view byline);

}  // namespace news
