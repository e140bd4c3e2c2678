// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "indexer/input/reader.hpp"

namespace news {

/// What a crawler fetched, or made of it: one record of a web archive that may be an article.
/// Strings are valid UTF-8.
struct Capture {
  std::string url;
  std::string fetched;       ///< ISO 8601; empty if nobody knows
  std::string media;         ///< the payload's type as the archive has it, with its parameters
  std::string id;            ///< empty: the article has none of its own
  std::string_view payload;  ///< an HTTP response, or the file itself
};

/// The article in a capture: on a page of HTML, or a text. Whatever else (images, errors,
/// redirects, robots.txt) is a Rejection with `skipped`. Never throws on bad input; thread-safe.
Parsed read_capture(const Capture& capture, const Provenance& from, const InputOptions& options);

/// "text/html" of "Text/HTML; charset=x", in lower case.
std::string media_type(std::string_view content_type);
/// "x" of the same; empty if there is none.
std::string media_charset(std::string_view content_type);

}  // namespace news
