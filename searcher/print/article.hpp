// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <ostream>

#include "common/article.hpp"
#include "searcher/engine/results.hpp"
#include "searcher/print/options.hpp"

namespace news {

/// One whole article, in the format of `options`: text or JSON, with `full` what was left out of
/// its text. `matches` are marked in text that is in colour. `copies`: what text says of the
/// article's copies, if anything.
void print_article(std::ostream& out, const Article& article, const PrintOptions& options,
                   const std::vector<Match>& matches = {}, const std::string& copies = {});

}  // namespace news
