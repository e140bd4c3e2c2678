// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

#include "common/error.hpp"

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

/// The exit code of a program that an error ended.
Exit exit_code(ErrorCode code);

/// What the user can do about an error: its own hint, else what the programs offer against errors
/// of its kind. May be empty.
std::string advice(const Error& error);

}  // namespace news
