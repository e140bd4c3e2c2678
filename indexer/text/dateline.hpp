// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "common/date.hpp"

namespace news {

/// The date that a line is, if it is nothing else ("March 3, 2016", "Published: 3 March 2016,
/// 10:04 am", "Updated on Tue, 1 Mar 2016"), as parse_date() takes it; "" if it is none. Years and
/// plain numbers are no dates.
std::string date_of_line(std::string_view line, DayMonthOrder order);

/// The first such line among the first lines of a text; "" if there is none.
std::string find_dateline(std::string_view text, DayMonthOrder order);

}  // namespace news
