// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <ostream>

namespace news {

/// Where a command writes. The streams must outlive it.
struct Console {
  std::ostream& out;    ///< results
  std::ostream& notes;  ///< all else: hints, explanations, what there is not
};

}  // namespace news
