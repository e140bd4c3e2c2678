// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

#include "tests/unit/indexer/input/input_fixture.hpp"

namespace news::test {

/// A page that has something to read.
inline std::string page(const std::string& title) {
  std::string prose;
  for (int i = 0; i < 12; ++i)
    prose += "<p>The council of " + title +
             " met on Tuesday, and after a long debate it decided to repair the bridge that the"
             " flood had damaged in the spring of that year.</p>\n";
  return "<!DOCTYPE html><html><head><title>" + title + "</title></head><body><article><h1>" +
         title + "</h1>\n" + prose + "</article></body></html>\n";
}

inline std::string http(const std::string& body, const std::string& headers = {},
                        const std::string& status = "HTTP/1.1 200 OK") {
  return status + "\r\nContent-Type: text/html; charset=utf-8\r\n" + headers + "\r\n" + body;
}

/// A WARC record without the blank lines after it.
inline std::string warc_record(const std::string& type, const std::string& url,
                               const std::string& media, const std::string& block,
                               const std::string& headers = {}) {
  return "WARC/1.0\r\nWARC-Type: " + type + "\r\nWARC-Target-URI: " + url +
         "\r\nWARC-Date: 2017-03-06T04:02:06Z\r\n" + headers + "Content-Type: " + media +
         "\r\nContent-Length: " + std::to_string(block.size()) + "\r\n\r\n" + block;
}

inline std::string warc_page(const std::string& title) {
  return warc_record("response", "http://example.org/" + title,
                     "application/http; msgtype=response", http(page(title)));
}

inline const std::string kEnd = "\r\n\r\n";

inline std::string gzip(const std::string& content) {
  return pack(Container::raw, "gzip", {{"a", content}});
}

/// Reads any bytes as a record's HTTP response.
inline Outcome read_response(const std::string& message, InputOptions options = {}) {
  return read_as(
      "warc", warc_record("response", "http://example.org/a", "application/http", message) + kEnd,
      "sample", std::move(options));
}

}  // namespace news::test
