// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace news {

/// The names in what a page says of its authors: a byline on one line, in print or in meta
/// elements ("Von Jane Doe und John Roe | 3. März", "Jane Doe, John Roe"). Prepositions, dates and
/// offices are left out, and what is no name: addresses, handles, "Alle Artikel". Thread-safe.
std::vector<std::string> author_names(std::string_view line);

}  // namespace news
