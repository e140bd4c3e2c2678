// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

namespace news {

// How text is set off on a terminal (ECMA-48, SGR): written only where colour is on.
inline constexpr const char* kBold = "\x1b[1m";
inline constexpr const char* kDim = "\x1b[2m";
inline constexpr const char* kOff = "\x1b[0m";

/// Wider lines are hard to read: columns that lists of hits take at most.
inline constexpr int kMaxWidth = 100;

}  // namespace news
