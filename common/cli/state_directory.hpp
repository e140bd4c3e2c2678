// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>

namespace news {

/// Where programs keep what they remember of a user: $XDG_STATE_HOME/newsarchive, without that
/// ~/.local/state/newsarchive. Does not make it. Throws Error(ErrorCode::usage) if neither
/// variable is set.
std::filesystem::path state_directory();

}  // namespace news
