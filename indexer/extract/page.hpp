// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/extract/kinds.hpp"

namespace news {

/// The article of a web page. All valid UTF-8; "" where the page does not say. Plain value.
struct Page {
  PageKind kind = PageKind::empty;
  std::string title;
  std::string text;  ///< paragraphs apart by a blank line, items of lists by a line break
  std::vector<std::string> authors;
  std::string date;          ///< of publication, as written there
  bool date_in_meta = true;  ///< in structured data or meta elements; else it stood on the page
  std::string section;
  std::string language;  ///< as declared
  std::string site;      ///< the name of the paper or site
  std::string url;       ///< the address that the page calls its own
  std::string description;
};

/// Extracts the article. `html`: valid UTF-8, 1 GiB at most. Throws Error(ErrorCode::rejected) for
/// what is no page by any measure (see HtmlTree). Thread-safe; no I/O. O(bytes),
/// docs/EXTRACTION.md.
Page extract_page(std::string_view html);

/// For those who wonder why: each block of the page on a line, what became of it before a tab.
std::string explain_page(std::string_view html);

}  // namespace news
