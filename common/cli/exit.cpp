// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/cli/exit.hpp"

namespace news {

Exit exit_code(ErrorCode code) {
  switch (code) {
    case ErrorCode::usage:
      return Exit::usage;
    case ErrorCode::not_found:
      return Exit::none;
    case ErrorCode::rejected:
      return Exit::partial;
    case ErrorCode::locked:
      return Exit::locked;
    case ErrorCode::interrupted:
      return Exit::interrupted;
    case ErrorCode::damaged:
    case ErrorCode::repairable:
    case ErrorCode::unreadable:
    case ErrorCode::outdated:
    case ErrorCode::failed:
      break;
  }
  return Exit::damaged;
}

std::string advice(const Error& error) {
  if (!error.hint().empty()) return error.hint();
  if (const auto* none = dynamic_cast<const NotAnArchive*>(&error))
    return "Make one with: indexer add " + none->directory() + " INPUT...";
  switch (error.code()) {
    case ErrorCode::damaged:
      return "Run 'indexer verify' on the archive.";
    case ErrorCode::repairable:
      return "Run 'indexer verify --repair' on the archive.";
    case ErrorCode::outdated:
      return "Index the dump again; without it, 'indexer export' of the version that wrote "
             "the archive gives the articles as JSON lines.";
    default:
      return {};
  }
}

}  // namespace news
