// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

#include "common/article.hpp"

namespace news {

/// One article as a JSON object on one line, with the field names that `indexer add` reads back.
std::string article_json(const Article& article);

}  // namespace news
