// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "common/cli/option_values.hpp"

// What the options of several commands have in common. Each function opens nothing, and throws
// Error(ErrorCode::usage).

namespace news {

/// Threads to use, 256 at most; 0: one a core.
unsigned read_threads(const OptionValues& values);
/// What may be held, in MiB: 128 to 1048576.
std::uint64_t read_memory(const OptionValues& values);
/// Days by which copies may be apart; none: as the archive has it.
std::optional<std::uint32_t> read_story_window(const OptionValues& values);
/// A command that takes the archive alone.
void refuse_more_words(const OptionValues& values);

/// "1 file", "2 files".
std::string plural(std::uint64_t n, const std::string& what);

}  // namespace news
