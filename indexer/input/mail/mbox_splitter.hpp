// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <memory>
#include <string_view>

#include "indexer/input/splitter.hpp"

namespace news {

/// Whether a line, without its end, is what begins a message in an mbox file (RFC 4155): "From ",
/// a sender, a date with a time of day.
bool is_mbox_line(std::string_view line);

/// The messages of an mbox file; a file that does not begin as one is one message.
std::unique_ptr<Splitter> split_mbox(Window& window, std::size_t most);

}  // namespace news
