// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/crawl/capture.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "common/text/ascii.hpp"
#include "indexer/input/article_builder.hpp"
#include "indexer/input/crawl/content_coding.hpp"
#include "indexer/input/crawl/header_block.hpp"
#include "indexer/input/crawl/http_response.hpp"
#include "indexer/input/html/page_article.hpp"
#include "indexer/input/text/not_article.hpp"
#include "indexer/input/text/plain_text.hpp"
#include "indexer/text/charset.hpp"

namespace news {
namespace {

constexpr std::size_t kHead = 64u << 10;  // of what is asked whether it is something else

Rejection skipped(const Provenance& from, std::string detail) {
  return {"not an article", std::move(detail), from, true, {}, {}};
}

/// Why nothing at this address is an article; "" if something may be. What crawlers note of
/// themselves has addresses too (dns:, metadata:, urn:).
std::string not_article_by_url(std::string_view url) {
  constexpr std::array<std::string_view, 4> kSchemes = {"http", "https", "ftp", "file"};
  const auto scheme = url.substr(0, url.find(':'));
  const auto is = [&](std::string_view known) { return equal_names(scheme, known); };
  if (scheme.size() < url.size() && std::none_of(kSchemes.begin(), kSchemes.end(), is))
    return fmt::format("{}:", scheme.substr(0, 32));
  const auto host = url.find("//");
  const auto path = host == url.npos ? host : url.find('/', host + 2);
  if (path == url.npos) return {};
  const auto file = url.substr(path, url.find_first_of("?#", path) - path);
  return file == "/robots.txt" ? "robots.txt" : "";
}

/// Plain text, as it was served or as somebody made it of a page.
Parsed read_text(const Capture& capture, std::string_view text, const Provenance& from,
                 const InputOptions& options) {
  ArticleBuilder builder;
  const auto set = [&](Field field, std::string_view name, std::string_view value) {
    if (!value.empty()) builder.set({field, 0}, name, {std::string(value), {}});
  };
  set(Field::url, "url", capture.url);
  set(Field::source, "source", site_of(capture.url));
  set(Field::crawled, "crawled", capture.fetched);
  set(Field::id, "id", capture.id.empty() ? capture.url : capture.id);
  read_plain_text(text, options, false, builder);
  return builder.finish(from, options);
}

Parsed read_page_of(const Capture& capture, std::string_view bytes, std::string_view charset,
                    const Provenance& from, const InputOptions& options) {
  auto parsed = read_page({bytes, charset, capture.url, capture.fetched}, from, options);
  if (auto* article = std::get_if<Article>(&parsed); article && !capture.id.empty())
    article->id = capture.id;
  return parsed;
}

/// By what it is said to be, and by what it is where nothing is said or where "text" may mean that
/// nobody knew.
Parsed read_payload(const Capture& capture, std::string_view bytes, std::string_view content_type,
                    const Provenance& from, const InputOptions& options) {
  const std::string type = media_type(content_type), charset = media_charset(content_type);
  if (is_blank(bytes)) return skipped(from, "nothing in it");
  if (type == "text/html" || type == "application/xhtml+xml" ||
      type == "application/vnd.wap.xhtml+xml")
    return read_page_of(capture, bytes, charset, from, options);
  const bool nameless = type.empty() || type == "no-type" || type == "application/octet-stream";
  if (!nameless && type != "text/plain") return skipped(from, type.substr(0, 64));
  if (looks_like_html(bytes.substr(0, kHead)))
    return read_page_of(capture, bytes, charset, from, options);
  if (nameless) return skipped(from, type.empty() ? "no media type" : type);
  if (charset.empty() && looks_binary(bytes)) return skipped(from, "not text");
  const std::string text = to_utf8(bytes, charset);
  const auto why = not_article_by_content(std::string_view(text).substr(0, kHead));
  if (!why.empty()) return skipped(from, std::string(why));
  return read_text(capture, text, from, options);
}

Parsed read_response(const Capture& capture, const Provenance& from, const InputOptions& options) {
  HttpResponse response = read_http_response(capture.payload);
  if (response.status != 200) return skipped(from, fmt::format("HTTP {}", response.status));
  if (!decode_content(response.body, response.codings, options.max_record_bytes))
    return Rejection{"record too long", "its content, decoded", from};
  const std::string& type = response.content_type.empty() ? capture.media : response.content_type;
  return read_payload(capture, response.body, type, from, options);
}

}  // namespace

std::string media_type(std::string_view content_type) {
  return lower_case(trim(content_type.substr(0, content_type.find_first_of(";,"))));
}

std::string media_charset(std::string_view content_type) {
  constexpr std::string_view kName = "charset=";
  for (auto at = content_type.find(';'); at != content_type.npos; at = content_type.find(';', at)) {
    auto parameter = trim(content_type.substr(++at));
    if (!equal_names(parameter.substr(0, kName.size()), kName)) continue;
    parameter = trim(parameter.substr(kName.size()));
    parameter.remove_prefix(std::min(parameter.find_first_not_of("\"'"), parameter.size()));
    return std::string(parameter.substr(0, parameter.find_first_of("\"' ;,")));
  }
  return {};
}

Parsed read_capture(const Capture& capture, const Provenance& from, const InputOptions& options) {
  auto why = not_article_by_url(capture.url);
  if (!why.empty()) return skipped(from, std::move(why));
  if (is_http_response(capture.payload)) return read_response(capture, from, options);
  return read_payload(capture, capture.payload, capture.media, from, options);
}

}  // namespace news
