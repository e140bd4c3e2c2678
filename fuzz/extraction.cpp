// SPDX-License-Identifier: GPL-2.0-or-later
// Extracts the article of any bytes as a page; what comes out is UTF-8 and stood on the page.
#include <simdjson.h>

#include <cstdlib>
#include <string>
#include <string_view>

#include "common/error.hpp"
#include "indexer/extract/page.hpp"
#include "indexer/extract/page_charset.hpp"

namespace {

void check(const std::string& text) {
  if (!simdjson::validate_utf8(text.data(), text.size())) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string html =
      news::decode_page(std::string_view(reinterpret_cast<const char*>(data), size));
  try {
    const news::Page page = news::extract_page(html);
    for (const auto* text : {&page.title, &page.text, &page.date, &page.section, &page.language,
                             &page.site, &page.url, &page.description})
      check(*text);
    for (const auto& author : page.authors) check(author);
    if (page.kind == news::PageKind::article && page.text.empty()) std::abort();
    check(news::explain_page(html));
  } catch (const news::Error&) {
  }
  return 0;
}
