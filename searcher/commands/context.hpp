// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <ostream>

#include "searcher/engine/search/searcher.hpp"

namespace news {

/// What a command over open archives works on. All of it must outlive the object.
struct Context {
  Searcher& searcher;
  std::ostream& out;    ///< results
  std::ostream& notes;  ///< all else: hints, explanations, why there is no result
};

}  // namespace news
