// SPDX-License-Identifier: GPL-2.0-or-later
#include <filesystem>
#include <optional>

#include "common/error.hpp"
#include "tests/catch.hpp"
#include "tests/unit/indexer/input/input_fixture.hpp"

namespace news {
namespace {

using namespace test;

const std::string kLines = "{\"title\":\"a\"}\n{\"title\":\"b\"}\n";

}  // namespace

TEST_CASE("every compression and container gives the same records") {
  const TempDir dir;
  for (const std::string filter : {"gzip", "bzip2", "xz", "zstd", "lz4"}) {
    CAPTURE(filter);
    const auto raw = dir.write("raw", pack(Container::raw, filter, {{"x", kLines}}));
    CHECK(read_all({raw}).titles() == Strings{"a", "b"});
    const auto tar = dir.write("x.tar", pack(Container::tar, filter, {{"m.jsonl", kLines}}));
    CHECK(read_all({tar}).titles() == Strings{"a", "b"});
  }
  const auto zip = dir.write("x.zip", pack(Container::zip, "", {{"m", kLines}, {"n", kLines}}));
  CHECK(read_all({zip}).titles() == Strings{"a", "b", "a", "b"});
}

TEST_CASE("members are named after their container and hidden ones are left out") {
  const TempDir dir;
  const auto inner = pack(Container::zip, "", {{"deep.jsonl", kLines}});
  const auto gz = pack(Container::raw, "gzip", {{"x", kLines}});
  const auto tar = dir.write("x.tar", pack(Container::tar, "",
                                           {{"./d/a.jsonl", kLines},
                                            {"d/._a.jsonl", "junk"},
                                            {"b.zip", inner},
                                            {"c.jsonl.gz", gz},
                                            {"empty", ""}}));
  const auto got = read_all({tar});
  REQUIRE(got.articles.size() == 6);
  CHECK(got.rejections.empty());
  CHECK(got.articles[1].from == Provenance{tar + "!./d/a.jsonl", 2, 14});
  CHECK(got.articles[2].from.file == tar + "!b.zip!deep.jsonl");
  CHECK(got.articles[4].from.file == tar + "!c.jsonl.gz");
}

TEST_CASE("a member's name is not lost for want of a locale") {
  const TempDir dir;
  // The name of a stored member and its UTF-8 flag, patched in: a writer needs the locale too.
  auto zip = pack(Container::zip, "", {{"xx.jsonl", kLines}});
  for (std::size_t at; (at = zip.find("xx.jsonl")) != zip.npos;) zip.replace(at, 2, "\xC3\xA9");
  const std::size_t directory = zip.find("PK\x01\x02");
  REQUIRE(directory != zip.npos);
  zip[7] = static_cast<char>(zip[7] | 8);
  zip[directory + 9] = static_cast<char>(zip[directory + 9] | 8);
  const auto got = read_all({dir.write("x.zip", zip)});
  REQUIRE(got.articles.size() == 2);
  CHECK(got.articles[0].from.file == dir.path("x.zip!\xC3\xA9.jsonl"));
}

TEST_CASE("archives that hold archives end somewhere") {
  const TempDir dir;
  std::string bytes = kLines;
  for (int i = 0; i < 8; ++i) bytes = pack(Container::zip, "", {{"x", bytes}});
  const auto got = read_all({dir.write("x.zip", bytes)});
  CHECK(got.articles.empty());
  CHECK(got.reasons() == Strings{"unreadable file"});
}

TEST_CASE("a truncated file gives the records before the break, and the next file is read") {
  const TempDir dir;
  std::string many;
  for (long i = 0; i < 50000; ++i)
    many += "{\"title\":\"t\",\"n\":" + std::to_string(i * i) + "}\n";
  auto gz = pack(Container::raw, "gzip", {{"x", many}});
  gz.resize(gz.size() / 2);
  const auto got = read_all({dir.write("a.gz", gz), dir.write("b.jsonl", kLines)});
  CHECK(got.reasons() == Strings{"unreadable file"});
  CHECK(got.rejections[0].from.file == dir.path("a.gz"));
  CHECK(got.articles.size() > 1000);
  CHECK(got.rejections[0].from.record > 1000);
  CHECK(got.articles.back().title == "b");
}

TEST_CASE("a damaged member does not hide the members after it") {
  const TempDir dir;
  auto gz = pack(Container::raw, "gzip", {{"x", kLines}});
  gz.resize(gz.size() - 12);
  const auto tar = pack(Container::tar, "", {{"a.gz", gz}, {"b", kLines}});
  const auto got = read_all({dir.write("x.tar", tar)});
  CHECK(got.reasons() == Strings{"unreadable file"});
  CHECK(got.articles.back().from.file == dir.path("x.tar!b"));
}

TEST_CASE("directories are read in byte order, without hidden files and linked directories") {
  const TempDir dir;
  dir.write("in/b.jsonl", "{\"title\":\"b\"}");
  dir.write("in/a/z.json", "{\n\"title\":\"z\"}");
  dir.write("in/B.txt", "upper\n\ntext");
  dir.write("in/.hidden/x.jsonl", kLines);
  dir.write("in/.x.jsonl", kLines);
  std::filesystem::create_directory_symlink(dir.path("in/a"), dir.path("in/link"));
  std::filesystem::create_symlink(dir.path("nowhere"), dir.path("in/dangling"));
  CHECK(read_all({dir.path("in/")}).titles() == Strings{"upper", "z", "b"});
}

TEST_CASE("an argument that does not exist or means nothing is an error of use") {
  const TempDir dir;
  const auto code = [&](std::string path, InputOptions options) {
    try {
      open_input({std::move(path)}, std::move(options));
    } catch (const Error& error) {
      return std::optional(error.code());
    }
    return std::optional<ErrorCode>();
  };
  InputOptions options;
  CHECK(code(dir.path("none"), options) == ErrorCode::usage);
  CHECK(code(dir.str(), options) == std::nullopt);
  options.format = "paper";
  CHECK(code(dir.str(), options) == ErrorCode::usage);
  options = {};
  options.field_map = {{"colour", "x"}};
  CHECK(code(dir.str(), options) == ErrorCode::usage);
  options = {};
  options.path_pattern = "{colour}";
  CHECK(code(dir.str(), options) == ErrorCode::usage);
}

TEST_CASE("progress ends at the total") {
  const TempDir dir;
  const auto first = dir.write("a.jsonl", kLines);
  const auto second = dir.write("b.zip", pack(Container::zip, "", {{"m", kLines}}));
  const auto input = open_input({first, second}, {});
  while (input->next()) {
  }
  CHECK(input->bytes_total() == kLines.size() + std::filesystem::file_size(second));
  CHECK(input->bytes_read() == input->bytes_total());
}

TEST_CASE("the format is told by content, by the name only when that says nothing") {
  struct Row {
    const char* name;
    const char* content;
    Strings titles;
    Strings reasons;
  };
  const std::vector<Row> rows = {
      {"a.txt", "\xEF\xBB\xBF{\"title\":\"x\"}\n\n {\"title\":\"y\"}", {"x", "y"}, {}},
      {"a.jsonl", " [ {\"title\":\"x\"}, {\"title\":\"y\"}\n]", {"x", "y"}, {}},
      {"a", "{\n \"title\": \"x\"\n}\n", {"x"}, {}},
      {"a", "{\"title\":\"x\"\n}{\"title\":\"y\"}", {"x", "y"}, {}},
      {"a",
       "{\"n\":1,\"articles\":[{\"title\":\"x\"},{\"title\":\"y\"}],\"z\":[{}]}",
       {"x", "y"},
       {}},
      {"a", "{\"tags\":[{\"n\":1}],\"docs\":[\n{\"title\":\"x\"}]}", {"x"}, {}},
      {"a", "{\"images\":[{\"title\":\"no\"}],\"title\":\"x\"}", {"x"}, {}},
      {"a.json", "Title,Text\nx,t\n", {"x"}, {}},
      {"a", "id\tHeadline\n1\tx\n", {"x"}, {}},
      {"a", "id;title\n1;x\n", {"x"}, {}},
      {"a.csv", "id,name\n1,x\n", {}, {"no title or text"}},
      {"a.txt", "id,name\n1,x\n", {"id,name"}, {}},
      {"a", "[Reuters] Title\n\ntext", {"[Reuters] Title"}, {}},
      {"a.json", "oops {\"title\":\"x\"}", {"x"}, {"broken JSON"}},
      {"a.jsonl", "oops\n{\"title\":\"x\"}", {"x"}, {"broken JSON"}},
      {"a", "", {}, {}},
      {"a", " \n\n", {}, {"no title or text"}},
  };
  const TempDir dir;
  for (const auto& row : rows) {
    CAPTURE(row.name, row.content);
    const auto got = read_all({dir.write(row.name, row.content)});
    CHECK(got.titles() == row.titles);
    CHECK(got.reasons() == row.reasons);
  }
}

TEST_CASE("--format goes before the content") {
  const TempDir dir;
  InputOptions options;
  options.format = "text";
  CHECK(read_all({dir.write("a", kLines)}, options).titles() == Strings{"{\"title\":\"a\"}"});
  options.format = "csv";
  CHECK(read_all({dir.write("a", "title\nx\ny\n")}, options).titles() == Strings{"x", "y"});
  options.format = "json";
  CHECK(read_all({dir.write("a", kLines)}, options).titles() == Strings{"a", "b"});
}

}  // namespace news
