// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace news {

/// The first day that a line names in words or figures, in some thirty languages, as yyyy-mm-dd:
/// "Veröffentlicht am 3. März 2016, 10 Uhr", "Mar 3, 2016 | 4 comments", "2016年3月3日". "" if
/// there is none. 3/4/2016 can be read two ways and is none. Looks at 200 bytes; thread-safe.
std::string find_written_date(std::string_view line);

/// Whether a word is the name of a month or a day of the week in one of those languages.
bool is_calendar_name(std::string_view word);

}  // namespace news
