// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

namespace news {

/// Why a text file is no article, by its name (a licence, source code, an image); "" if it may
/// be one.
std::string_view not_article_by_name(std::string_view name);

/// The same by how it begins: a table without a header, a list of words, search topics.
std::string_view not_article_by_content(std::string_view head);

}  // namespace news
