// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/cli/state_directory.hpp"

#include <cstdlib>

#include "common/error.hpp"

namespace news {

std::filesystem::path state_directory() {
  const char* const xdg = std::getenv("XDG_STATE_HOME");
  // A relative one is to be ignored, says its specification.
  if (xdg && *xdg == '/') return std::filesystem::path(xdg) / "newsarchive";
  const char* const home = std::getenv("HOME");
  if (home && *home) return std::filesystem::path(home) / ".local/state/newsarchive";
  throw Error(ErrorCode::usage, "neither XDG_STATE_HOME nor HOME is set",
              "What the searcher remembers is kept below one of them.");
}

}  // namespace news
