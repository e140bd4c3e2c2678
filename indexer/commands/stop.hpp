// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <atomic>

namespace news {

/// True from the first SIGINT or SIGTERM on, which are watched from the first call on; a second one
/// ends the program at once.
const std::atomic<bool>& stop_requested();

}  // namespace news
