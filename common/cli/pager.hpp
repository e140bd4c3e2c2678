// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <streambuf>
#include <string>
#include <string_view>
#include <vector>

namespace news {

enum class PagerMode : std::uint8_t { auto_, always, never };

/// The words of the command that shows long output: $NEWSARCHIVE_PAGER, else $PAGER, cut at blanks;
/// else `less -FRX` if $PATH has one. No shell reads them. Empty: none is wanted or there is none.
std::vector<std::string> pager_command();

/// While it lives, std::cout holds back what is printed until it is longer than the screen, and
/// then hands it to the pager; what is shorter is printed when it ends. `always`: to the pager in
/// any case, if there is a command. `auto_`: only if stdout is a terminal that is not TERM=dumb.
/// A pager that cannot be run is named on stderr, and all is printed as without. One that is left
/// early makes std::cout fail, which is no error. Ctrl-C is the pager's while it runs. One object
/// at a time.
class Pager {
 public:
  Pager(std::string_view program, PagerMode mode);
  Pager(const Pager&) = delete;
  Pager& operator=(const Pager&) = delete;
  /// Prints what was held back, and waits until the pager is left.
  ~Pager();

 private:
  class Buffer;
  std::unique_ptr<Buffer> buffer_;
  std::streambuf* before_ = nullptr;  ///< of std::cout; null: nothing was changed
};

}  // namespace news
