// SPDX-License-Identifier: GPL-2.0-or-later
#include <brotli/encode.h>
#include <zlib.h>

#include "indexer/input/crawl/capture.hpp"
#include "indexer/input/crawl/content_coding.hpp"
#include "indexer/input/crawl/header_block.hpp"
#include "indexer/input/crawl/http_response.hpp"
#include "tests/catch.hpp"
#include "tests/unit/indexer/input/crawl/crawl_fixture.hpp"

namespace news {
namespace {

using namespace test;

/// window_bits as zlib has them: 31 gzip, 15 zlib, -15 raw.
std::string deflated(const std::string& text, int window_bits) {
  z_stream stream{};
  REQUIRE(deflateInit2(&stream, 9, Z_DEFLATED, window_bits, 8, Z_DEFAULT_STRATEGY) == Z_OK);
  std::string out(deflateBound(&stream, text.size()) + 64, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
  stream.avail_in = static_cast<uInt>(text.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  REQUIRE(deflate(&stream, Z_FINISH) == Z_STREAM_END);
  const auto size = stream.total_out;
  deflateEnd(&stream);
  return out.substr(0, size);
}

std::string brotli(const std::string& text) {
  std::size_t size = BrotliEncoderMaxCompressedSize(text.size());
  std::string out(size, '\0');
  REQUIRE(BrotliEncoderCompress(5, 22, BROTLI_MODE_TEXT, text.size(),
                                reinterpret_cast<const std::uint8_t*>(text.data()), &size,
                                reinterpret_cast<std::uint8_t*>(out.data())));
  return out.substr(0, size);
}

std::string body_of(const std::string& headers, const std::string& body) {
  return read_http_response("HTTP/1.1 200 OK\r\n" + headers + "\r\n\r\n" + body).body;
}

std::string decoded(std::string body, const std::string& codings, std::uint64_t most = 1u << 20) {
  return decode_content(body, codings, most) ? body : "too long";
}

}  // namespace

TEST_CASE("status lines of all kinds") {
  const auto status = [](const std::string& line) {
    return read_http_response(line + "\r\n\r\n").status;
  };
  CHECK(status("HTTP/1.1 404 Not Found") == 404);
  CHECK(status("HTTP/1.0 301") == 301);
  CHECK(status("HTTP/2 503") == 503);
  CHECK(status("HTTP/1.1   500   Oh") == 500);
  CHECK(status("ICY 200 OK") == 200);
  CHECK(status("HTTP/1.1 OK") == 200);
  CHECK(status("HTTP/1.1") == 200);
  CHECK(read_http_response("HTTP/1.1 404").status == 404);
  const auto interim =
      read_http_response("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 404 No\r\nA: b\r\n\r\nbody");
  CHECK(interim.status == 404);
  CHECK(interim.body == "body");
}

TEST_CASE("headers as servers send them") {
  const auto header = read_header_block(
      "A: 1\nBad Name: 2\nB :  3 \r\nno colon\r\n: 4\nC: 5\r\n  and\r\n\t6\r\n\x80: 7\r\n"
      "a: 8\r\n\nbody");
  CHECK(header.complete);
  CHECK(header.value("a") == "1");
  CHECK(header.value("b") == "3");
  CHECK(header.value("C") == "5 and 6");
  CHECK(header.fields.size() == 4);
  CHECK(body_of("Content-Type: text/html", "x\n\ny") == "x\n\ny");
  CHECK(read_http_response("HTTP/1.1 200 OK\nContent-Type: text/html\n<html>").body == "<html>");
  CHECK(read_http_response("HTTP/1.1 200 OK\r\nContent-Type: a/\xFF\r\n\r\n").content_type ==
        "a/\xC3\xBF");
  CHECK(read_header_block("A: " + std::string(100000, 'x')).value("A").size() < 10000);
}

TEST_CASE("a body is as long as it is, whatever Content-Length says") {
  for (const char* length : {"0", "3", "100", "-1", "x", "99999999999999999999999"})
    CHECK(body_of(std::string("Content-Length: ") + length, "hello") == "hello");
}

TEST_CASE("chunks, right and wrong") {
  const std::string chunked = "Transfer-Encoding: Chunked";
  CHECK(body_of(chunked, "5\r\nhello\r\n1;x=y\r\n!\r\n0\r\nA: b\r\n\r\n") == "hello!");
  CHECK(body_of(chunked, "5\r\nhello\r\n0\r\n\r\nbehind") == "hello");
  CHECK(body_of(chunked, "<html>not chunked") == "<html>not chunked");
  CHECK(body_of(chunked, "5\r\nhello\r\nzz\r\n!") == "hello\r\nzz\r\n!");
  CHECK(body_of(chunked, "ff\r\nhello") == "hello");
  CHECK(body_of(chunked, "5\r\nhello") == "hello");
  CHECK(body_of(chunked, "fffffffffffffffff\r\nhello") == "fffffffffffffffff\r\nhello");
  CHECK(body_of(chunked, "ffffffffffffffff\r\nhello") == "hello");
  CHECK(body_of(chunked, "") == "");
  CHECK(body_of("Transfer-Encoding: identity", "hello") == "hello");
  CHECK(body_of(chunked + "\r\nTransfer-Encoding: chunked", "1\r\na\r\n0\r\n\r\n") == "a");
  const std::string whole = "5\r\nhello\r\n6\r\n world\r\n0\r\n\r\n";
  for (std::size_t n = 18; n < whole.size(); ++n)  // the rest of a chunk's header may remain
    CHECK(body_of(chunked, whole.substr(0, n)).starts_with("hello worl"));
}

TEST_CASE("content codings, alone and in a row") {
  const std::string text =
      "A text that is long enough to be worth the while, the while, the while.";
  CHECK(decoded(deflated(text, 31), "gzip") == text);
  CHECK(decoded(deflated(text, 31) + deflated(text, 31), "X-GZIP") == text + text);
  CHECK(decoded(deflated(text, 15), "deflate") == text);
  CHECK(decoded(deflated(text, -15), "deflate") == text);
  CHECK(decoded(brotli(text), "br") == text);
  CHECK(decoded(brotli(deflated(deflated(text, 31), 15)), "gzip, deflate,br") == text);
  CHECK(decoded(text, "identity") == text);
  CHECK(decoded(text, "") == text);
  const auto response = read_http_response(
      "HTTP/1.1 200 OK\r\nContent-Encoding: br\r\nContent-Encoding: deflate\r\n"
      "Transfer-Encoding: gzip, chunked\r\n\r\n1\r\na\r\n0\r\n\r\n");
  CHECK(response.codings == "br, deflate, gzip");
  CHECK(response.body == "a");
}

TEST_CASE("what is said to be coded and is not, or breaks off, is taken as far as it goes") {
  const std::string html = page("one");
  for (const char* coding : {"gzip", "deflate", "br", "zstd", "gzip, gzip"})
    CHECK(decoded(html, coding) == html);
  for (const auto& [coded, name] :
       {std::pair{deflated(html, 31), "gzip"}, std::pair{deflated(html, -15), "deflate"},
        std::pair{brotli(html), "br"}}) {
    for (std::size_t n = 0; n < coded.size(); ++n) {
      const auto got = decoded(coded.substr(0, n), name);
      CHECK((html.starts_with(got) || coded.starts_with(got)));
    }
  }
  CHECK(decoded(deflated(html, 31) + "trailer", "gzip") == html);
}

TEST_CASE("bombs") {
  const std::string zeros(10u << 20, 'a');
  for (const auto& [coded, name] :
       {std::pair{deflated(zeros, 31), "gzip"}, std::pair{deflated(zeros, -15), "deflate"},
        std::pair{brotli(zeros), "br"}, std::pair{deflated(deflated(zeros, 31), 31), "gzip, gzip"}})
    CHECK(decoded(coded, name) == "too long");
  InputOptions options;
  options.max_record_bytes = 1u << 20;
  CHECK(read_response(http(deflated(zeros, 31), "Content-Encoding: gzip\r\n"), options).reasons() ==
        Strings{"record too long"});
}

TEST_CASE("media types and charsets") {
  CHECK(media_type(" Text/HTML ; charset=x") == "text/html");
  CHECK(media_type("text/html,text/plain") == "text/html");
  CHECK(media_charset("text/html; a=b; Charset=\"UTF-8\"") == "UTF-8");
  CHECK(media_charset("text/html;charset= utf-8 ; x") == "utf-8");
  CHECK(media_charset("text/html; charset").empty());
  CHECK(media_charset("text/html;;charset='").empty());
}

TEST_CASE("pages are told by their content where their type says nothing") {
  const auto typed = [](const std::string& type, const std::string& body) {
    return read_response("HTTP/1.1 200 OK\r\n" + type + "\r\n" + body);
  };
  CHECK(typed("", page("one")).titles() == Strings{"one"});
  CHECK(typed("Content-Type: text/plain\r\n", page("two")).titles() == Strings{"two"});
  CHECK(typed("Content-Type: text/plain\r\n", "Title\n\nA text of its own.\n").titles() ==
        Strings{"Title"});
  CHECK(typed("Content-Type: text/plain; charset=koi8-r\r\n", "\xD0\xD2\xC9\n\nx").titles() ==
        Strings{"\xD0\xBF\xD1\x80\xD0\xB8"});
  for (const auto& [type, body] :
       {std::pair{"text/plain", std::string("a\0b", 3)},
        std::pair{"text/plain", std::string("#!/bin/sh\n")},
        std::pair{"application/json", std::string("{}")}, std::pair{"text/css", page("x")}}) {
    const auto got = typed(std::string("Content-Type: ") + type + "\r\n", body);
    REQUIRE(got.rejections.size() == 1);
    CHECK(got.rejections[0].skipped);
  }
}

}  // namespace news
