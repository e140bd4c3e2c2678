// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "common/article.hpp"

namespace news {

/// One article as a JSON object on one line, with the field names that `indexer add` reads back.
std::string article_json(const Article& article);

/// The same with the whole text, boilerplate in its places, and where that is:
/// "boilerplate":[[begin,end],…], bytes of the text. `indexer add` makes the same article of it.
std::string full_article_json(const Article& article);

/// Moves what the value of such a "boilerplate" names from the text to article.boilerplate; false
/// when it is something else.
bool take_boilerplate(Article& article, std::string_view json);

}  // namespace news
