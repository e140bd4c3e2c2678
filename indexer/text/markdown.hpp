// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace news {

/// What a reader sees of a Markdown text (CommonMark with GitHub's tables).
struct MarkdownText {
  std::string title;      ///< the first heading, if nothing stands before it; not in `text`
  std::string text;       ///< paragraphs set apart by blank lines; lists and tables as lines
  std::string permalink;  ///< of a last paragraph that is only a link called "Source" or
                          ///< "Permalink", as web clippers leave; not in `text`
};

/// Emphasis, addresses of links, pictures and HTML tags go; code stays as it is. `markdown` must be
/// valid UTF-8. Thread-safe.
MarkdownText read_markdown(std::string_view markdown);

}  // namespace news
