// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/cli/hyperlink.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "common/cli/terminal.hpp"

namespace news {
namespace {

std::string variable(const char* name) {
  const char* const value = std::getenv(name);
  return value ? value : "";
}

bool terminal_with_links() {
  const std::string term = variable("TERM"), program = variable("TERM_PROGRAM");
  if (term.starts_with("screen") || term.starts_with("tmux") || !variable("TMUX").empty())
    return false;
  if (std::atoi(variable("VTE_VERSION").c_str()) >= 5000) return true;
  if (std::atoi(variable("KONSOLE_VERSION").c_str()) >= 201200) return true;
  if (!variable("WT_SESSION").empty() || !variable("DOMTERM").empty()) return true;
  constexpr std::array<std::string_view, 4> kPrograms = {"iTerm.app", "WezTerm", "vscode",
                                                         "ghostty"};
  if (std::find(kPrograms.begin(), kPrograms.end(), program) != kPrograms.end()) return true;
  return term == "xterm-kitty" || term == "xterm-ghostty" || term.starts_with("alacritty") ||
         term.starts_with("foot") || term.starts_with("contour");
}

}  // namespace

bool use_links(LinkMode mode) {
  if (mode != LinkMode::auto_) return mode == LinkMode::always;
  return stdout_is_terminal() && variable("TERM") != "dumb" && terminal_with_links();
}

std::string link_target(std::string_view url) {
  constexpr std::size_t kMaxLength = 2048;
  if (!url.starts_with("http://") && !url.starts_with("https://")) return {};
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string out;
  for (const char c : url) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte > 0x20 && byte < 0x7F)
      out += c;
    else
      (out += '%').append({kDigits[byte >> 4], kDigits[byte & 15]});
  }
  return out.size() <= kMaxLength ? out : std::string();
}

std::string begin_link(std::string_view url) {
  const std::string target = link_target(url);
  return target.empty() ? target : "\x1b]8;;" + target + "\x1b\\";
}

}  // namespace news
