// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "common/cli/exit.hpp"
#include "searcher/commands/context.hpp"
#include "searcher/commands/options.hpp"

namespace news {

struct SimilarOptions {
  std::string id;
  SearchRequest request;  ///< but for its query
  PrintOptions print;
  bool explain = false;
};
SimilarOptions read_similar(const OptionValues& values);

/// `searcher similar`: the articles most like one, printed as search prints. Exit::none, and why in
/// the notes, when there is no such article or none like it. Throws Error(ErrorCode::damaged) when
/// the archive cannot be read.
Exit run_similar(const SimilarOptions& options, const Context& context);

}  // namespace news
