// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "indexer/input/reader.hpp"

namespace news {

/// A web page as somebody fetched it. Views, for the length of a call.
struct WebPage {
  std::string_view bytes;         ///< the body, without content or transfer codings
  std::string_view charset = {};  ///< what the transport declared; empty if nothing
  std::string_view url = {};      ///< where it was fetched from; empty if nobody knows
  std::string_view fetched = {};  ///< when, ISO 8601; empty if nobody knows
};

/// The article on a page of HTML. A page that is none (a list, an error, a form) is a Rejection
/// with `skipped`; one that cannot be read at all, such as 100,000 nested tags, is rejected. Never
/// throws; thread-safe; O(bytes).
Parsed read_page(const WebPage& source, Provenance from, const InputOptions& options);

/// "paper.example" of "https://www.paper.example/a"; "" of what has no host.
std::string site_of(std::string_view url);

/// Whether a file or body begins like HTML, whatever stands before its first tag.
bool looks_like_html(std::string_view head);

}  // namespace news
