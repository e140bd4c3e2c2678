// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace news {

/// How a wiki calls its namespaces of files and categories, lower case, beside the English names.
struct WikiNames {
  std::set<std::string, std::less<>> file, category;
};

struct WikiPage {
  std::string text;
  std::vector<std::string> categories;
  std::string date;  ///< of a {{date}} template, as spelt
};

/// The mark-up of MediaWiki as text to read: paragraphs, headings and lists. Templates, tables,
/// pictures, references and categories are left out, but for templates that only dress up their
/// text. `source` must be valid UTF-8. Thread-safe; linear time.
WikiPage read_wikitext(std::string_view source, const WikiNames& names);

}  // namespace news
