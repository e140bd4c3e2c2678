// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/crawl/http_response.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>
#include <limits>

#include "common/text/ascii.hpp"
#include "indexer/input/crawl/header_block.hpp"
#include "indexer/text/charset.hpp"

namespace news {
namespace {

namespace http = boost::beast::http;
using Parser = http::response_parser<http::string_body>;

/// "HTTP/1.1 404 Not Found", "HTTP/2 404", "HTTP/1.0  404"; 200 where it is none of these.
unsigned status_of(std::string_view line) {
  line = trim(line.substr(std::min(line.find(' '), line.size())));
  const bool digits = line.size() >= 3 && std::all_of(line.begin(), line.begin() + 3,
                                                      [](char c) { return c >= '0' && c <= '9'; });
  if (!digits || line[0] == '0') return 200;
  return static_cast<unsigned>((line[0] - '0') * 100 + (line[1] - '0') * 10 + (line[2] - '0'));
}

/// The items of a list such as "gzip, chunked", over all fields of that name; appended to `items`
/// unless they are "chunked", of which it tells.
bool read_codings(const HeaderBlock& header, std::string_view name, std::string& items) {
  bool chunked = false;
  for (const auto& field : header.fields) {
    if (!equal_names(field.name, name)) continue;
    for (std::string_view rest = field.value; !rest.empty();) {
      const auto end = std::min(rest.find(','), rest.size());
      const auto item = trim(rest.substr(0, end));
      rest.remove_prefix(std::min(end + 1, rest.size()));
      if (equal_names(item, "chunked"))
        chunked = true;
      else if (!item.empty())
        items.append(items.empty() ? "" : ", ").append(item);
    }
  }
  return chunked;
}

/// Crawls keep what no strict parser takes: Beast is given a header that it cannot dislike.
std::string join_chunks(std::string_view body) {
  constexpr std::string_view kHeader = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
  Parser parser;
  parser.eager(true);
  parser.body_limit(std::numeric_limits<std::uint64_t>::max());
  boost::beast::error_code error;
  parser.put(boost::asio::buffer(kHeader.data(), kHeader.size()), error);
  while (!error && !body.empty() && !parser.is_done()) {
    const auto taken = parser.put(boost::asio::buffer(body.data(), body.size()), error);
    body.remove_prefix(taken);
  }
  std::string joined = std::move(parser.get().body());
  if (!parser.is_done()) joined += body;
  return joined;
}

}  // namespace

bool is_http_response(std::string_view bytes) {
  return bytes.starts_with("HTTP/") || bytes.starts_with("ICY ");
}

HttpResponse read_http_response(std::string_view bytes) {
  HttpResponse response;
  for (;;) {
    const auto line = bytes.substr(0, std::min(bytes.find('\n'), bytes.size() - 1) + 1);
    response.status = status_of(line);
    bytes.remove_prefix(line.size());
    const HeaderBlock header = read_header_block(bytes);
    bytes.remove_prefix(header.bytes);
    if (response.status < 200 && is_http_response(bytes)) continue;
    response.content_type = to_utf8(header.value("Content-Type"));
    read_codings(header, "Content-Encoding", response.codings);
    const bool chunked = read_codings(header, "Transfer-Encoding", response.codings);
    response.body = chunked ? join_chunks(bytes) : std::string(bytes);
    return response;
  }
}

}  // namespace news
