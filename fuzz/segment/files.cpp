// SPDX-License-Identifier: GPL-2.0-or-later
// Puts any bytes in the place of one file of a small archive, and reads, searches and counts all of
// it. The first byte chooses the file, of NEWS_FUZZED_FILES, and the query. With --seeds DIRECTORY
// as arguments it writes the files as they are, as inputs to begin with.
#include <unistd.h>

#include <atomic>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

#include "common/archive/archive.hpp"
#include "indexer/add/archive_writer.hpp"
#include "indexer/revise/delete.hpp"
#include "searcher/engine/query/parser.hpp"
#include "searcher/engine/search/searcher.hpp"

namespace {

namespace fs = std::filesystem;
using namespace news;

constexpr std::string_view kFiles[] = {NEWS_FUZZED_FILES};
constexpr const char* kArticles =
    R"({"id":"a","url":"http://x.org/a","title":"Flood in Prague","text":"The river rose. The U.S. sent help, help and help.\n\nThe end of the flood.","date":"2020-01-02","source":"AP","authors":["Ann Lee"]}
{"id":"b","url":"http://x.org/b","title":"Floods","text":"Rivers are rising in the north. \"It was the worst flood\", he said.","date":"2021-03-04T05:06:07+02:00","source":"Reuters","section":"World"}
{"id":"c","title":"Élection","text":"Le président a dit que le vote aura lieu demain. Les élections sont dans la ville.","language":"fr"}
{"id":"a","url":"http://x.org/a","title":"Flood in Prague","text":"The river fell again. NATO did not help.","date":"2020-01-03","source":"AP"}
{"id":"d","title":"","text":"of the of the of the end","source":"AP"}
)";

std::string read(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void write(const fs::path& path, std::string_view bytes) {
  std::ofstream(path, std::ios::binary | std::ios::trunc)
      .write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

struct Base {
  Base() : path(fs::path("/dev/shm") / ("news-fuzz-" + std::to_string(::getpid()))) {
    fs::remove_all(path);
    fs::create_directories(path);
    write(path / "in.jsonl", kArticles);
    const std::atomic<bool> go_on = false;
    AddOptions options;
    options.archive = path / "archive";
    options.threads = 1;
    ArchiveWriter(options, {}, go_on).add(*open_input({path / "in.jsonl"}, {}));
    {
      ArchiveEditor editor(path / "archive", false);
      DeleteRequest request;
      request.ids = {"b"};
      delete_articles(editor, request, {});
    }
    manifest = read_manifest(path / "archive");
  }
  ~Base() { fs::remove_all(path); }
  fs::path file(std::string_view name) const {
    return name == "tombstones" ? path / "archive" / manifest.tombstones
                                : path / "archive/segments/000001" / name;
  }
  const fs::path path;
  Manifest manifest;
};

void use(const fs::path& path, std::size_t choice) {
  static const char* const kQueries[] = {"flood",
                                         "\"of the\"",
                                         "*ver",
                                         "riv*",
                                         "river NEAR/5 help",
                                         "U.S. help",
                                         "flood~ author:ann",
                                         "case:NATO",
                                         "title:flood -source:AP",
                                         "url:http://x",
                                         "date:2020..2021",
                                         "(the OR of) SENTENCE end"};
  Searcher searcher(path);
  for (const auto& segment : searcher.archives().segments())
    for (DocId n = 0; n < segment->articles(); ++n) {
      try {
        static_cast<void>(segment->find_versions(segment->article(n).id));
      } catch (const Error&) {
      }
    }
  SearchRequest request;
  request.query = parse_query(kQueries[choice % std::size(kQueries)]);
  request.facets = {Facet::source, Facet::author, Facet::year};
  for (const Hit& hit : searcher.search(request).hits) searcher.read(request.query, hit);
  searcher.suggest(request.query);
}

}  // namespace

extern "C" int LLVMFuzzerInitialize(int* argc, char*** argv) {
  if (*argc != 3 || std::string_view((*argv)[1]) != "--seeds") return 0;
  const Base base;
  for (std::size_t i = 0; i < std::size(kFiles); ++i)
    write(fs::path((*argv)[2]) / std::to_string(i),
          std::string(1, static_cast<char>(i)) + read(base.file(kFiles[i])));
  std::exit(0);
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Base base;
  if (size == 0) return 0;
  const std::string name(kFiles[data[0] % std::size(kFiles)]);
  const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  const fs::path file = base.file(name);
  const std::string whole = read(file);
  write(file, bytes);
  Manifest manifest = base.manifest;
  const FileSum sum{bytes.size(), xxh3(bytes)};
  if (name == "tombstones")
    manifest.files[manifest.tombstones] = sum;
  else
    manifest.segments[0].files[name] = sum;
  commit_manifest(base.path / "archive", manifest);
  try {
    use(base.path / "archive", data[0] / std::size(kFiles));
  } catch (const Error&) {
  }
  write(file, whole);
  return 0;
}
