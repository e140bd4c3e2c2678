// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/page_article.hpp"

#include <algorithm>

#include "indexer/input/article_builder.hpp"
#include "indexer/input/charset.hpp"
#include "indexer/text/html_text.hpp"
#include "indexer/text/sgml.hpp"
#include "indexer/text/text_flow.hpp"

namespace news {

Parsed read_page(const WebPage& page, Provenance from, const InputOptions& options) {
  const std::string html = to_utf8(page.bytes, page.charset);
  ArticleBuilder builder;
  const auto set = [&](Field field, std::string_view name, std::string value) {
    if (!value.empty()) builder.set({field, 0}, name, {std::move(value), {}});
  };
  const auto title = element_in(html, "title");
  if (title) set(Field::title, "title", one_line(plain_text(*title, Blanks::flowing)));
  set(Field::text, "text", html_to_text(html));
  set(Field::url, "url", std::string(page.url));
  set(Field::crawled, "crawled", std::string(page.fetched));
  return builder.finish(std::move(from), options);
}

bool looks_like_html(std::string_view head) {
  head = head.substr(0, 1024);
  return has_tags(head) && head.find('\0') == head.npos;
}

}  // namespace news
