// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/html/page_article.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "common/error.hpp"
#include "common/text/ascii.hpp"
#include "indexer/extract/page.hpp"
#include "indexer/extract/page_charset.hpp"
#include "indexer/input/article_builder.hpp"
#include "indexer/text/language.hpp"

namespace news {
namespace {

std::string_view reason_of(PageKind kind) {
  switch (kind) {
    case PageKind::listing:
      return "a page that leads to others";
    case PageKind::error:
      return "a page that says there is none";
    default:
      return "a page without prose";
  }
}

void set(ArticleBuilder& builder, Field field, std::string value) {
  if (!value.empty()) builder.set({field, 0}, {}, {std::move(value), {}});
}

std::string without_fragment(std::string_view url) {
  return std::string(url.substr(0, url.find('#')));
}

}  // namespace

Parsed read_page(const WebPage& source, Provenance from, const InputOptions& options) {
  Page page;
  try {
    page = extract_page(decode_page(source.bytes, source.charset));
  } catch (const Error& error) {
    return Rejection{"broken HTML", error.what(), std::move(from)};
  }
  if (page.kind != PageKind::article)
    return Rejection{"not an article", std::string(reason_of(page.kind)), std::move(from), true};
  const std::string url = without_fragment(source.url);
  ArticleBuilder builder;
  // A page that is fetched again is the same article, whatever it says now.
  set(builder, Field::id, url);
  set(builder, Field::url, url.empty() ? page.url : url);
  if (!url.empty() && !page.url.empty() && page.url != url)
    builder.add_extra_string("canonical", page.url);
  set(builder, Field::source,
      page.site.empty() ? site_of(url.empty() ? page.url : url) : page.site);
  // What pages declare is often their template's language.
  std::string language = detect_language(page.title, page.text);
  set(builder, Field::language, language.empty() ? std::move(page.language) : language);
  set(builder, Field::title, std::move(page.title));
  set(builder, Field::text, std::move(page.text));
  set(builder, Field::section, std::move(page.section));
  if (!page.authors.empty()) builder.set({Field::author, 0}, {}, {{}, std::move(page.authors)});
  builder.set_date_from(page.date_in_meta ? DateFrom::meta : DateFrom::text);
  set(builder, Field::date, std::move(page.date));
  if (!source.fetched.empty())
    builder.set({Field::crawled, 0}, "crawled", {std::string(source.fetched), {}});
  if (!page.description.empty()) builder.add_extra_string("description", page.description);
  return builder.finish(std::move(from), options);
}

std::string site_of(std::string_view url) {
  const auto begin = url.find("://");
  if (begin == url.npos) return {};
  url.remove_prefix(begin + 3);
  url = url.substr(0, url.find_first_of("/?#:"));
  if (equal_names(url.substr(0, 4), "www.")) url.remove_prefix(4);
  return lower_case(url);
}

bool looks_like_html(std::string_view head) {
  constexpr std::array<std::string_view, 9> kFirst = {
      "<!doctype html", "<html", "<head", "<body", "<title", "<meta", "<div", "<script", "<table"};
  if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
  for (;;) {
    while (!head.empty() && is_white(head[0])) head.remove_prefix(1);
    const std::string_view end = head.starts_with("<!--")    ? "-->"
                                 : head.starts_with("<?xml") ? "?>"
                                                             : "";
    if (end.empty()) break;
    const auto at = head.find(end);
    if (at == head.npos) return false;
    head.remove_prefix(at + end.size());
  }
  return std::any_of(kFirst.begin(), kFirst.end(), [&](std::string_view tag) {
    return head.size() > tag.size() && equal_names(head.substr(0, tag.size()), tag) &&
           !is_letter(head[tag.size()]);
  });
}

}  // namespace news
