// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "common/date.hpp"
#include "common/date_scanner.hpp"

namespace news::date_reading {

/// Steps over `.79` or `,5` if there; false for a point without digits.
bool read_fraction(Scanner& in);

/// `10:04`, `10:04:00.79`, `1004`, `100400`, `10 a.m.`: sets the time of `date`, false if
/// impossible.
bool read_clock(Scanner& in, Date& date);

/// Nothing, `Z`, `+01:00`, `-0500`, `EST`, `GMT+0100`, each perhaps with a comment in brackets:
/// sets the offset of `date`, false if impossible.
bool read_zone(Scanner& in, Date& date);

}  // namespace news::date_reading
