// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <ostream>

#include "searcher/engine/stories/story.hpp"
#include "searcher/print/options.hpp"

namespace news {

/// A story in the format of `options`; docs/output/story.md describes them.
void print_story(std::ostream& out, const PrintOptions& options, const Story& story);

/// As text.
void print_story_text(std::ostream& out, const PrintOptions& options, const Story& story);

}  // namespace news
