// SPDX-License-Identifier: GPL-2.0-or-later
#include <filesystem>
#include <fstream>
#include <random>
#include <set>

#include "common/archive/article_codec.hpp"
#include "common/archive/manifest.hpp"
#include "common/error.hpp"
#include "common/io/sections.hpp"
#include "common/io/string_table.hpp"
#include "common/io/varint.hpp"
#include "tests/catch.hpp"

namespace {

namespace fs = std::filesystem;

class TempDirectory {
 public:
  TempDirectory() : path_(fs::temp_directory_path() / ("news-test-" + news::new_uuid())) {
    fs::create_directories(path_);
  }
  ~TempDirectory() { fs::remove_all(path_); }
  fs::path operator/(const std::string& name) const { return path_ / name; }
  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

void flip(const fs::path& path, std::size_t at) {
  std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
  file.seekg(static_cast<std::streamoff>(at));
  const char c = static_cast<char>(file.get() ^ 0x10);
  file.seekp(static_cast<std::streamoff>(at));
  file.put(c);
}

}  // namespace

TEST_CASE("varints round-trip and refuse to run past their end") {
  std::string bytes;
  const std::vector<std::uint64_t> values = {0, 1, 127, 128, 300, 1u << 31, ~std::uint64_t{0}};
  for (const auto v : values) news::put_varint(bytes, v);
  std::string_view in = bytes;
  for (const auto v : values) {
    std::uint64_t got = 0;
    REQUIRE(news::get_varint(in, got));
    CHECK(got == v);
  }
  std::string_view cut = "\xff\xff";
  std::uint64_t got = 0;
  CHECK_FALSE(news::get_varint(cut, got));
}

TEST_CASE("an output file that is not finished leaves nothing behind") {
  const TempDirectory directory;
  {
    news::OutputFile out(directory / "x");
    out.write("abc");
  }
  CHECK_FALSE(fs::exists(directory / "x"));
  news::OutputFile out(directory / "x");
  out.write(std::string(3 << 20, 'a'));
  const auto sum = out.finish();
  CHECK(sum == news::sum_file(directory / "x"));
  CHECK_THROWS_AS(news::OutputFile(directory / "x"), news::Error);
}

TEST_CASE("string tables find every string, and the place of those that are missing") {
  const TempDirectory directory;
  std::set<std::string> strings;
  std::mt19937 random(3);
  while (strings.size() < 1000) strings.insert(std::to_string(random() % 100000) + "ö");
  const std::vector<std::string_view> sorted(strings.begin(), strings.end());
  news::SectionWriter writer;
  news::add_string_table(writer, "t", sorted);
  const auto sum = writer.write(directory / "f");
  const news::SectionFile file(directory / "f", sum.bytes);
  const news::StringTable table(file, "t", 1000);
  for (std::uint32_t i = 0; i < 1000; ++i) {
    REQUIRE(table.at(i) == sorted[i]);
    REQUIRE(table.find(sorted[i]) == i);
    REQUIRE(table.lower_bound(std::string(sorted[i]) + "!") == i + 1);
  }
  CHECK(table.lower_bound("") == 0);
  CHECK_FALSE(table.find("nothing").has_value());
  CHECK_THROWS_AS(news::StringTable(file, "t", 2000), news::Error);
  CHECK_THROWS_AS(file.section("u"), news::Error);
  CHECK_THROWS_AS(news::SectionFile(directory / "f", sum.bytes + 1), news::Error);
}

TEST_CASE("a damaged section directory is refused, whichever bit it is") {
  const TempDirectory directory;
  news::SectionWriter writer;
  writer.add("first", "12345678");
  const auto sum = writer.write(directory / "f");
  for (std::size_t at = 0; at < 16; ++at) {
    flip(directory / "f", at);
    CHECK_THROWS_AS(news::SectionFile(directory / "f", sum.bytes).section("second"), news::Error);
    flip(directory / "f", at);
  }
  CHECK(news::SectionFile(directory / "f", sum.bytes).section("first") == "12345678");
}

TEST_CASE("an article's fields survive the store, and damage is noticed") {
  news::Article a;
  a.id = "x1";
  a.url = "https://example.org/" + std::string(3000, 'x');
  a.authors = {"A B", "C"};
  a.date = news::parse_date("2016-03-01T10:00:00+02:00");
  a.date_given = "1 March 2016, ten o'clock";
  a.extra = R"({"k":1})";
  a.language = "en";
  a.language_detected = true;
  a.from = {"dump.tar!a.json", 7, 1234567};
  std::string record = news::encode_fields(a);
  news::append_field(record, news::StoredField::text_surface, "surface");
  const auto back = news::decode_record(record);
  CHECK(back.article == a);
  CHECK(back.text_surface == "surface");
  CHECK(back.title_surface.empty());
  const auto dictionary = std::make_shared<news::Dictionary>("", 9);
  news::Codec codec(dictionary);
  std::string frame(codec.compress(record));
  CHECK(codec.decompress(frame) == record);
  for (std::size_t at = 0; at < frame.size(); ++at) {
    std::string bad = frame;
    bad[at] = static_cast<char>(bad[at] ^ 4);
    std::string read;
    try {
      read = codec.decompress(bad);
    } catch (const news::Error&) {
      continue;
    }
    CHECK(read == record);  // a bit of the header that means nothing
  }
  CHECK_THROWS_AS(news::decode_record("\x63\x01z"), news::Error);
  CHECK_THROWS_AS(news::decode_record("\x02\x7fz"), news::Error);
}

TEST_CASE("a manifest comes back as it was committed, and no flipped bit goes unnoticed") {
  const TempDirectory directory;
  news::Manifest m;
  m.revision = 42;
  m.uuid = news::new_uuid();
  m.written = "2026-01-01T00:00:00Z";
  m.segments.push_back(
      {"000001", 10, 2, 500, "dictionaries/000001", {"en", ""}, {{"ids", {3, 4}}}});
  m.files["dictionaries/000001"] = {1, 2};
  news::commit_manifest(directory.path(), m);
  const auto back = news::read_manifest(directory.path());
  CHECK(back.revision == 42);
  CHECK(back.segments[0].files == m.segments[0].files);
  CHECK(back.segments[0].languages == m.segments[0].languages);
  CHECK(back.live_articles() == 8);
  for (const std::string& name : {std::string("CURRENT"), news::manifest_name(42)})
    for (std::size_t at = 0; at < fs::file_size(directory / name); at += 3) {
      flip(directory / name, at);
      CHECK_THROWS_AS(news::read_manifest(directory.path()), news::Error);
      flip(directory / name, at);
    }
  const auto refused = [&](const news::Manifest& bad) {
    news::commit_manifest(directory.path(), bad);
    CHECK_THROWS_AS(news::read_manifest(directory.path()), news::Error);
  };
  auto bad = m;
  bad.files["../../etc/passwd"] = {1, 2};
  refused(bad);
  bad = m;
  bad.tombstones = "/etc/passwd";
  refused(bad);
  bad = m;
  bad.segments[0].dictionary = "dictionaries/../../x";
  refused(bad);
}
