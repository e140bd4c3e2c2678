// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace news {

enum class LinkMode : std::uint8_t { auto_, always, never };

/// auto_: if stdout is a terminal that is known to have links (OSC 8), by what it says of itself in
/// the environment: VTE_VERSION from 5000, KONSOLE_VERSION from 201200, WT_SESSION, DOMTERM,
/// TERM_PROGRAM iTerm.app, WezTerm, vscode or ghostty, TERM xterm-kitty, xterm-ghostty, alacritty*,
/// foot* or contour*. Never within screen or tmux, which may not pass them on.
bool use_links(LinkMode mode);

/// A url as it may stand in an escape sequence: http and https only, at most 2,048 bytes, all but
/// printable ASCII percent-encoded. "" for anything else.
std::string link_target(std::string_view url);

/// The escape sequence with which a link begins; "" if `url` is none. And that which ends it.
std::string begin_link(std::string_view url);
inline constexpr std::string_view kEndLink = "\x1b]8;;\x1b\\";

}  // namespace news
