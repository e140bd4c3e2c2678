// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <vector>

#include "searcher/engine/results.hpp"

namespace news {

/// One of the texts that an article has had.
struct Version {
  Hit hit;
  bool live = false;  ///< false: it was replaced, and no search finds it
};

/// What its archive stores of the article at `hit`, oldest first: all of its id, and all of its url
/// if it has one, live or replaced, but nothing that somebody deleted. Versions are in the order in
/// which they were added. Reads O(log articles) articles a segment and those it finds. One thread
/// an archive at a time; throws Error(ErrorCode::damaged).
std::vector<Version> find_versions(const Archives& archives, const Hit& hit);

}  // namespace news
