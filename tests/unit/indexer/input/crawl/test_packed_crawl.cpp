// SPDX-License-Identifier: GPL-2.0-or-later
#include <zstd.h>

#include "common/archive/raw_record.hpp"
#include "common/io/sha256.hpp"
#include "tests/catch.hpp"
#include "tests/unit/indexer/input/crawl/crawl_fixture.hpp"

namespace news {
namespace {

using namespace test;

std::string member(const std::string& title) {
  return gzip(warc_page(title) + kEnd);
}

/// As IIPC's "WARC zstd" has it: a skippable frame with the dictionary, then a frame a record.
std::string zstd_crawl(const std::string& dictionary, bool packed, const Strings& records) {
  const auto compress = [](const std::string& text, const std::string& with) {
    std::string out(ZSTD_compressBound(text.size()), '\0');
    ZSTD_CCtx* context = ZSTD_createCCtx();
    const auto size = ZSTD_compress_usingDict(context, out.data(), out.size(), text.data(),
                                              text.size(), with.data(), with.size(), 3);
    ZSTD_freeCCtx(context);
    return out.substr(0, size);
  };
  const std::string stored = packed ? compress(dictionary, "") : dictionary;
  std::string out("\x5d\x2a\x4d\x18", 4);
  for (std::size_t i = 0; i < 4; ++i) out += static_cast<char>(stored.size() >> (8 * i));
  out += stored;
  for (const auto& record : records) out += compress(record, dictionary);
  return out;
}

}  // namespace

TEST_CASE("a member of a .warc.gz that is damaged costs its own record alone") {
  const std::string bad = member("bad"), rest = member("three") + member("four");
  std::string flipped = bad, zeroed = bad, short_one = bad;
  flipped[bad.size() / 2] = static_cast<char>(~flipped[bad.size() / 2]);
  zeroed.replace(20, 100, 100, '\0');
  short_one.erase(40, 60);
  for (const auto& damaged :
       {flipped, zeroed, short_one, bad.substr(0, bad.size() / 2), bad.substr(0, 12),
        std::string("no member at all"), std::string("\x1f\x8b\x08 nor this")}) {
    const auto got = read_as("auto", member("one") + damaged + rest);
    CHECK(got.titles() == Strings{"one", "three", "four"});
    CHECK(got.reasons() == Strings{"broken record"});
  }
}

TEST_CASE("a .warc.gz that breaks off anywhere keeps what was whole") {
  const std::string whole = member("one") + member("two");
  const auto first = member("one").size();
  for (std::size_t n = first; n < whole.size(); n += 3) {
    CAPTURE(n);
    const auto got = read_as("auto", whole.substr(0, n));
    CHECK(got.titles().at(0) == "one");
    CHECK(got.articles.size() + got.rejections.size() >= (n == first ? 1 : 2));
    CHECK(got.articles.size() + got.rejections.size() <= 3);
  }
  CHECK(read_as("auto", whole + std::string(1000, '\0')).rejections.empty());
}

TEST_CASE("packed crawls in other archives are unpacked likewise, and found again") {
  const std::string crawl = member("one") + "damaged" + member("two");
  const TempDir dir;
  const auto tar = dir.write("a.tar", pack(Container::tar, "", {{"b.warc.gz", crawl}}));
  const auto got = read_all({tar, dir.write("c.warc.gz", crawl)});
  CHECK(got.titles() == Strings{"one", "two", "one", "two"});
  for (const auto& article : got.articles) {
    Provenance from = article.from;
    const std::string raw = warc_page(article.title);
    from.bytes = raw.size();
    from.sha256 = sha256(raw);
    CHECK(read_raw_record(from) == raw);
  }
}

TEST_CASE("hostile members: magic numbers without end, and bombs") {
  std::string magics = member("one");
  for (int i = 0; i < 100000; ++i) magics += "\x1f\x8b\x08";
  CHECK(read_as("auto", magics + member("two")).titles().at(0) == "one");
  const auto got = read_as(
      "auto", gzip(warc_page("one") + kEnd + std::string(50u << 20, 'x') + '\n') + member("two"));
  CHECK(got.titles() == Strings{"one", "two"});
  CHECK(got.reasons() == Strings{"broken record"});
}

TEST_CASE("a .warc.zst with its dictionary") {
  const std::string dictionary = warc_page("zero") + warc_page("nought");
  const Strings records = {warc_page("one") + kEnd, warc_page("two") + kEnd};
  for (const bool packed : {false, true}) {
    const auto crawl = zstd_crawl(dictionary, packed, records);
    CHECK(read_as("auto", crawl).titles() == Strings{"one", "two"});
    for (std::size_t n = 0; n < crawl.size(); n += 5)
      CHECK(read_as("warc", crawl.substr(0, n)).articles.size() < 2);
    std::string flipped = crawl;
    for (std::size_t n = 4; n < crawl.size(); n += 5) {
      flipped[n] = static_cast<char>(~flipped[n]);
      static_cast<void>(read_as("warc", flipped));
      flipped[n] = crawl[n];
    }
  }
  const auto plain = pack(Container::raw, "zstd", {{"a", records[0]}}) +
                     pack(Container::raw, "zstd", {{"a", records[1]}});
  CHECK(read_as("auto", plain).titles() == Strings{"one", "two"});
}

}  // namespace news
