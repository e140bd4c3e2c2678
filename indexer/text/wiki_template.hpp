// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace news {

/// What a reader sees of a template of MediaWiki.
struct WikiTemplate {
  std::string text;  ///< a sign for a gap if nothing is shown
  std::string date;  ///< the article's, as spelt
};

/// `parts`: the name, then the parameters.
WikiTemplate read_template(const std::vector<std::string_view>& parts);

/// Closes the gaps, and takes away the brackets and commas that only went with a template:
/// "Achilles (<gap>; Greek <gap>)" is "Achilles (Greek)".
std::string without_template_gaps(std::string_view text);

}  // namespace news
