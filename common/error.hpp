// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <stdexcept>
#include <string>
#include <utility>

namespace news {

/// What kind of failure an Error is. The programs turn it into an exit code, and into advice if the
/// error has none of its own (common/cli/exit.hpp).
enum class ErrorCode {
  usage,        ///< a command line, a query or a request that makes no sense
  not_found,    ///< what was asked for is not there
  damaged,      ///< bytes of an archive are wrong or missing; a check of it finds out which
  repairable,   ///< the same, of bytes that can be made again from all others
  unreadable,   ///< a file or an archive that cannot be opened, not even for a check
  outdated,     ///< an archive in an older format
  failed,       ///< the environment: a file cannot be written, no memory, the unexpected
  rejected,     ///< a record of the input was rejected
  locked,       ///< another writer holds the archive
  interrupted,  ///< by a signal
};

/// The one exception type that crosses library boundaries. `what()` names the file, record or byte.
/// `hint()` tells the user's next step. It may be empty, and names no program below the commands.
/// Thread-safe to copy and throw.
class Error : public std::runtime_error {
 public:
  Error(ErrorCode code, const std::string& message, std::string hint = {})
      : std::runtime_error(message), code_(code), hint_(std::move(hint)) {}
  ErrorCode code() const noexcept { return code_; }
  const std::string& hint() const noexcept { return hint_; }

 private:
  ErrorCode code_;
  std::string hint_;
};

/// A directory that is no archive, or is not there.
class NotAnArchive : public Error {
 public:
  explicit NotAnArchive(const std::string& directory)
      : Error(ErrorCode::unreadable, directory + " is not an archive"), directory_(directory) {}
  const std::string& directory() const noexcept { return directory_; }

 private:
  std::string directory_;
};

/// Throws Error(ErrorCode::damaged): `what` is wrong in `where`, a file or a segment.
[[noreturn]] inline void throw_damaged(const std::string& where, const std::string& what) {
  throw Error(ErrorCode::damaged, where + ": " + what);
}

}  // namespace news
