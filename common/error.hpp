// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <stdexcept>
#include <string>

namespace news {

/// Exit codes of both programs; documented in docs/OUTPUT.md.
enum class Exit : int {
  ok = 0,       ///< matched, or done
  none = 1,     ///< nothing matched
  usage = 2,    ///< bad command line or query syntax
  damaged = 3,  ///< archive missing, unreadable or damaged; also any unexpected failure
  partial = 4,  ///< done, but some records were rejected
  locked = 75,  ///< another writer holds the archive
  interrupted = 130,
};

/// The one exception type that crosses library boundaries. `what()` names the file, record or byte;
/// `hint()` tells the user's next step (may be empty). Thread-safe to copy and throw.
class Error : public std::runtime_error {
 public:
  Error(Exit code, const std::string& message, std::string hint = {})
      : std::runtime_error(message), code_(code), hint_(std::move(hint)) {}
  Exit code() const noexcept { return code_; }
  const std::string& hint() const noexcept { return hint_; }

 private:
  Exit code_;
  std::string hint_;
};

}  // namespace news
