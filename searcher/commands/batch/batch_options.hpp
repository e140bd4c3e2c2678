// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "searcher/commands/options.hpp"

namespace news {

struct BatchOptions {
  std::vector<std::string> archives;
  std::string queries;    ///< a file, "-" for standard input
  bool count = false;     ///< totals alone
  unsigned threads = 0;   ///< 0: one a core
  QueryText query;        ///< how each is read; its text is unused
  SearchRequest request;  ///< but for its query
  PrintOptions print;
};
BatchOptions read_batch(const OptionValues& values);

}  // namespace news
