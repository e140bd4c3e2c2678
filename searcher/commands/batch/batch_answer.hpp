// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>

#include "common/date.hpp"
#include "searcher/commands/batch/batch_options.hpp"
#include "searcher/engine/search/searcher.hpp"

namespace news {

/// A line of a batch's queries.
struct BatchLine {
  std::uint64_t number = 0;  ///< from 1
  std::string text;
};

/// What is to be written for it.
struct BatchAnswer {
  std::string out;        ///< to stdout
  std::string complaint;  ///< to stderr
  bool failed = false;    ///< the query could not be read or answered
};

/// Reads the query of a line and answers it. A query at fault is an object with `error` in JSON
/// formats, a complaint in all others. Throws Error(ErrorCode::damaged). Thread-safe but for
/// `searcher`.
BatchAnswer answer_line(Searcher& searcher, const BatchLine& line, const BatchOptions& options,
                        const Date& today);

}  // namespace news
